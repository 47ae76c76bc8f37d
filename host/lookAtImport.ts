import type { ImportLook, TableFieldList } from '../core/ports/importReader.ts';
import { sniff } from '../formats/read/sniff.ts';
import type { SourceFile } from '../formats/read/sourceFile.ts';
import { fitTable } from '../formats/read/tableColumns.ts';
import { type TableKind, tableFields } from '../formats/read/tableFields.ts';

const rowsShown = 6;
const columnsShown = 100;
const cellLength = 200;

const fieldsOf = (kind: TableKind) => Object.entries(tableFields[kind]).map(([field, spec]) => ({ field, isRequired: spec.isRequired === true }));
export const importFields: TableFieldList = {
  software: fieldsOf('software'),
  licence: fieldsOf('licence'),
  account: fieldsOf('account'),
  contract: fieldsOf('contract'),
  progress: fieldsOf('progress'),
};

/** What a file is, from its beginning alone, and what a person needs to name the columns of a table. */
export async function lookAtImport(source: SourceFile): Promise<ImportLook> {
  const sniffed = await sniff(source);
  const nothing = { format: '', confidence: 0, seenKey: 'format.seen.nothing', seenParams: {}, encoding: '', headings: [], rows: [], suggestion: null };
  if (sniffed.kind === 'refused') return { ...nothing, outcome: 'refused', issue: sniffed.issue };
  const { sample } = sniffed;
  const isTable = !/^\s*[[{<]/.test(sample.text);
  const headings = isTable ? sample.table.headings.slice(0, columnsShown) : [];
  const first = sample.table.headingIndex + 1;
  const filled = isTable ? sample.table.rows.slice(first).filter((row) => row.some((cell) => cell.trim() !== '')) : [];
  const rows = filled.slice(0, rowsShown).map((row) => row.slice(0, columnsShown).map((cell) => cell.slice(0, cellLength)));
  const fit = isTable ? fitTable(headings) : null;
  const suggestion = fit && { kind: fit.kind, columns: Object.fromEntries([...fit.columns].map(([field, column]) => [column.heading, field])) };
  const common = { encoding: sample.encoding, headings, rows, suggestion };
  if (sniffed.kind === 'unknown') return { ...nothing, ...common, outcome: isTable ? 'unknown' : 'refused', issue: sniffed.issue };
  const { format, confidence, seen } = sniffed;
  return { ...common, outcome: 'recognised', format, confidence, seenKey: seen.messageKey, seenParams: seen.params, issue: null };
}
