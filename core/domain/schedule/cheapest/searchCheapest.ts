import { cheapestBound } from './cheapestBound.ts';
import { costOfSchedule, type DateCosts, finishDayOf } from './dateCosts.ts';
import { createDayLists } from '../placement/dayLists.ts';
import { createPlanInsertion } from '../search/planInsertion.ts';
import { createRandom } from '../search/random.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import type { FoundPlan } from '../search/searchSchedules.ts';
import { type IndexSchedule, makespanOf } from '../placement/serialSchedule.ts';
import { createCostShift } from './shiftByCost.ts';
import { orderTasks } from '../problem/taskOrder.ts';
import { createTaskPlacement } from '../placement/taskPlacement.ts';

/**
 * What is wanted of a cheapest plan; costs may be another thing than money, such as changes of dates (`changeCosts`). `from`
 * is a schedule to begin with in which every task has dates, all before `latestEnd`. `leastCost` is known to be no more than any costs.
 */
export type CostGoal = { readonly costs: DateCosts; readonly latestEnd: number; readonly from: IndexSchedule; readonly leastCost?: number };

/** In mean differences of cost: a plan that is so much dearer is taken with a chance of 1 in e, at the beginning and at the end. */
const firstTemperature = 1;
const lastTemperature = 0.02;

/** So small plans are shifted by cost in every pass, larger ones only where they promise to become the cheapest. */
const alwaysShifted = 60;

/** How often a task is held back, or let go again, instead of a change of the order alone. */
const holds = 0.3;

/** Working days behind its finish to which a task is held back at most. */
const farthestHold = 20;

const cent = 0.5;

/**
 * Cheaper and cheaper schedules of a plan, none of which finishes on `latestEnd` or later: simulated annealing on the order
 * of the tasks and on days before which single tasks must not start, each promising schedule shifted by cost
 * (`createCostShift`). Where two cost the same, the one that ends sooner is better. Ends when the bound is reached.
 * Values are those of `costs`, cents as a rule. The same seed and shares give the same schedules.
 *
 * Source: as `searchSchedules`, with a cost as in `searchObjective`.
 *
 * Example: where no term depends on a date, `from` costs the bound and is the only schedule.
 */
export function* searchCheapest(
  problem: SchedulingProblem,
  { costs, latestEnd, from, leastCost = 0 }: CostGoal,
  seed: number,
  share: () => number,
): Generator<FoundPlan, void, unknown> {
  const shift = createCostShift(problem, costs, latestEnd);
  const bound = Math.max(leastCost, cheapestBound(problem, costs, latestEnd));
  let best = shift(from);
  let cost = costOfSchedule(costs, best);
  let makespan = makespanOf(best);
  let passes = 1;
  const found = (): FoundPlan => ({ schedule: best, value: cost, bound: Math.min(bound, cost), passes });
  yield found();

  const random = createRandom(seed);
  const earliest = problem.earliest.slice();
  // Tasks that are held back may end behind the last day that a plan without holds can need.
  const placement = createTaskPlacement({ ...problem, earliest, dayOf: new Int32Array(problem.dayOf.length + latestEnd) });
  const move = createPlanInsertion(problem, random);
  const count = problem.taskIds.length;
  const { order } = orderTasks(problem, new Uint8Array(count));
  const lists = createDayLists(problem, order);
  const list = order.slice();
  const neighbour: IndexSchedule = { start: new Int32Array(count), end: new Int32Array(count), circles: [], impossible: [] };
  const isPromising = (itsCost: number, least: number, scale: number) => count <= alwaysShifted || itsCost <= least + scale;

  const current = { start: best.start.slice(), end: best.end.slice() };
  let currentCost = cost;
  let least = costOfSchedule(costs, from);
  let differences = 0;
  let seen = 0;
  let held = -1;
  let heldBefore = 0;
  const letGo = () => {
    if (held >= 0) earliest[held] = heldBefore;
  };
  while (cost > bound + cent) {
    lists.byStart(current.start, list);
    for (let moves = 1 + Math.floor(random() * 3); moves > 0; moves -= 1) move(list);
    held = -1;
    if (random() < holds) {
      held = Math.floor(random() * count);
      heldBefore = earliest[held] as number;
      const own = problem.earliest[held] as number;
      earliest[held] = heldBefore > own ? own : own + Math.floor(random() * Math.max(1, Math.min(latestEnd, finishDayOf(current, held) + farthestHold) - own));
    }
    const length = placement.earliest(list, neighbour.start);
    for (let task = 0; task < count; task += 1) neighbour.end[task] = (neighbour.start[task] as number) + (problem.duration[task] as number);
    passes += 1;
    if (length > latestEnd) {
      letGo();
      yield found();
      continue;
    }
    let itsCost = costOfSchedule(costs, neighbour);
    const scale = seen === 0 ? 1 : differences / seen;
    if (isPromising(itsCost, least, scale)) {
      least = Math.min(least, itsCost);
      const shifted = shift(neighbour);
      const shiftedCost = costOfSchedule(costs, shifted);
      const itsMakespan = makespanOf(shifted);
      if (shiftedCost < cost - cent || (shiftedCost < cost + cent && itsMakespan < makespan)) {
        best = shifted;
        cost = shiftedCost;
        makespan = itsMakespan;
      }
      if (count <= alwaysShifted) itsCost = shiftedCost;
    }
    const difference = itsCost - currentCost;
    if (difference !== 0) {
      differences += Math.abs(difference);
      seen += 1;
    }
    const temperature = scale * (lastTemperature + (firstTemperature - lastTemperature) * (1 - Math.min(1, share())));
    if (difference <= 0 || random() < Math.exp(-difference / temperature)) {
      current.start.set(neighbour.start);
      current.end.set(neighbour.end);
      currentCost = itsCost;
    } else letGo();
    yield found();
  }
}
