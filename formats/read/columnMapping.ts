import type { FileIssue } from '../../core/domain/problems.ts';
import type { DateOrder } from './dateCell.ts';
import { foldHeading } from './headings.ts';
import type { DecimalSign } from './numberCell.ts';
import type { Columns } from './tableColumns.ts';
import { type TableKind, tableFields, tableKinds } from './tableFields.ts';

/** What a person says about a table whose headings do not speak for themselves. */
export type ColumnMapping = {
  readonly kind: TableKind;
  /** Heading of a column → field of the record. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalSign;
};

/** Reads the text of a mapping file: `{ "kind": "software", "columns": { "Programmname": "rawName" } }`. */
export function readColumnMapping(file: string, text: string): ColumnMapping | readonly FileIssue[] {
  const issues: FileIssue[] = [];
  const add = (messageKey: string, params: FileIssue['params'], field?: string): void => {
    issues.push({ severity: 'error', messageKey, params, file, ...(field === undefined ? {} : { field }) });
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    add('issue.jsonInvalid', {});
    return issues;
  }
  if (!isRecord(value)) {
    add('issue.mappingNotAnObject', {});
    return issues;
  }
  const kind = tableKinds.find((known) => known === value.kind);
  if (!kind) {
    add('issue.mappingKindUnknown', { found: shown(value.kind), known: tableKinds.join(', ') }, 'kind');
    return issues;
  }
  const columns: Record<string, string> = {};
  if (isRecord(value.columns)) {
    for (const [heading, field] of Object.entries(value.columns)) {
      if (typeof field === 'string' && Object.hasOwn(tableFields[kind], field)) columns[heading] = field;
      else add('issue.mappingFieldUnknown', { found: shown(field), known: Object.keys(tableFields[kind]).join(', ') }, heading);
    }
  } else add('issue.mappingWithoutColumns', {}, 'columns');
  const { dateOrder, decimal } = value;
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') add('issue.mappingDateOrder', { found: shown(dateOrder) }, 'dateOrder');
  if (decimal !== undefined && decimal !== ',' && decimal !== '.') add('issue.mappingDecimal', { found: shown(decimal) }, 'decimal');
  if (issues.length > 0) return issues;
  return {
    kind,
    columns,
    ...(dateOrder === 'dmy' || dateOrder === 'mdy' ? { dateOrder } : {}),
    ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
  };
}

/** The columns of a table as the mapping names them; a heading that occurs twice means its first column. */
export function mapColumns(headings: readonly string[], mapping: ColumnMapping): { columns: Columns; notFound: readonly string[]; missing: readonly string[] } {
  const folded = headings.map(foldHeading);
  const columns = new Map<string, { index: number; heading: string }>();
  const notFound: string[] = [];
  for (const [heading, field] of Object.entries(mapping.columns)) {
    const exact = headings.indexOf(heading);
    const index = exact >= 0 ? exact : folded.indexOf(foldHeading(heading));
    if (index < 0) notFound.push(heading);
    else columns.set(field, { index, heading: headings[index] as string });
  }
  const missing = Object.entries(tableFields[mapping.kind])
    .filter(([field, spec]) => spec.isRequired && !columns.has(field))
    .map(([field]) => field);
  return { columns, notFound, missing };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);
}
