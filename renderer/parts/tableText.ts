import type { ReactNode } from 'react';

export type CopiedColumn<Row> = {
  readonly heading: string;
  /** What stands for the cell where the table is pasted; false for a column that is no text, such as one of buttons. */
  readonly copied?: false | ((row: Row) => string) | undefined;
  text?(row: Row): string;
  render(row: Row): ReactNode;
};

/** Cells behind tabs, rows behind line ends: what spreadsheets and word processors paste as a table. */
export function tableText<Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => safeText(cell.replaceAll(/[\t\r\n]+/g, ' '))).join('\t');
  const copied = columns.filter((column) => column.copied !== false);
  return [line(copied.map(({ heading }) => heading)), ...rows.map((row) => line(copied.map((column) => cellText(column, row))))].join('\n');
}

function cellText<Row>(column: CopiedColumn<Row>, row: Row): string {
  if (column.copied) return column.copied(row);
  if (column.text) return column.text(row);
  const shown = column.render(row);
  return typeof shown === 'string' ? shown : '';
}

/** A name from a file must not run as a formula where the table is pasted (CWE-1236); a negative figure stays one. */
function safeText(cell: string): string {
  return /^\s*[=+\-@]/.test(cell) && !/^[+-]?\d[\d.,\s]*[%€]?$/.test(cell) ? `'${cell}` : cell;
}
