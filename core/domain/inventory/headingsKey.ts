/**
 * The headings of a table as a key under which tables of the same columns are found again: in any order, whatever their
 * capitals and the blanks around them.
 *
 * Example: `["Zahl ", "Prog"]` and `["prog", "ZAHL"]` have the key `["prog","zahl"]`.
 */
export function headingsKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map((heading) => heading.trim().toLowerCase()).sort());
}
