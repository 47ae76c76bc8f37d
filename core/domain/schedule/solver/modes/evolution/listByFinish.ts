import type { ModeTable } from '../modeTable.ts';

/** Where lists are sorted: one for a whole search. */
export type FinishOrder = {
  /** By activity: its finish, or an earlier one of what must stand behind it. */
  readonly key: Int32Array;
  /** By time: the place in the list of the next activity with this key. */
  buckets: Int32Array;
};

/**
 * Room for sorting lists of so many activities; that for their makespan grows when it is needed.
 *
 * Example: with 3 activities there are 3 keys.
 */
export function createFinishOrder(count: number): FinishOrder {
  return { key: new Int32Array(count), buckets: new Int32Array(1024) };
}

/**
 * Writes the activities of a schedule into `list` by their finish, so that the list, read from its end, builds the schedule
 * in the other direction. With lags from start to start an activity may finish behind one that must stand behind it: it
 * then counts with the finish of that one. Of equal ones the order of the links decides.
 *
 * Source: counting sort, Seward 1954.
 *
 * Example: C must start 1 after the start of A or later. A finishes at 5, B at 3, C at 2. A counts with the 2 of C and
 * stands before it: A C B.
 *
 *     A A A A A
 *     B B B
 *       C
 *     0 1 2 3 4
 */
export function listByFinish(table: ModeTable, order: FinishOrder, finish: Int32Array, isMirrored: boolean, makespan: number, list: Int32Array): void {
  const { count } = table;
  if (order.buckets.length < makespan + 2) order.buckets = new Int32Array(2 * makespan + 2);
  const { key, buckets } = order;
  buckets.fill(0, 0, makespan + 2);
  const { offset, other } = isMirrored ? table.before : table.after;
  for (let place = count - 1; place >= 0; place -= 1) {
    const activity = table.order[isMirrored ? count - 1 - place : place] as number;
    let value = finish[activity] as number;
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1)
      value = Math.min(value, key[other[link] as number] as number);
    key[activity] = value;
    buckets[value + 1] = (buckets[value + 1] as number) + 1;
  }
  for (let value = 1; value <= makespan; value += 1) buckets[value] = (buckets[value] as number) + (buckets[value - 1] as number);
  for (let place = 0; place < count; place += 1) {
    const activity = table.order[isMirrored ? count - 1 - place : place] as number;
    const value = key[activity] as number;
    list[buckets[value] as number] = activity;
    buckets[value] = (buckets[value] as number) + 1;
  }
}
