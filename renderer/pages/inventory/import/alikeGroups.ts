/** From so many on, what is read alike stands in one row. */
const manyAlike = 6;

export type AlikeGroups<Entry> = {
  /** Each format with all that it reads, in the order of the list. */
  readonly groups: readonly { readonly format: string; readonly entries: readonly Entry[] }[];
  readonly others: readonly Entry[];
};

/** Thousands of machines come as thousands of files: those of one format are told together, the others one by one. Null: of no format yet. */
export function alikeGroups<Entry>(entries: readonly Entry[], formatOf: (entry: Entry) => string | null): AlikeGroups<Entry> {
  const byFormat = new Map<string, Entry[]>();
  for (const entry of entries) {
    const format = formatOf(entry);
    if (format === null) continue;
    const list = byFormat.get(format);
    if (list) list.push(entry);
    else byFormat.set(format, [entry]);
  }
  const groups = [...byFormat].flatMap(([format, alike]) => (alike.length < manyAlike ? [] : [{ format, entries: alike }]));
  const grouped = new Set(groups.map(({ format }) => format));
  return { groups, others: entries.filter((entry) => !grouped.has(formatOf(entry) ?? '')) };
}
