import type { FixedProject } from './fixedProject.ts';
import type { Direction } from './direction.ts';

/**
 * The activities with everything that must come earlier in front, seen in a direction: forwards predecessors first,
 * backwards successors first. Ties go by number. Shorter than the project where minimum lags go in a circle.
 *
 * Source: Kahn, Topological sorting of large networks, CACM 5 (1962).
 *
 * Example: of 0 → 2 and 1 → 2 it is 0, 1, 2 forwards and 2, 0, 1 backwards.
 */
export function orderOf(project: FixedProject, direction: Direction): Int32Array {
  const next = direction === 'forward' ? project.after : project.before;
  const waitsFor = new Int32Array(project.count);
  for (const activity of next.other) waitsFor[activity] = (waitsFor[activity] as number) + 1;
  const order = new Int32Array(project.count);
  let found = 0;
  for (let activity = 0; activity < project.count; activity += 1) if (waitsFor[activity] === 0) order[found++] = activity;
  for (let place = 0; place < found; place += 1) {
    const activity = order[place] as number;
    for (let entry = next.offset[activity] as number; entry < (next.offset[activity + 1] as number); entry += 1) {
      const other = next.other[entry] as number;
      waitsFor[other] = (waitsFor[other] as number) - 1;
      if (waitsFor[other] === 0) order[found++] = other;
    }
  }
  return order.subarray(0, found);
}

/** Longest chains of minimum lags, all resources endless. */
export type Chains = {
  /** From the project's start to the start of each activity. */
  readonly head: Int32Array;
  /** From the start of each activity to the project's end, its own duration included. */
  readonly tail: Int32Array;
  /** The longest of all: no schedule is shorter. */
  readonly criticalPath: number;
};

/**
 * The critical path method on starts.
 *
 * Source: Kelley and Walker, Critical-path planning and scheduling, 1959.
 *
 * Example: 2 units, then 3 units: heads 0 and 2, tails 5 and 3, critical path 5.
 */
export function chainsOf(project: FixedProject): Chains {
  const { count, duration, before, after } = project;
  const order = orderOf(project, 'forward');
  const head = new Int32Array(count);
  const tail = Int32Array.from(duration);
  for (const activity of order) {
    for (let entry = before.offset[activity] as number; entry < (before.offset[activity + 1] as number); entry += 1)
      head[activity] = Math.max(head[activity] as number, (head[before.other[entry] as number] as number) + (before.lag[entry] as number));
  }
  let criticalPath = 0;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const activity = order[place] as number;
    for (let entry = after.offset[activity] as number; entry < (after.offset[activity + 1] as number); entry += 1)
      tail[activity] = Math.max(tail[activity] as number, (after.lag[entry] as number) + (tail[after.other[entry] as number] as number));
    criticalPath = Math.max(criticalPath, (head[activity] as number) + (tail[activity] as number));
  }
  return { head, tail, criticalPath };
}
