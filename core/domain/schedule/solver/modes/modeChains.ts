import type { ModeTable } from './modeTable.ts';

/** Earliest starts when every activity takes `shortest`, into `head` (critical path method). */
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
