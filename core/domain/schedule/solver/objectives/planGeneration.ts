import type { PlanLoad } from './planLoad.ts';
import type { PlanProblem } from './planProblem.ts';
import type { StartWindows } from './startWindows.ts';
import type { WorkTimes } from './workTimes.ts';

/**
 * Places the activities of a list (predecessors first), none before `notBefore`, and writes their starts. Gives back by how
 * many units deadlines and pinned successors are missed in all: 0 where the schedule keeps every rule.
 */
export type PlanGeneration = (list: Int32Array, notBefore: Int32Array, start: Int32Array) => number;

/**
 * The serial schedule generation scheme with the rules of plans: pinned activities first, then each activity of the list at
 * the first start that lags, release, calendar, forbidden starts, capacities, buckets and support leave. One that finds no
 * place within the horizon is not placed, counts as late by the whole horizon and one unit, and has `horizon` for a start.
 *
 * Rule: every schedule that keeps the rules comes from some list with its own starts as `notBefore`.
 *
 * Source: Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996), for the scheme.
 *
 * Example: two activities of 2 units on one unit of a resource that is away in unit 2 start at 0 and 3.
 */
export function createPlanGeneration(problem: PlanProblem, times: WorkTimes, windows: StartWindows, load: PlanLoad): PlanGeneration {
  const { count, horizon, before, finishLag, pinned } = problem;
  const { earliest, latest } = windows;
  const finish = new Int32Array(count);
  return (list, notBefore, start) => {
    load.clear();
    for (let activity = 0; activity < count; activity += 1) {
      const fixed = pinned[activity] as number;
      if (fixed < 0) continue;
      start[activity] = fixed;
      finish[activity] = times.finishOf(activity, fixed);
      load.book(activity, fixed, 1);
    }
    let missed = 0;
    for (let place = 0; place < count; place += 1) {
      const activity = list[place] as number;
      if ((pinned[activity] as number) >= 0) continue;
      let first = Math.max(earliest[activity] as number, notBefore[activity] as number);
      for (let entry = before.offset[activity] as number, last = before.offset[activity + 1] as number; entry < last; entry += 1) {
        const other = before.other[entry] as number;
        const fromFinish = finishLag.before[entry] as number;
        const soonest = fromFinish < 0 ? (start[other] as number) + (before.lag[entry] as number) : (finish[other] as number) + fromFinish;
        if (soonest > first) first = soonest;
      }
      for (;;) {
        while (first <= horizon && !times.canStart(activity, first)) first += 1;
        if (first > horizon) break;
        const next = load.misfit(activity, first);
        if (next < 0) break;
        first = next;
      }
      if (first > horizon) {
        missed += horizon + 1;
        start[activity] = horizon;
        finish[activity] = horizon + 1;
        continue;
      }
      missed += Math.max(0, first - (latest[activity] as number));
      start[activity] = first;
      finish[activity] = times.finishOf(activity, first);
      load.book(activity, first, 1);
    }
    return missed;
  };
}
