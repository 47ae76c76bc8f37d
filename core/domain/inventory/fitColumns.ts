/**
 * Of columns that were named for another table those that this table has, under its own way of writing them.
 *
 * Example: `{ Prog: 'rawName', Firma: 'publisher' }` fits a table with the headings `PROG ` and `Zahl` as `{ 'PROG ': 'rawName' }`.
 */
export function fitColumns(columns: Readonly<Record<string, string>>, headings: readonly string[]): Record<string, string> {
  const fold = (heading: string) => heading.trim().toLowerCase();
  return Object.fromEntries(
    Object.entries(columns).flatMap(([heading, field]) => {
      const own = headings.includes(heading) ? heading : headings.find((known) => fold(known) === fold(heading));
      return own === undefined ? [] : [[own, field]];
    }),
  );
}
