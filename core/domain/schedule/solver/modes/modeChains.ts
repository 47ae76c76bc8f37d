import type { ModeTable } from './modeTable.ts';

/**
 * Earliest starts when every activity takes `shortest`, into `head`: the longest chain of links before each of them.
 *
 * Source: Kelley and Walker 1959, Critical-path planning and scheduling.
 *
 * Example: A (2 units of time), behind it B (3), behind it C (1), and C starts at least 6 after the start of A. B starts at
 * 2 and C at 6, not at 5:
 *
 *     A A B B B . C
 *     0 1 2 3 4 5 6
 */
export function longestHeads(table: ModeTable, shortest: Int32Array, head: Int32Array): void {
  const { offset, other, lag } = table.before;
  for (const activity of table.order) {
    let earliest = 0;
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
      const from = other[link] as number;
      const gap = lag[link] as number;
      earliest = Math.max(earliest, (head[from] as number) + (gap < 0 ? (shortest[from] as number) : gap));
    }
    head[activity] = earliest;
  }
}

/**
 * Least time from an activity's finish to the end of the project, into `tail`. `longest` are the longest modes: what a lag
 * from start to start leaves beyond them is certain, less is not.
 *
 * Example: the same A, B and C. Behind C comes nothing, behind B the 1 of C, behind A 5: its lag of 6 leaves 4 beyond the 2
 * of A, and C follows. With a mode of 5 A could fill 5 of the 6: then certain are only the 4 of B and C.
 */
export function longestTails(table: ModeTable, shortest: Int32Array, longest: Int32Array, tail: Int32Array): void {
  const { offset, other, lag } = table.after;
  for (let place = table.count - 1; place >= 0; place -= 1) {
    const activity = table.order[place] as number;
    let least = 0;
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
      const to = other[link] as number;
      const gap = lag[link] as number;
      least = Math.max(least, (gap < 0 ? 0 : gap - (longest[activity] as number)) + (shortest[to] as number) + (tail[to] as number));
    }
    tail[activity] = least;
  }
}
