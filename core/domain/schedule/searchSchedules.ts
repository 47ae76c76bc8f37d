import { createRandom } from './random.ts';
import { createOrderByStart, createPlanInsertion } from './planInsertion.ts';
import { lowerBound } from './scheduleBound.ts';
import type { SchedulingProblem } from './schedulingProblem.ts';
import { createSerialScheduler, type IndexSchedule, makespanOf } from './serialSchedule.ts';

/** The best schedule so far, after so many passes, and its value: working days, or cents where the cost is the objective. None has less than `bound`. */
export type FoundPlan = { readonly schedule: IndexSchedule; readonly value: number; readonly bound: number; readonly passes: number };

/** In working days: a plan that is so much longer is taken with a chance of 1 in e, at the beginning and at the end. */
const firstTemperature = 1.5;
const lastTemperature = 0.05;

/**
 * Shorter and shorter schedules of a plan, one pass after the other: the first by the rule of `serialSchedule`, then
 * simulated annealing on the order of the tasks. One to three tasks move to another place that their links allow; the
 * new schedule is gone on with if it is not longer, or with a chance that falls with the surplus and with `share`, the
 * share of the work that is done. Ends when the bound is reached, which proves the schedule shortest; where tasks have a
 * demand above all capacity there is only the first. The same seed and shares give the same schedules.
 *
 * Source: Bouleimen and Lecocq, A new efficient simulated annealing algorithm for the resource-constrained project
 * scheduling problem, EJOR 149 (2003).
 *
 * Example: where nothing is scarce the first schedule is as long as the longest chain of links, and the only one.
 */
export function* searchSchedules(problem: SchedulingProblem, seed: number, share: () => number): Generator<FoundPlan, void, unknown> {
  const scheduleInOrder = createSerialScheduler(problem);
  let best = scheduleInOrder();
  let makespan = makespanOf(best);
  const bound = lowerBound(problem, best);
  let passes = 1;
  yield { schedule: best, value: makespan, bound, passes };
  if (best.impossible.length > 0 || best.circles.length > 0) return;

  const random = createRandom(seed);
  const move = createPlanInsertion(problem, random);
  const orderByStart = createOrderByStart(problem);
  let current = best;
  let length = makespan;
  while (makespan > bound) {
    const temperature = lastTemperature + (firstTemperature - lastTemperature) * (1 - Math.min(1, share()));
    const order = orderByStart(current);
    for (let moves = 1 + Math.floor(random() * 3); moves > 0; moves -= 1) move(order);
    const neighbour = scheduleInOrder(order);
    const itsLength = makespanOf(neighbour);
    passes += 1;
    if (itsLength <= length || random() < Math.exp((length - itsLength) / temperature)) {
      current = neighbour;
      length = itsLength;
    }
    if (itsLength < makespan) {
      best = neighbour;
      makespan = itsLength;
    }
    yield { schedule: best, value: makespan, bound, passes };
  }
}

/**
 * Passes that a plan is given where nobody says how many or how long: about half a second for any size.
 *
 * Example: 500 tasks with 4,500 links get 400 passes, ten times as many get 40.
 */
export function usualPasses(problem: SchedulingProblem): number {
  return Math.max(10, Math.min(2000, Math.round(2_000_000 / Math.max(1, problem.taskIds.length + problem.linkFrom.length))));
}
