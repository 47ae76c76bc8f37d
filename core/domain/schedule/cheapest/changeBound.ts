import { countPins } from '../bound/countPins.ts';
import { headsAndTails } from '../bound/headsAndTails.ts';
import { countOpenDays, createAllNeededDays } from '../bound/neededDays.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import { orderTasks } from '../problem/taskOrder.ts';
import { leastShift } from './leastShift.ts';

/** A wave that takes its lane for whole days: how many, from which one on it did before, and before which day it cannot begin. */
type FullWave = { readonly task: number; readonly days: number; readonly formerStart: number; readonly weight: number; readonly head: number };

/**
 * What other dates cost at least (`changeCosts`). No two waves of a full day or more share a day of their lane, and none of
 * them may stand on a frozen day: so each day that such a wave took has to find another open day or stay (`leastShift`), and
 * every day by which it moves costs the weight of a day of this wave. The waves that weigh at least so much are looked at alone,
 * level by level. Lanes are added up, since a wave uses one of them only; on
 * each, the waves are taken that cannot begin before some day (the pilot's head start leaves a gap that no other wave can use).
 * The days of pinned waves are open to nobody.
 * Shorter waves and other tasks are not counted. Weights are whole numbers, and so is what any dates cost.
 *
 * Example: two waves of 100 accounts and 5 days took a lane on the days 0 to 9, and the days 5 and 6 are frozen now: the
 * five days of the second one move by 2, at 20 accounts each, which makes 200.
 */
export function changeBound(withPins: SchedulingProblem, formerFinish: ArrayLike<number>, weights: ArrayLike<number>): number {
  const problem = countPins(withPins);
  const isImpossible = new Uint8Array(problem.taskIds.length);
  const { order } = orderTasks(problem, isImpossible);
  const { head } = headsAndTails(problem, { order, isImpossible, needed: createAllNeededDays(problem, order, isImpossible) });
  const lanes = problem.resources.map((): FullWave[] => []);
  const pinned = problem.resources.map(() => new Set<number>());
  for (const task of problem.taskIds.keys()) {
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      const index = problem.demandResource[entry] as number;
      const resource = problem.resources[index];
      const demand = problem.demandTotal[entry] as number;
      if (resource?.kind !== 'front' || demand < resource.capacity) continue;
      const days = Math.ceil(demand / resource.capacity);
      const pinnedAt = problem.pinnedAt[task] as number;
      if (pinnedAt >= 0) for (let day = pinnedAt; day < pinnedAt + days; day += 1) pinned[index]?.add(day);
      if (pinnedAt >= 0 || (formerFinish[task] as number) < 0) continue;
      // A wave that has begun may take its lane for fewer days than it lasts, and these are its first ones.
      const formerStart = (formerFinish[task] as number) - (problem.duration[task] as number) + 1;
      lanes[index]?.push({ task, days, formerStart, weight: weights[task] as number, head: head[task] as number });
    }
  }
  const sum = lanes.reduce((total, waves, lane) => total + shiftOnLane(problem, waves, pinned[lane] as ReadonlySet<number>), 0);
  return Math.ceil(sum - roundingError);
}

/** Weights of days are fractions; what they add up to is off by less than this. */
const roundingError = 1e-6;

/** So many earliest days are tried, from the first on: the pilot's, and that of the waves behind it. */
const mostHeads = 3;
/** So many weights of a day are told apart: from each on, the waves that weigh as much are looked at alone. */
const mostLevels = 12;

function shiftOnLane(problem: SchedulingProblem, waves: readonly FullWave[], pinned: ReadonlySet<number>): number {
  const open = countOpenDays(
    problem,
    waves.map(({ task }) => task),
  );
  const isOpen = (day: number) => !pinned.has(day) && (open === null || open[day + 1] !== open[day]);
  const heads = [...new Set(waves.map(({ head }) => head))].sort((one, other) => one - other).slice(0, mostHeads);
  const openFrom = heads.map((head) => Int32Array.from(problem.dayOf, (_, day) => (day >= head && isOpen(day) ? 1 : 0)));
  const perDay = [...new Set(waves.map(({ weight, days }) => weight / days))].sort((one, other) => one - other);
  const levels = perDay.filter((_, place) => place % Math.ceil(perDay.length / mostLevels) === 0);
  let sum = 0;
  for (const [index, level] of levels.entries()) {
    const heavy = waves.filter(({ weight, days }) => weight / days >= level);
    const shifts = heads.map((head, place) => {
      const behind = heavy.filter((wave) => wave.head >= head);
      return leastShift(daysTaken(behind, problem.dayOf.length), openFrom[place] as Int32Array);
    });
    sum += (level - (levels[index - 1] ?? 0)) * Math.max(...shifts);
  }
  return sum;
}

function daysTaken(waves: readonly FullWave[], length: number): Int32Array {
  const taken = new Int32Array(length);
  for (const { days, formerStart } of waves)
    for (let day = Math.max(0, formerStart); day < formerStart + days; day += 1) taken[day] = (taken[day] as number) + 1;
  return taken;
}
