import type { IndexSchedule } from '../placement/serialSchedule.ts';

/**
 * What a plan costs by the dates of its tasks, as tables over the working days of a `SchedulingProblem`, in cents: all that a
 * search has to know about money. Fractions of a cent are there because amounts are not yet rounded.
 */
export type DateCosts = {
  /** What no date changes. */
  readonly fixed: number;
  readonly finishes: readonly FinishCost[];
  readonly spans: readonly SpanCost[];
};

/** `weight * byFinish[d]`, where d is the working day on which the last of the tasks finishes. */
export type FinishCost = { readonly tasks: Int32Array; readonly weight: number; readonly byFinish: Float64Array };

/** What runs from the first start of some tasks to the last finish of others: `upTo[last finish] - before[first start]`. Neither table falls. */
export type SpanCost = { readonly from: Int32Array; readonly until: Int32Array; readonly upTo: Float64Array; readonly before: Float64Array };

type Dates = Pick<IndexSchedule, 'start' | 'end'>;

/**
 * The working day on which a task finishes; a gate finishes on the day on which it stands.
 *
 * Example: 3 days of work from day 2 on end on 5, so they finish on day 4; a gate on day 2 finishes on day 2.
 */
export function finishDayOf({ start, end }: Dates, task: number): number {
  return Math.max(start[task] as number, (end[task] as number) - 1);
}

/**
 * What the last finish of some tasks costs, in cents.
 *
 * Example: a contract costs 100 while both a and b finish by day 1, and 250 from day 2 on; 3 of them cost 750 here:
 *
 *   day   0 1 2 3
 *   a     # # . .
 *   b     . # # .
 */
export function finishCostOf({ tasks, weight, byFinish }: FinishCost, dates: Dates): number {
  let last = 0;
  for (const task of tasks) last = Math.max(last, finishDayOf(dates, task));
  return weight * (byFinish[last] as number);
}

/**
 * What the days from a first start to a last finish cost, both included, in cents.
 *
 * Example: two systems side by side cost 5 a day: `upTo` is 5, 10, 15, ... and `before` is 0, 5, 10, ... From the start of
 * b on day 1 to the last finish of a and b on day 2 that is 15 − 5 = 10.
 */
export function spanCostOf({ from, until, upTo, before }: SpanCost, dates: Dates): number {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const task of from) first = Math.min(first, dates.start[task] as number);
  for (const task of until) last = Math.max(last, finishDayOf(dates, task));
  return (upTo[last] as number) - (before[first] as number);
}

/**
 * What a schedule costs in which every task has dates.
 *
 * Example: with `fixed` 100, and a task that costs 7 on day 0 and 3 on day 1, a finish on day 1 costs 103.
 */
export function costOfSchedule(costs: DateCosts, dates: Dates): number {
  let sum = costs.fixed;
  for (const cost of costs.finishes) sum += finishCostOf(cost, dates);
  for (const cost of costs.spans) sum += spanCostOf(cost, dates);
  return sum;
}
