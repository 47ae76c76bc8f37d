import type { SchedulingProblem, SchedulingResource } from './schedulingProblem.ts';

/**
 * What a task takes of a resource on its day `offset` (from 0) of `duration` days. A lane (`front`) is taken in full until
 * the rest; people's minutes (`even`) are spread in whole minutes that add up to the total.
 *
 * Example: 1,000 fifths of accounts at 338 a day over 3 days are 338, 338, 324; 100 minutes over 3 days are 33, 33, 34.
 */
export function dayDemand(resource: SchedulingResource, total: number, duration: number, offset: number): number {
  if (resource.kind === 'front') {
    if (offset === duration - 1) return Math.max(0, total - resource.capacity * offset);
    return Math.min(resource.capacity, Math.max(0, total - resource.capacity * offset));
  }
  return Math.floor((total * (offset + 1)) / duration) - Math.floor((total * offset) / duration);
}

/**
 * The most that a task takes of a resource on any of its days; above the capacity the task can never be placed.
 *
 * Example: 1,000 fifths of accounts at 338 a day take 338 over 3 days, but 662 over 2, the rest on the second one; 100
 * minutes over 3 days take 34.
 */
export function peakDemand(resource: SchedulingResource, total: number, duration: number): number {
  if (duration === 0) return 0;
  if (resource.kind === 'even') return Math.ceil(total / duration);
  return Math.max(Math.min(resource.capacity, total), dayDemand(resource, total, duration, duration - 1));
}

/** What placed tasks take of every resource on every working day. */
export type ResourceUse = { readonly used: readonly Float64Array[] };

/**
 * Nothing taken of any resource on any day: `used[resource][day]` is 0.
 *
 * Example: a plan with one lane has one row of zeros, as long as the plan has days. The functions below have such a lane of
 * 100 fifths of accounts a day, and on it a wave of 250 from day 1 on:
 *
 *   day     0   1   2   3   4
 *   taken   0 100 100  50   0
 */
export function createResourceUse(problem: SchedulingProblem): ResourceUse {
  return { used: problem.resources.map(() => new Float64Array(problem.dayOf.length)) };
}

/**
 * Adds a task's demand to the use (`sign` 1) or takes it away (`sign` -1).
 *
 * Example: the wave of 250 adds 100, 100 and 50 to the days 1 to 3; taken away it leaves zeros.
 */
export function bookTask(problem: SchedulingProblem, use: ResourceUse, task: number, start: number, sign: 1 | -1): void {
  const duration = problem.duration[task] as number;
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const resourceIndex = problem.demandResource[entry] as number;
    const resource = problem.resources[resourceIndex] as SchedulingResource;
    const used = use.used[resourceIndex] as Float64Array;
    const total = problem.demandTotal[entry] as number;
    for (let offset = 0; offset < duration; offset += 1) {
      used[start + offset] = (used[start + offset] as number) + sign * dayDemand(resource, total, duration, offset);
    }
  }
}

/** Too little of a resource: which one, the first working day on which it does not suffice and the next start worth trying. */
export type Shortage = { readonly resource: number; readonly day: number; readonly nextStart: number };

/**
 * Where a task at `start` finds too little of a resource, or null where all suffice.
 *
 * Example: a wave of 100 cannot start on day 1, which is full, and is next tried on day 4, the first one with room for it.
 * A wave of 50 cannot start on day 2, and is next tried on day 3, where it fits.
 */
export function findShortage(problem: SchedulingProblem, use: ResourceUse, task: number, start: number): Shortage | null {
  const duration = problem.duration[task] as number;
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const resourceIndex = problem.demandResource[entry] as number;
    const resource = problem.resources[resourceIndex] as SchedulingResource;
    const used = use.used[resourceIndex] as Float64Array;
    const total = problem.demandTotal[entry] as number;
    const least = resource.kind === 'even' ? Math.floor(total / duration) : dayDemand(resource, total, duration, duration - 1);
    for (let offset = 0; offset < duration; offset += 1) {
      const day = start + offset;
      const there = resource.capacity - (used[day] as number);
      if (dayDemand(resource, total, duration, offset) <= there) continue;
      // Nothing that covers this day fits, and nothing that begins on a day without room for a first day does: full weeks are skipped at once.
      let nextStart = least > there ? day + 1 : start + 1;
      const firstDay = dayDemand(resource, total, duration, 0);
      while (resource.capacity - (used[nextStart] as number) < firstDay) nextStart += 1;
      return { resource: resourceIndex, day, nextStart };
    }
  }
  return null;
}
