import type { FixedProject } from './fixedProject.ts';
import { orderOf } from './chains.ts';
import { packCapacity } from './packedCapacity.ts';

/** Builds one schedule after priorities (the smallest first), writes the starts and returns the makespan. */
export type ParallelGeneration = (priority: ArrayLike<number>, start: Int32Array) => number;

/**
 * The parallel schedule generation scheme: time goes on from one finish to the next, and whatever may start then and
 * fits is started, the most urgent first. Nothing ever waits that could start (a non-delay schedule): not always the
 * shortest, but nearly always a good one at once, above all in large projects.
 *
 * Source: Bedworth and Bailey 1982; Kolisch, Serial and parallel resource-constrained project scheduling methods
 * revisited, EJOR 90 (1996).
 *
 * Example: with one unit of a resource, activities of 3 units and priorities 2 and 1 start at 3 and 0.
 */
export function createParallelGeneration(project: FixedProject): ParallelGeneration {
  const { count, duration, before, after } = project;
  const { words, guard, full, demand } = packCapacity(project);
  const order = orderOf(project, 'forward');
  const free = new Int32Array(words);
  const waitsFor = new Int32Array(count);
  const readyAt = new Int32Array(count);

  const fits = (activity: number) => {
    for (let word = 0; word < words; word += 1) {
      const lanes = guard[word] as number;
      if ((((free[word] as number) - (demand[activity * words + word] as number)) & lanes) !== lanes) return false;
    }
    return true;
  };
  const book = (activity: number, sign: 1 | -1) => {
    for (let word = 0; word < words; word += 1) free[word] = ((free[word] as number) + sign * (demand[activity * words + word] as number)) | 0;
  };

  return (priority, start) => {
    free.set(full);
    readyAt.fill(0);
    for (let activity = 0; activity < count; activity += 1) waitsFor[activity] = (before.offset[activity + 1] as number) - (before.offset[activity] as number);
    const isMoreUrgent = (one: number, other: number) => (priority[one] as number) - (priority[other] as number) || one - other;
    let waiting = Array.from(order.filter((activity) => waitsFor[activity] === 0)).sort(isMoreUrgent);
    const finishing = new Map<number, number[]>();
    let times: number[] = [];
    let left = count;
    let makespan = 0;
    let time = 0;
    while (left > 0) {
      for (const activity of finishing.get(time) ?? []) book(activity, 1);
      const freed: number[] = [];
      const still: number[] = [];
      let next = Number.MAX_SAFE_INTEGER;
      for (const activity of waiting) {
        const ready = readyAt[activity] as number;
        if (ready > time || !fits(activity)) {
          still.push(activity);
          if (ready > time) next = Math.min(next, ready);
          continue;
        }
        start[activity] = time;
        left -= 1;
        const finish = time + (duration[activity] as number);
        makespan = Math.max(makespan, finish);
        if (finish > time) {
          book(activity, -1);
          const others = finishing.get(finish);
          if (others) others.push(activity);
          else {
            finishing.set(finish, [activity]);
            times.push(finish);
          }
        }
        for (let entry = after.offset[activity] as number; entry < (after.offset[activity + 1] as number); entry += 1) {
          const other = after.other[entry] as number;
          readyAt[other] = Math.max(readyAt[other] as number, time + (after.lag[entry] as number));
          waitsFor[other] = (waitsFor[other] as number) - 1;
          if (waitsFor[other] === 0) freed.push(other);
        }
      }
      waiting = freed.length === 0 ? still : [...still, ...freed].sort(isMoreUrgent);
      // What has just become free to start may be ready at this very time.
      if (freed.some((activity) => (readyAt[activity] as number) <= time)) {
        finishing.delete(time);
        continue;
      }
      times = times.filter((finish) => finish > time);
      for (const finish of times) next = Math.min(next, finish);
      for (const activity of freed) next = Math.min(next, Math.max(readyAt[activity] as number, time + 1));
      time = next;
    }
    return makespan;
  };
}
