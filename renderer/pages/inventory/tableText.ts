type CopiedColumn<Row> = { readonly heading: string; copied(row: Row): string };

/** Cells behind tabs, rows behind line ends: what spreadsheets and word processors paste as a table. */
export function tableText<Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(columns.map(({ heading }) => heading)), ...rows.map((row) => line(columns.map((column) => column.copied(row))))].join('\n');
}
