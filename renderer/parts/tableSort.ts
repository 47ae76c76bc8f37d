export type Sort = { readonly by: string; readonly direction: 'ascending' | 'descending' };

/** A second choice of the same column turns the order; words begin with A, figures with the largest. */
export function nextSort(sort: Sort, by: string, words: readonly string[]): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: words.includes(by) ? 'ascending' : 'descending' };
}
