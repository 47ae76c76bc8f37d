import { foldHeading } from './headings.ts';
import type { Column, Columns } from './tableColumns.ts';

/** Columns of a tool whose headings are known: field → headings, the first one found wins, its first occurrence counts. */
export function findColumns(headings: readonly string[], wanted: Readonly<Record<string, readonly string[]>>): Columns {
  const folded = headings.map(foldHeading);
  const columns = new Map<string, Column>();
  for (const [field, names] of Object.entries(wanted)) {
    for (const name of names) {
      const index = folded.indexOf(foldHeading(name));
      if (index < 0) continue;
      columns.set(field, { index, heading: headings[index] as string });
      break;
    }
  }
  return columns;
}

/** Whether a table has all these headings. */
export function hasHeadings(headings: readonly string[], names: readonly string[]): boolean {
  const folded = new Set(headings.map(foldHeading));
  return names.every((name) => folded.has(foldHeading(name)));
}
