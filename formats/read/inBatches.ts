import type { ReadOptions } from './reader.ts';

/** Hands out what `build` makes of each entry, in batches, so that a reading can be stopped in between; null is left out. */
export function* inBatches<Entry, Item>(
  entries: readonly Entry[],
  options: ReadOptions,
  build: (entry: Entry, index: number) => Item | null,
): Generator<Item[]> {
  const batchSize = options.batchSize ?? 1_000;
  let batch: Item[] = [];
  for (const [index, entry] of entries.entries()) {
    const item = build(entry, index);
    if (item !== null) batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    options.signal?.throwIfAborted();
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
