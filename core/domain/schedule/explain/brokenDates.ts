import { fromDayNumber } from '../../calendar.ts';
import type { TaskId } from '../../ids.ts';
import { freezeClash } from '../problem/freezeClash.ts';
import { bookTask, createResourceUse } from '../problem/resourceUse.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { storedDates } from '../problem/storedDates.ts';
import type { Timeline } from '../timeline/timeline.ts';

/**
 * Tasks whose dates no longer hold: a freeze, a link, the owner's `notBefore`, the calendar or the capacity of one of
 * their days says otherwise than when they were scheduled. Tasks without dates are not among them: their plan says why
 * it could give them none. Empty for a plan that nobody changed since it was scheduled. `problem` is the timeline's own.
 *
 * Example: a wave from 4 to 8 January 2027, and a freeze that is then added for 7 January: the wave is broken.
 */
export function brokenDates(timeline: Timeline, problem: SchedulingProblem): readonly TaskId[] {
  const { start, end } = storedDates(timeline, problem);
  const use = createResourceUse(problem);
  for (const [task, first] of start.entries()) if (first >= 0) bookTask(problem, use, task, first, 1);
  return problem.taskIds.filter((_, task) => {
    const first = start[task] as number;
    if (first < 0) return false;
    const last = Math.max(first, (end[task] as number) - 1);
    const stored = timeline.tasks[task];
    if (stored?.startsOn !== fromDayNumber(problem.dayOf[first] as number) || stored.finishesOn !== fromDayNumber(problem.dayOf[last] as number)) return true;
    if (first < (problem.earliest[task] as number) || freezeClash(problem, task, first) !== null) return true;
    return breaksLink(problem, start, end, task) || lacksCapacity(problem, use.used, start, end, task);
  });
}

function breaksLink(problem: SchedulingProblem, start: Int32Array, end: Int32Array, task: number): boolean {
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const before = end[problem.linkFrom[entry] as number] as number;
    if (before >= 0 && before + (problem.linkLag[entry] as number) > (start[task] as number)) return true;
  }
  return false;
}

function lacksCapacity(problem: SchedulingProblem, used: readonly Float64Array[], start: Int32Array, end: Int32Array, task: number): boolean {
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const index = problem.demandResource[entry] as number;
    const { capacity } = problem.resources[index] as SchedulingResource;
    for (let day = start[task] as number; day < (end[task] as number); day += 1) if ((used[index]?.[day] ?? 0) > capacity) return true;
  }
  return false;
}
