/** Which column of a query's output without headings is what. */
export type TabbedColumns = { readonly version: number; readonly status: number | null; readonly vendor: number | null; readonly isSure: boolean };

export type TabbedForm = {
  readonly name: RegExp;
  readonly version: RegExp;
  readonly architectures: ReadonlySet<string>;
  readonly status: RegExp | null;
  /** Column of the vendor in a row of so many columns. */
  readonly vendorAt: (columns: number) => number | null;
};

const rowsLookedAt = 100;
/** No query of a package manager asks for more. */
const widthLimit = 50;

/** Finds the columns by what stands in them; null where the lines are no such output. The name is always first. */
export function findTabbedColumns(text: string, isWhole: boolean, form: TabbedForm): TabbedColumns | null {
  const lines = text.split('\n');
  if (!isWhole) lines.pop();
  const rows = lines
    .filter((line) => line.trim() !== '')
    .slice(0, rowsLookedAt)
    .map((line) => line.split('\t'));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const share = (index: number, fits: (cell: string) => boolean): number => {
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;
  };
  if (rows.length < 2 || width < 2 || width > widthLimit || rows.some((row) => row.length < 2) || share(0, (cell) => form.name.test(cell)) < 0.95) return null;
  const others = Array.from({ length: width - 1 }, (_, index) => index + 1);
  const architecture = others.find((index) => share(index, (cell) => form.architectures.has(cell)) >= 0.9);
  const { status: statusForm } = form;
  const status = statusForm === null ? undefined : others.find((index) => share(index, (cell) => statusForm.test(cell)) >= 0.9);
  const version = others.find((index) => index !== architecture && index !== status && share(index, (cell) => form.version.test(cell)) >= 0.9);
  if (version === undefined) return null;
  const isSure = architecture !== undefined || status !== undefined;
  if (!isSure && (width !== 2 || rows.length < 5)) return null;
  return { version, status: status ?? null, vendor: form.vendorAt(width), isSure };
}
