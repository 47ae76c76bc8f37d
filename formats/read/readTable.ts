import type { ImportRecord } from '../../core/domain/inventory/importRecords.ts';
import { type ColumnToProfile, profileColumns } from './columnProfile.ts';
import { type DateOrder, readDate } from './dateCell.ts';
import type { Encoding } from './encoding.ts';
import { type DecimalSign, readAmount, readCount } from './numberCell.ts';
import type { ReadReport } from './readReport.ts';
import { createRowReader, type RowReader } from './rowReader.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Columns } from './tableColumns.ts';
import type { FieldType } from './tableFields.ts';
import { readRows } from './tableRows.ts';

/** How one table becomes records: which column is which field, and what a row makes. */
export type TablePlan = {
  readonly columns: Columns;
  readonly typeOf: (field: string) => FieldType | undefined;
  /** The column into which a row with too many cells is put together again, where its name holds the separator. */
  readonly nameField: string | null;
  readonly requiredFields: readonly string[];
  /** Several records where one row lists several things. */
  readonly build: (row: RowReader) => ImportRecord | readonly ImportRecord[] | null;
  /** A record made of the whole file, after its last row. */
  readonly finish?: () => ImportRecord | null;
  /** An account may have several rows, each of which says something of its own. */
  readonly mayRepeat?: boolean;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: DecimalSign | undefined;
};

const defaultBatchSize = 1_000;

export async function* readTable(
  source: SourceFile,
  sample: Sample,
  plan: TablePlan,
  options: { readonly signal?: AbortSignal; readonly batchSize?: number },
  report: ReadReport,
): AsyncGenerator<ImportRecord[]> {
  const layout: { encoding: Encoding; delimiter: string; firstDataRow: number } = {
    encoding: sample.encoding,
    delimiter: sample.table.delimiter ?? ',',
    firstDataRow: sample.table.headingIndex + 2,
  };
  const toProfile: ColumnToProfile[] = [];
  for (const [field, column] of plan.columns) {
    const type = plan.typeOf(field);
    if (type === 'date' || type === 'money') toProfile.push({ ...column, field, type });
  }
  const given = { dateOrder: plan.dateOrder, decimal: plan.decimal };
  const profiles = await profileColumns(
    source,
    sample.table.rows.slice(sample.table.headingIndex + 1),
    sample.isWhole,
    toProfile,
    layout,
    given,
    options.signal,
  );
  for (const column of toProfile) {
    if (profiles.get(column.field)?.basis !== 'assumed') continue;
    const profile = profiles.get(column.field);
    if (column.type === 'date') report.warn('issue.dateOrderAssumed', { order: profile?.dateOrder ?? 'dmy' }, { field: column.heading });
    else report.warn('issue.decimalAssumed', { decimal: profile?.decimal === '.' ? 'dot' : 'comma' }, { field: column.heading });
  }

  const { width } = sample.table;
  const { row, load } = createRowReader(plan.columns, profiles, report);
  const fit = createRowFitter(plan, width, layout.delimiter, source.layout !== undefined, report);
  const firstRows = new Map<string, number>();
  const batchSize = options.batchSize ?? defaultBatchSize;
  let batch: ImportRecord[] = [];
  let rows = 0;

  for await (const chunk of readRows(source, layout, report, options.signal)) {
    for (const [index, rawCells] of chunk.rows.entries()) {
      const number = chunk.firstRow + index;
      if (number < layout.firstDataRow || isBlankRow(rawCells)) continue;
      rows++;
      report.countRow();
      const cells = fit(number, rawCells);
      if (!cells) continue;
      load(number, cells);
      const built = plan.build(row);
      if (!built) continue;
      for (const record of Array.isArray(built) ? (built as readonly ImportRecord[]) : [built as ImportRecord]) {
        const key = plan.mayRepeat ? null : keyOf(record);
        if (key !== null) {
          const firstRow = firstRows.get(key);
          if (firstRow !== undefined) {
            const field = plan.columns.get(record.kind === 'account' ? 'login' : 'key')?.heading;
            report.skip('issue.duplicateKey', { firstRow }, field === undefined ? { row: number } : { row: number, field });
            continue;
          }
          firstRows.set(key, number);
        }
        report.countRecord();
        batch.push(record);
      }
      if (batch.length >= batchSize) {
        yield batch;
        options.signal?.throwIfAborted();
        batch = [];
      }
    }
  }
  if (report.isRefused) return;
  const last = plan.finish?.();
  if (last) {
    report.countRecord();
    batch.push(last);
  }
  if (batch.length > 0) yield batch;
  if (rows === 0) report.warn('issue.tableWithoutRows');
}

function keyOf(record: ImportRecord): string | null {
  if (record.kind === 'account') return record.login;
  return record.kind === 'licence' || record.kind === 'contract' ? record.key : null;
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Brings a row to the width of the headings, or tells the report why that cannot be done and gives null. */
function createRowFitter(
  plan: TablePlan,
  width: number,
  delimiter: string,
  hasShortRows: boolean,
  report: ReadReport,
): (number: number, cells: readonly string[]) => readonly string[] | null {
  const required = plan.requiredFields.map((field) => plan.columns.get(field)?.index ?? 0);
  const lastRequired = Math.max(0, ...required);
  const nameColumn = plan.nameField === null ? undefined : plan.columns.get(plan.nameField);
  const isNameLast = nameColumn?.index === width - 1;
  const checks: { readonly index: number; readonly type: FieldType }[] = [];
  for (const [field, column] of plan.columns) {
    const type = plan.typeOf(field);
    const isTelling = type === 'count' || type === 'money' || type === 'date';
    if (nameColumn && isTelling && (isNameLast || column.index > nameColumn.index)) checks.push({ index: column.index, type });
  }

  return (number, rawCells) => {
    // Seen in real files: headings with commas, rows with the two characters that a script meant as a tab.
    const isBacktickTab = rawCells[0]?.includes('`t') === true && rawCells.slice(1).every((cell) => cell === '');
    const cells = isBacktickTab ? (rawCells[0] as string).split('`t') : rawCells;
    if (cells.length === width) return cells;
    // Our own tables end each row with its last filled cell.
    if (cells.length < width && hasShortRows) return [...cells, ...new Array<string>(width - cells.length).fill('')];
    if (cells.length < width) {
      if (cells.length <= lastRequired) {
        report.skip('issue.rowTooShort', { found: cells.length, expected: width }, { row: number });
        return null;
      }
      report.warn('issue.rowFilledUp', { found: cells.length, expected: width }, { row: number });
      return [...cells, ...new Array<string>(width - cells.length).fill('')];
    }
    // A separator at the end of the line is one empty cell more, not a defect.
    let end = cells.length;
    while (end > width && (cells[end - 1] as string).trim() === '') end--;
    const kept = cells.slice(0, end);
    if (end === width) return kept;
    const surplus = end - width;
    const parts = nameColumn ? kept.slice(nameColumn.index, nameColumn.index + surplus + 1) : [];
    // A separator inside a name is followed by a blank (`Tool; the big one`), one between cells is not; behind the last column no cell can follow.
    if (nameColumn && surplus <= 5 && (isNameLast || parts.slice(1).every((part) => part.startsWith(' ')))) {
      const { index } = nameColumn;
      const repaired = [...kept.slice(0, index), parts.join(delimiter), ...kept.slice(index + surplus + 1)];
      const proofs = checks.map((check) => fitsType(repaired[check.index] ?? '', check.type));
      if (proofs.includes('yes') && !proofs.includes('no')) {
        report.warn('issue.rowPutTogether', { found: cells.length, expected: width }, { row: number, field: nameColumn.heading });
        return repaired;
      }
    }
    report.skip('issue.rowTooLong', { found: cells.length, expected: width }, { row: number });
    return null;
  };
}

function fitsType(cell: string, type: FieldType): 'yes' | 'no' | 'blank' {
  if (cell.trim() === '') return 'blank';
  const reading = type === 'count' ? readCount(cell) : type === 'money' ? readAmount(cell, ',') : readDate(cell, 'dmy');
  return reading.kind === 'count' || reading.kind === 'amount' || reading.kind === 'date' ? 'yes' : reading.kind === 'blank' ? 'blank' : 'no';
}
