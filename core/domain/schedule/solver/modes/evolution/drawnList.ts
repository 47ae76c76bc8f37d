import { longestTails } from '../modeChains.ts';
import type { ModeTable } from '../modeTable.ts';

/** How far the draw may take activities away from the order of their chains, as a share of the longest one. */
const largestSpread = 0.6;

/** What first lists are drawn by. */
export type ListDrawing = {
  /** By activity: from its start to the end of the project, with the shortest modes. */
  readonly chain: Int32Array;
  readonly longestChain: number;
  /** By activity: its place in the order of the table, which decides between equal keys. */
  readonly rank: Int32Array;
  /** By activity: the smaller, the sooner in the list. */
  readonly key: Float64Array;
};

/**
 * Measures the chains that lists are drawn by.
 *
 * Example: behind an activity of 2 units of time comes one of 3: chains of 5 and 3, the longest is 5.
 */
export function createListDrawing(table: ModeTable): ListDrawing {
  const shortest = Int32Array.from({ length: table.count }, (_, activity) => table.duration[table.firstMode[activity] as number] as number);
  const chain = new Int32Array(table.count);
  longestTails(table, shortest, shortest, chain);
  for (let activity = 0; activity < table.count; activity += 1) chain[activity] = (chain[activity] as number) + (shortest[activity] as number);
  const rank = new Int32Array(table.count);
  for (let place = 0; place < table.count; place += 1) rank[table.order[place] as number] = place;
  return { chain, longestChain: chain.reduce((most, value) => Math.max(most, value), 0), rank, key: new Float64Array(table.count) };
}

/**
 * How far the lists of one member are drawn away from the order of the chains: anything from nothing to much.
 *
 * Example: with a longest chain of 10 and a random number of 0.5 keys are drawn up to 3 units of time later.
 */
export function drawSpread({ longestChain }: ListDrawing, random: () => number): number {
  return largestSpread * random() * longestChain;
}

/**
 * Draws a list that keeps the order of the links, with a leaning to long chains behind: the key of an activity is up to
 * `spread` later than its chain says, and never sooner than that of a predecessor.
 *
 * Example: the links are A to B and C to D, the durations 1, 1, 3 and 4. Without a spread the long chain comes first:
 *
 *     A 1 - B 1       chain of A: 2, of B: 1
 *     C 3 - D 4       chain of C: 7, of D: 4       list C D A B
 */
export function drawList(table: ModeTable, { chain, rank, key }: ListDrawing, spread: number, list: Int32Array, random: () => number): void {
  const { offset, other } = table.before;
  for (let place = 0; place < table.count; place += 1) {
    const activity = table.order[place] as number;
    let value = spread * random() - (chain[activity] as number);
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1)
      value = Math.max(value, key[other[link] as number] as number);
    key[activity] = value;
  }
  list.set(table.order);
  list.sort((a, b) => (key[a] as number) - (key[b] as number) || (rank[a] as number) - (rank[b] as number));
}
