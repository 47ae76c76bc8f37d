/** Chosen rows of a query: the ones named, or all that it finds but the ones named. Rows that are not loaded are chosen like any other. */
export type ChosenRows = { readonly isAll: boolean; readonly keys: ReadonlySet<string> };
export const nothingChosen: ChosenRows = { isAll: false, keys: new Set() };
export const everythingChosen: ChosenRows = { isAll: true, keys: new Set() };

export function isChosen({ isAll, keys }: ChosenRows, key: string): boolean {
  return keys.has(key) !== isAll;
}

/** How many rows of a query that finds `total` are chosen. */
export function countChosen({ isAll, keys }: ChosenRows, total: number): number {
  return isAll ? Math.max(0, total - keys.size) : keys.size;
}

/**
 * These rows chosen, or none of them. All with every row taken out is nothing; but rows that were chosen one by one
 * never become "all", which would mean rows that come later as well.
 */
export function withRows({ isAll, keys }: ChosenRows, rows: readonly string[], areChosen: boolean, total: number): ChosenRows {
  const next = new Set(keys);
  for (const row of rows) {
    if (areChosen === isAll) next.delete(row);
    else next.add(row);
  }
  return isAll && total > 0 && next.size >= total ? nothingChosen : { isAll, keys: next };
}
