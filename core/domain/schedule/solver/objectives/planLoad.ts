import type { PlanProblem } from './planProblem.ts';
import type { WorkTimes } from './workTimes.ts';

/** What is taken of resources and buckets while a schedule is made. */
export type PlanLoad = {
  clear(): void;
  /** -1 where the activity fits there, else the next start worth trying. The start is one that `canStart` allows. */
  misfit(activity: number, start: number): number;
  /** Takes (sign 1) or gives back (sign -1) what the activity needs with this start. */
  book(activity: number, start: number, sign: 1 | -1): void;
};

/**
 * Rules: in every unit of time that an activity works in, its demand is free; in every bucket the units that it works there
 * are free; in the working units after its finish the support that it still needs is free.
 *
 * Example: support of 2 units over 2 units of time after a finish at 3 takes 2 in unit 3 and 1 in unit 4.
 */
export function createPlanLoad(problem: PlanProblem, times: WorkTimes): PlanLoad {
  const { horizon, resources, demand, available, duration, calendar, isSplittable, bucketLength, bucketLines, bucketLimit, bucketDemand } = problem;
  const { supportUnits, supportDemand } = problem;
  const { workedAt, workedBefore } = times;
  const buckets = bucketLines === 0 ? 0 : bucketLimit.length / bucketLines;
  const used = new Int32Array(available.length);
  const usedBuckets = new Int32Array(bucketLimit.length);
  const hasAny = (values: Int32Array, width: number) =>
    Uint8Array.from({ length: problem.count }, (_, activity) => (values.subarray(activity * width, (activity + 1) * width).some((value) => value > 0) ? 1 : 0));
  const takes = hasAny(demand, resources);
  const fills = hasAny(bucketDemand, bucketLines);
  const supports = hasAny(supportDemand, resources);

  /** Where the worked units of an activity begin in `workedAt`, or -1 where they follow one another. */
  const firstPlace = (activity: number, start: number) => {
    const index = calendar[activity] as number;
    return isSplittable[activity] && (duration[activity] as number) > 0 ? index * horizon + (workedBefore[index * (horizon + 1) + start] as number) : -1;
  };
  const supportEnd = (activity: number, from: number) => {
    const index = calendar[activity] as number;
    return Math.min(from + (supportUnits[activity] as number), index * horizon + (workedBefore[index * (horizon + 1) + horizon] as number));
  };
  const supportFrom = (activity: number, start: number) => {
    const index = calendar[activity] as number;
    return index * horizon + (workedBefore[index * (horizon + 1) + times.finishOf(activity, start)] as number);
  };
  const supportAt = (activity: number, resource: number, unit: number) => {
    const units = supportUnits[activity] as number;
    return Math.ceil(((supportDemand[activity * resources + resource] as number) * (units - unit)) / units);
  };
  const bucketOverflows = (activity: number, start: number) => {
    const length = duration[activity] as number;
    const place = firstPlace(activity, start);
    for (let line = 0; line < bucketLines; line += 1) {
      const needs = bucketDemand[activity * bucketLines + line] as number;
      if (needs === 0) continue;
      let bucket = -1;
      let free = 0;
      for (let unit = 0; unit < length; unit += 1) {
        const here = Math.floor((place < 0 ? start + unit : (workedAt[place + unit] as number)) / bucketLength);
        if (here !== bucket) {
          bucket = here;
          free = (bucketLimit[line * buckets + bucket] as number) - (usedBuckets[line * buckets + bucket] as number);
        }
        free -= needs;
        if (free < 0) return true;
      }
    }
    return false;
  };

  return {
    clear() {
      used.fill(0);
      usedBuckets.fill(0);
    },
    misfit(activity, start) {
      const length = duration[activity] as number;
      if (takes[activity]) {
        const place = firstPlace(activity, start);
        for (let unit = length - 1; unit >= 0; unit -= 1) {
          const time = place < 0 ? start + unit : (workedAt[place + unit] as number);
          for (let resource = 0; resource < resources; resource += 1) {
            const needs = demand[activity * resources + resource] as number;
            if (needs > 0 && (used[time * resources + resource] as number) + needs > (available[time * resources + resource] as number)) return time + 1;
          }
        }
      }
      if (fills[activity] && bucketOverflows(activity, start)) return start + 1;
      if (supports[activity]) {
        const from = supportFrom(activity, start);
        for (let entry = from, end = supportEnd(activity, from); entry < end; entry += 1) {
          const time = workedAt[entry] as number;
          for (let resource = 0; resource < resources; resource += 1) {
            const needs = supportAt(activity, resource, entry - from);
            if (needs > 0 && (used[time * resources + resource] as number) + needs > (available[time * resources + resource] as number)) return start + 1;
          }
        }
      }
      return -1;
    },
    book(activity, start, sign) {
      const length = duration[activity] as number;
      if (takes[activity] || fills[activity]) {
        const place = firstPlace(activity, start);
        for (let unit = 0; unit < length; unit += 1) {
          const time = place < 0 ? start + unit : (workedAt[place + unit] as number);
          for (let resource = 0; resource < resources; resource += 1)
            used[time * resources + resource] = (used[time * resources + resource] as number) + sign * (demand[activity * resources + resource] as number);
          for (let line = 0; line < bucketLines; line += 1) {
            const entry = line * buckets + Math.floor(time / bucketLength);
            usedBuckets[entry] = (usedBuckets[entry] as number) + sign * (bucketDemand[activity * bucketLines + line] as number);
          }
        }
      }
      if (!supports[activity]) return;
      const from = supportFrom(activity, start);
      for (let entry = from, end = supportEnd(activity, from); entry < end; entry += 1) {
        const time = workedAt[entry] as number;
        for (let resource = 0; resource < resources; resource += 1)
          used[time * resources + resource] = (used[time * resources + resource] as number) + sign * supportAt(activity, resource, entry - from);
      }
    },
  };
}
