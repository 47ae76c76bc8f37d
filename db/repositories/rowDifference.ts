import type { BulkRow, BulkUpdate } from './writeDb.ts';

/** What has to be written so that the wanted rows stand in place of the stored ones. */
export type RowDifference = { readonly gone: readonly BulkRow[]; readonly changed: readonly BulkUpdate[]; readonly added: readonly BulkRow[] };

export function rowDifference(stored: readonly BulkRow[], wanted: readonly BulkRow[]): RowDifference {
  // Nothing to compare with: a first import has 100,000 rows.
  if (stored.length === 0) return { gone: [], changed: [], added: wanted };
  const standing = new Map(stored.map((row) => [JSON.stringify(row[0]), row]));
  const changed: BulkUpdate[] = [];
  const added: BulkRow[] = [];
  for (const row of wanted) {
    const [key, after] = row;
    const name = JSON.stringify(key);
    const before = standing.get(name)?.[1];
    standing.delete(name);
    if (before === undefined) added.push(row);
    else if (before.some((value, column) => value !== after[column])) changed.push([key, before, after]);
  }
  return { gone: [...standing.values()], changed, added };
}
