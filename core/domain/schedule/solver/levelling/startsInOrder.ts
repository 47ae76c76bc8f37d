import type { Chains } from '../chains.ts';
import type { FixedProject } from '../fixedProject.ts';

/** Changes starts into ones that keep every lag and end at `end` or before. */
export type StartsInOrder = (start: Float64Array, end: number) => void;

/**
 * Mends starts that break lags, without preferring a side: once everything that is too early is pushed right, once
 * everything that is too late is pushed left, and the means of both are taken. Lags are differences, so the means of two
 * plans that keep them keep them too. `end` is not before the critical path.
 *
 * Example: 2 units at 3 and what follows them at 4 become 3 and 5 pushed right, 2 and 4 pushed left, and stand at 2.5 and 4.5 then.
 */
export function createStartsInOrder(project: FixedProject, order: Int32Array, { head, tail }: Chains): StartsInOrder {
  const { count, before, after } = project;
  const right = new Float64Array(count);
  const left = new Float64Array(count);
  return (start, end) => {
    for (let activity = 0; activity < count; activity += 1) {
      const inside = Math.min(Math.max(start[activity] as number, head[activity] as number), end - (tail[activity] as number));
      right[activity] = inside;
      left[activity] = inside;
    }
    for (let place = 0; place < count; place += 1) {
      const activity = order[place] as number;
      let first = right[activity] as number;
      for (let entry = before.offset[activity] as number, last = before.offset[activity + 1] as number; entry < last; entry += 1) {
        const earliest = (right[before.other[entry] as number] as number) + (before.lag[entry] as number);
        if (earliest > first) first = earliest;
      }
      right[activity] = first;
    }
    for (let place = count - 1; place >= 0; place -= 1) {
      const activity = order[place] as number;
      let first = left[activity] as number;
      for (let entry = after.offset[activity] as number, last = after.offset[activity + 1] as number; entry < last; entry += 1) {
        const latest = (left[after.other[entry] as number] as number) - (after.lag[entry] as number);
        if (latest < first) first = latest;
      }
      left[activity] = first;
    }
    for (let activity = 0; activity < count; activity += 1) start[activity] = ((right[activity] as number) + (left[activity] as number)) / 2;
  };
}
