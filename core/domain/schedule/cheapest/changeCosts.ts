import type { DateCosts } from './dateCosts.ts';

/**
 * What other dates than those that were told cost, as tables for `searchCheapest`: for every working day by which a task
 * finishes earlier or later than before its weight, the accounts that move with it as a rule. A task that had no date (-1 in
 * `formerFinish`, else the working day on which it finished, before `days`) may have any.
 *
 * All tables are parts of one, so that a plan of thousands of tasks takes no more memory than a small one.
 *
 * Example: a wave of 30 accounts that finished on day 10 costs 60 on day 8 and 90 on day 13.
 */
export function changeCosts(formerFinish: ArrayLike<number>, weights: ArrayLike<number>, days: number): DateCosts {
  const distances = Float64Array.from({ length: 2 * days }, (_, place) => Math.abs(place - days));
  const finishes = Array.from({ length: formerFinish.length }, (_, task) => ({ task, former: formerFinish[task] as number }))
    .filter(({ former }) => former >= 0)
    .map(({ task, former }) => ({
      tasks: Int32Array.of(task),
      weight: weights[task] as number,
      byFinish: distances.subarray(days - former, 2 * days - former),
    }));
  return { fixed: 0, finishes, spans: [] };
}
