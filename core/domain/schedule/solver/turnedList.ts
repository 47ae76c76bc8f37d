import { orderOf } from './chains.ts';
import type { FixedProject } from './fixedProject.ts';
import type { Direction } from './direction.ts';

/** Writes the list that hands a schedule over to a pass in the other direction. */
export type ListTurner = (start: Int32Array, makespan: number, turned: Int32Array) => void;

/**
 * Forward-backward improvement: the activities of a schedule that was built in `direction`, by falling finish, are a list
 * for a pass in the other direction, and that pass gives a schedule that is never longer (justification). Equal finishes
 * keep the order of precedence. Where a lag lets an activity finish before the one it waits for, the one it waits for
 * stands behind it all the same, and the pass may come out longer.
 *
 * Source: Li and Willis, An iterative scheduling technique for resource-constrained project scheduling, EJOR 56 (1992);
 * Valls, Ballestín and Quintanilla, Justification and RCPSP: a technique that pays, EJOR 165 (2005).
 *
 * Example: activities 0 and 1 of 3 units each that finish at 3 and 6 turn into the list 1, 0.
 */
export function createTurner(project: FixedProject, direction: Direction): ListTurner {
  const { count, duration } = project;
  const order = orderOf(project, direction === 'forward' ? 'backward' : 'forward');
  const next = direction === 'forward' ? project.after : project.before;
  const isOrderedByFinish = !hasShortLag(project);
  /** Units of time from an activity's finish to the end. */
  const key = new Int32Array(count);
  let places = new Int32Array(64);
  return (start, makespan, turned) => {
    if (places.length < makespan + 2) places = new Int32Array(2 * makespan + 2);
    else places.fill(0, 0, makespan + 2);
    for (let index = 0; index < count; index += 1) {
      const activity = order[index] as number;
      let untilEnd = makespan - (start[activity] as number) - (duration[activity] as number);
      if (!isOrderedByFinish) {
        for (let entry = next.offset[activity] as number; entry < (next.offset[activity + 1] as number); entry += 1)
          untilEnd = Math.max(untilEnd, key[next.other[entry] as number] as number);
      }
      key[activity] = untilEnd;
      places[untilEnd + 1] = (places[untilEnd + 1] as number) + 1;
    }
    for (let time = 0; time < makespan; time += 1) places[time + 1] = (places[time + 1] as number) + (places[time] as number);
    for (let index = 0; index < count; index += 1) {
      const activity = order[index] as number;
      const untilEnd = key[activity] as number;
      const place = places[untilEnd] as number;
      turned[place] = activity;
      places[untilEnd] = place + 1;
    }
  };
}

/** A lag shorter than the activity it comes from: the later one may finish first. */
function hasShortLag({ count, duration, after }: FixedProject): boolean {
  for (let activity = 0; activity < count; activity += 1) {
    for (let entry = after.offset[activity] as number; entry < (after.offset[activity + 1] as number); entry += 1)
      if ((after.lag[entry] as number) < (duration[activity] as number)) return true;
  }
  return false;
}
