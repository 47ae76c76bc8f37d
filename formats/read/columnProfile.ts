import { type DateOrder, dateOrderEvidence } from './dateCell.ts';
import type { Encoding } from './encoding.ts';
import { type DecimalSign, decimalEvidence } from './numberCell.ts';
import { createReadReport } from './readReport.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Column } from './tableColumns.ts';
import { readRows } from './tableRows.ts';

export type ColumnToProfile = Column & { readonly field: string; readonly type: 'date' | 'money' };

export type ColumnProfile = {
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** `proven` by the column's own cells, `elsewhere` by another column of the file, `assumed` by nothing, `unneeded` where no cell asks. */
  readonly basis: 'proven' | 'elsewhere' | 'given' | 'assumed' | 'unneeded';
};

type Votes = { dmy: number; mdy: number; comma: number; dot: number; either: number; filled: number };

/**
 * Decides for each column whether the day or the month comes first and what the decimal sign is, from the sample;
 * where that proves nothing, from every row of the file: day and month must not change places half-way.
 */
export async function profileColumns(
  source: SourceFile,
  sampleRows: readonly (readonly string[])[],
  isWhole: boolean,
  columns: readonly ColumnToProfile[],
  layout: { readonly encoding: Encoding; readonly delimiter: string; readonly firstDataRow: number },
  given: { readonly dateOrder?: DateOrder | undefined; readonly decimal?: DecimalSign | undefined },
  signal?: AbortSignal,
): Promise<Map<string, ColumnProfile>> {
  const votes = new Map<string, Votes>(columns.map((column) => [column.field, { dmy: 0, mdy: 0, comma: 0, dot: 0, either: 0, filled: 0 }]));
  const count = (row: readonly string[], wanted: readonly ColumnToProfile[]): void => {
    for (const column of wanted) vote(votes.get(column.field) as Votes, column.type, row[column.index] ?? '');
  };
  for (const row of sampleRows) count(row, columns);

  const isOpen = (column: ColumnToProfile): boolean => {
    const found = votes.get(column.field) as Votes;
    if (column.type === 'date') return given.dateOrder === undefined && found.dmy + found.mdy === 0 && (found.either > 0 || found.filled === 0);
    return given.decimal === undefined && found.comma + found.dot === 0;
  };
  let open = isWhole ? [] : columns.filter(isOpen);
  if (open.length > 0) {
    for await (const chunk of readRows(source, layout, createReadReport(source.name), signal)) {
      for (const [index, row] of chunk.rows.entries()) if (chunk.firstRow + index >= layout.firstDataRow) count(row, open);
      open = open.filter(isOpen);
      if (open.length === 0) break;
    }
  }
  return decide(columns, votes, layout.delimiter, given);
}

function vote(votes: Votes, type: 'date' | 'money', cell: string): void {
  if (cell === '') return;
  votes.filled++;
  const evidence = type === 'date' ? dateOrderEvidence(cell) : decimalEvidence(cell);
  if (evidence === 'dmy') votes.dmy++;
  else if (evidence === 'mdy') votes.mdy++;
  else if (evidence === ',') votes.comma++;
  else if (evidence === '.') votes.dot++;
  else if (evidence === 'either') votes.either++;
}

function decide(
  columns: readonly ColumnToProfile[],
  votes: ReadonlyMap<string, Votes>,
  delimiter: string,
  given: { readonly dateOrder?: DateOrder | undefined; readonly decimal?: DecimalSign | undefined },
): Map<string, ColumnProfile> {
  const total = { dmy: 0, mdy: 0, comma: 0, dot: 0 };
  for (const found of votes.values()) {
    total.dmy += found.dmy;
    total.mdy += found.mdy;
    total.comma += found.comma;
    total.dot += found.dot;
  }
  const profiles = new Map<string, ColumnProfile>();
  for (const column of columns) {
    const own = votes.get(column.field) as Votes;
    const isDate = column.type === 'date';
    const dateOrder = given.dateOrder ?? pick(own.dmy, own.mdy, 'dmy', 'mdy') ?? pick(total.dmy, total.mdy, 'dmy', 'mdy') ?? 'dmy';
    const decimal = given.decimal ?? pick(own.comma, own.dot, ',', '.') ?? pick(total.comma, total.dot, ',', '.') ?? (delimiter === ',' ? '.' : ',');
    const isProven = isDate ? own.dmy !== own.mdy : own.comma !== own.dot;
    const isElsewhere = isDate ? total.dmy !== total.mdy : total.comma !== total.dot;
    const isGiven = (isDate ? given.dateOrder : given.decimal) !== undefined;
    const basis = isGiven ? 'given' : isProven ? 'proven' : own.either + own.dmy + own.mdy === 0 ? 'unneeded' : isElsewhere ? 'elsewhere' : 'assumed';
    profiles.set(column.field, { dateOrder, decimal, basis });
  }
  return profiles;
}

function pick<A, B>(first: number, second: number, a: A, b: B): A | B | null {
  return first > second ? a : second > first ? b : null;
}
