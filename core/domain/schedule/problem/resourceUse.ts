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

/** The most that a task takes of a resource on any of its days; above the capacity the task can never be placed. */
export function peakDemand(resource: SchedulingResource, total: number, duration: number): number {
  if (duration === 0) return 0;
  if (resource.kind === 'even') return Math.ceil(total / duration);
  return Math.max(Math.min(resource.capacity, total), dayDemand(resource, total, duration, duration - 1));
}

/** What placed tasks take of every resource on every working day. */
export type ResourceUse = { readonly used: readonly Float64Array[] };

export function createResourceUse(problem: SchedulingProblem): ResourceUse {
  return { used: problem.resources.map(() => new Float64Array(problem.dayOf.length)) };
}

/** Adds a task's demand to the use (`sign` 1) or takes it away (`sign` -1). */
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

/** Where a task at `start` finds too little of a resource: the resource, the first such working day and the next start worth trying. */
export type Shortage = { readonly resource: number; readonly day: number; readonly nextStart: number };

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
