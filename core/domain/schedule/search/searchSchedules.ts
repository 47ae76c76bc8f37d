import { createDayLists } from '../placement/dayLists.ts';
import { createRandom } from './random.ts';
import { createPlanInsertion } from './planInsertion.ts';
import { lowerBound } from '../bound/scheduleBound.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import { endsOf, type IndexSchedule, makespanOf, serialSchedule } from '../placement/serialSchedule.ts';
import { orderTasks } from '../problem/taskOrder.ts';
import { createTaskPlacement } from '../placement/taskPlacement.ts';

/** The best schedule so far, after so many passes, and its value: working days, or cents where the cost is the objective. None has less than `bound`. */
export type FoundPlan = { readonly schedule: IndexSchedule; readonly value: number; readonly bound: number; readonly passes: number };

/** In working days: a plan that is so much longer is taken with a chance of 1 in e, at the beginning and at the end. */
const firstTemperature = 2;
const lastTemperature = 0.05;

/** Tasks that move at once, at most. */
const mostMoves = 8;

/**
 * Shorter and shorter schedules of a plan, one pass after the other. The first is that of `serialSchedule`. Each is
 * justified: every task is shifted as late as it can be, the last one first, then as early as it can be, the first one
 * first, again and again until that makes the plan no shorter. From there on simulated annealing: one to eight tasks move
 * to another place of the list that their links allow, the new schedule is justified and gone on with if it is not longer,
 * or with a chance that falls with the surplus and with `share`, the share of the work that is done. Ends when the bound
 * is reached, which proves the schedule shortest; where tasks have a demand above all capacity there is only the first.
 * The same seed and shares give the same schedules.
 *
 * Sources: Valls, Ballestín and Quintanilla, Justification and RCPSP: A technique that pays, EJOR 165 (2005); Bouleimen
 * and Lecocq, A new efficient simulated annealing algorithm for the resource-constrained project scheduling problem, EJOR 149 (2003).
 *
 * Example: where nothing is scarce the first schedule is as long as the longest chain of links, and the only one.
 */
export function* searchSchedules(problem: SchedulingProblem, seed: number, share: () => number): Generator<FoundPlan, void, unknown> {
  let schedule = serialSchedule(problem);
  let makespan = makespanOf(schedule);
  const bound = lowerBound(problem, schedule);
  let passes = 1;
  yield { schedule, value: makespan, bound, passes };
  if (schedule.impossible.length > 0 || schedule.circles.length > 0) return;

  const { order } = orderTasks(problem, new Uint8Array(problem.taskIds.length));
  const placement = createTaskPlacement(problem);
  const lists = createDayLists(problem, order);
  const random = createRandom(seed);
  const move = createPlanInsertion(problem, random);

  const list = order.slice();
  const shifted = new Int32Array(order.length);
  const placed = new Int32Array(order.length);
  const passDone = (): FoundPlan => {
    passes += 1;
    return { schedule, value: makespan, bound, passes };
  };
  const keepBest = ({ start, length }: Draft) => {
    if (length >= makespan) return;
    makespan = length;
    schedule = { start: start.slice(), end: endsOf(problem, start), circles: [], impossible: [] };
  };
  function* justify(draft: Draft): Generator<FoundPlan, void, unknown> {
    for (let isShorter = true; isShorter && makespan > bound; ) {
      lists.byEnd(draft.start, list);
      const isShifted = placement.latest(list, draft.length, shifted);
      yield passDone();
      if (!isShifted) return;
      lists.byStart(shifted, list);
      const length = placement.earliest(list, placed);
      isShorter = length < draft.length;
      if (length <= draft.length) {
        draft.start.set(placed);
        draft.length = length;
        keepBest(draft);
      }
      yield passDone();
    }
  }

  const current: Draft = { start: schedule.start.slice(), length: makespan };
  const neighbour: Draft = { start: schedule.start.slice(), length: makespan };
  yield* justify(current);
  while (makespan > bound) {
    const temperature = lastTemperature + (firstTemperature - lastTemperature) * (1 - Math.min(1, share()));
    lists.byStart(current.start, list);
    for (let moves = 1 + Math.floor(random() * mostMoves); moves > 0; moves -= 1) move(list);
    neighbour.length = placement.earliest(list, neighbour.start);
    keepBest(neighbour);
    yield passDone();
    yield* justify(neighbour);
    if (neighbour.length > current.length && random() >= Math.exp((current.length - neighbour.length) / temperature)) continue;
    current.start.set(neighbour.start);
    current.length = neighbour.length;
  }
}

type Draft = { readonly start: Int32Array; length: number };

/**
 * Passes that a plan is given where nobody says how many or how long: about half a second for any size.
 *
 * Example: 500 tasks with 4,500 links get 1,000 passes, ten times as many get 100.
 */
export function usualPasses(problem: SchedulingProblem): number {
  return Math.max(10, Math.min(5000, Math.round(5_000_000 / Math.max(1, problem.taskIds.length + problem.linkFrom.length))));
}
