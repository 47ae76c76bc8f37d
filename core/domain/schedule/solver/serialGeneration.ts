import type { FixedProject } from './fixedProject.ts';
import { chainsOf } from './chains.ts';
import type { Direction } from './direction.ts';
import { packCapacity } from './packedCapacity.ts';

/**
 * Places the activities of a list (predecessors first, seen in its direction) one after the other, each as early as its
 * predecessors and the free capacity let it, writes their starts and returns the makespan.
 *
 * The first `known` activities of the list have their starts already. As soon as the schedule must become longer than
 * `limit` the pass is given up: it answers with -1 minus the number of activities that it placed.
 */
export type Generation = (list: Int32Array, start: Int32Array, known?: number, limit?: number) => number;

const noLimit = 0x7fffffff;

/**
 * The serial schedule generation scheme on a profile of packed words. An activity's place is looked for from its last unit
 * of time to its first: the first unit that is too full shows the next start worth trying (as Boyer and Moore skip in texts).
 *
 * Rule: of the schedules in which nothing can start earlier (active schedules) one is always shortest, and every active
 * schedule comes from some list. Maximum lags are left aside.
 *
 * Source: Kelley 1963; Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996).
 *
 * Example: two activities of 3 units that need the only unit of a resource start at 0 and 3, in the order of the list;
 * with the limit 5 the pass is given up with the second one and answers -3.
 */
export function createGeneration(project: FixedProject, direction: Direction): Generation {
  const packed = packCapacity(project);
  return packed.words === 1 ? oneWordGeneration(project, direction, packed) : manyWordGeneration(project, direction, packed);
}

type Packed = ReturnType<typeof packCapacity>;

/** The least time from the start of each activity to the end of all, seen in the direction. */
function leastRest(project: FixedProject, direction: Direction): Int32Array {
  const { head, tail } = chainsOf(project);
  return direction === 'forward' ? tail : Int32Array.from(head, (before, activity) => before + (project.duration[activity] as number));
}

/**
 * Units of time that every list fits into, in both directions: each activity, or its longest lag where that is longer, one
 * after the other, and one unit more.
 *
 * Example: 2 units, then 3 units that start 4 or more after the start of the first: 4 + 3 + 1 = 8.
 */
export function horizonOf(project: FixedProject): number {
  let length = 1;
  for (let activity = 0; activity < project.count; activity += 1) {
    let longest = project.duration[activity] as number;
    for (let entry = project.after.offset[activity] as number; entry < (project.after.offset[activity + 1] as number); entry += 1)
      longest = Math.max(longest, project.after.lag[entry] as number);
    length += longest;
  }
  return length;
}

/**
 * Lags between starts as they read in the direction, by the activity they lead to. Backwards, where starts count from the
 * project's end, they are from the later activity's end to the earlier one's.
 *
 * Example: B (3 units) starts 1 or more after the start of A (4 units). Backwards both may begin at once: 1 + 3 − 4 = 0.
 *
 *   A   # # # #
 *   B   . # # #
 */
export function lagsInto(project: FixedProject, direction: Direction) {
  if (direction === 'forward') return project.before;
  const { offset, other, lag } = project.after;
  const turned = new Int32Array(lag.length);
  for (let activity = 0; activity < project.count; activity += 1) {
    for (let entry = offset[activity] as number; entry < (offset[activity + 1] as number); entry += 1)
      turned[entry] = (lag[entry] as number) + (project.duration[other[entry] as number] as number) - (project.duration[activity] as number);
  }
  return { offset, other, lag: turned };
}

function oneWordGeneration(project: FixedProject, direction: Direction, packed: Packed): Generation {
  const { count, duration } = project;
  const { offset, other, lag } = lagsInto(project, direction);
  const { demand } = packed;
  const guard = packed.guard[0] as number;
  const full = packed.full[0] as number;
  const rest = leastRest(project, direction);
  const free = new Int32Array(horizonOf(project)).fill(full);
  let used = 0;
  return (list, start, known = 0, limit = noLimit) => {
    free.fill(full, 0, used);
    let finish = 0;
    for (let place = 0; place < known; place += 1) {
      const activity = list[place] as number;
      const needs = demand[activity] as number;
      const first = start[activity] as number;
      const end = first + (duration[activity] as number);
      if (needs !== 0) for (let time = first; time < end; time += 1) free[time] = ((free[time] as number) - needs) | 0;
      if (end > finish) finish = end;
      if (first + (rest[activity] as number) > limit) {
        used = finish;
        return -1;
      }
    }
    for (let place = known; place < count; place += 1) {
      const activity = list[place] as number;
      let first = 0;
      for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
        const earliest = (start[other[entry] as number] as number) + (lag[entry] as number);
        if (earliest > first) first = earliest;
      }
      const length = duration[activity] as number;
      const needs = demand[activity] as number;
      if (needs !== 0) {
        let time = first + length - 1;
        while (time >= first) {
          if ((((free[time] as number) - needs) & guard) === guard) time -= 1;
          else {
            first = time + 1;
            time = first + length - 1;
          }
        }
        for (time = first + length - 1; time >= first; time -= 1) free[time] = ((free[time] as number) - needs) | 0;
      }
      start[activity] = first;
      if (first + length > finish) finish = first + length;
      if (first + (rest[activity] as number) > limit) {
        used = finish;
        return known - place - 2;
      }
    }
    used = finish;
    return finish;
  };
}

function manyWordGeneration(project: FixedProject, direction: Direction, packed: Packed): Generation {
  const { count, duration } = project;
  const { offset, other, lag } = lagsInto(project, direction);
  const { demand, words, guard, full } = packed;
  const rest = leastRest(project, direction);
  const horizon = horizonOf(project);
  const free = new Int32Array(horizon * words);
  let used = horizon;
  const needsNothing = new Uint8Array(count).fill(1);
  for (let entry = 0; entry < demand.length; entry += 1) if (demand[entry] !== 0) needsNothing[Math.floor(entry / words)] = 0;
  const fits = (activity: number, time: number) => {
    for (let word = 0; word < words; word += 1) {
      const lanes = guard[word] as number;
      if ((((free[time * words + word] as number) - (demand[activity * words + word] as number)) & lanes) !== lanes) return false;
    }
    return true;
  };
  const take = (activity: number, from: number, until: number) => {
    for (let time = from; time < until; time += 1)
      for (let word = 0; word < words; word += 1)
        free[time * words + word] = ((free[time * words + word] as number) - (demand[activity * words + word] as number)) | 0;
  };
  return (list, start, known = 0, limit = noLimit) => {
    for (let time = 0; time < used; time += 1) for (let word = 0; word < words; word += 1) free[time * words + word] = full[word] as number;
    let finish = 0;
    for (let place = 0; place < known; place += 1) {
      const activity = list[place] as number;
      const first = start[activity] as number;
      const end = first + (duration[activity] as number);
      if (!needsNothing[activity]) take(activity, first, end);
      if (end > finish) finish = end;
      if (first + (rest[activity] as number) > limit) {
        used = finish;
        return -1;
      }
    }
    for (let place = known; place < count; place += 1) {
      const activity = list[place] as number;
      let first = 0;
      for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
        const earliest = (start[other[entry] as number] as number) + (lag[entry] as number);
        if (earliest > first) first = earliest;
      }
      const length = duration[activity] as number;
      if (!needsNothing[activity]) {
        let time = first + length - 1;
        while (time >= first) {
          if (fits(activity, time)) time -= 1;
          else {
            first = time + 1;
            time = first + length - 1;
          }
        }
        take(activity, first, first + length);
      }
      start[activity] = first;
      if (first + length > finish) finish = first + length;
      if (first + (rest[activity] as number) > limit) {
        used = finish;
        return known - place - 2;
      }
    }
    used = finish;
    return finish;
  };
}
