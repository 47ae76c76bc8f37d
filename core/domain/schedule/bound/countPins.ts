import { freezeClash } from '../problem/freezeClash.ts';
import { isPinned } from '../problem/pinTasks.ts';
import { bookTask, createResourceUse, dayDemand } from '../problem/resourceUse.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';

/**
 * The problem as bounds may read it, which know no pins: they count what must fit beside each other. Pinned tasks that
 * keep freezes and capacities beside each other, and as waves of a full day and more do not share a day of their lane,
 * count like all others. What the rest of them take is left out, since no rule says how much of it fits into a day.
 *
 * Example: two waves that are done stand on the same days of a lane for one. One of them counts, so that the bound of the
 * third is 10 days and not 15.
 */
export function countPins(problem: SchedulingProblem): SchedulingProblem {
  const pinned = [...problem.pinnedAt.keys()].filter((task) => isPinned(problem, task));
  if (pinned.length === 0) return problem;
  const counts = createCounting(problem);
  const left = new Set(pinned.filter((task) => !counts(task)));
  return left.size === 0 ? problem : withoutDemands(problem, left);
}

/** Whether a pinned task keeps all rules beside those that were asked for before and did. */
function createCounting(problem: SchedulingProblem): (task: number) => boolean {
  const use = createResourceUse(problem);
  const fullWaves = createResourceUse(problem).used;
  return (task) => {
    const start = problem.pinnedAt[task] as number;
    const days = problem.duration[task] as number;
    const demands = demandsOf(problem, task);
    const taken = demands.flatMap(({ resource, demand }) => {
      const its = problem.resources[resource] as SchedulingResource;
      const isFullWave = its.kind === 'front' && demand >= its.capacity;
      const perDay = Array.from({ length: days }, (_, offset) => dayDemand(its, demand, days, offset));
      return perDay.map((units, offset) => ({ resource, day: start + offset, units, isOfFullWave: isFullWave && units > 0 }));
    });
    const hasTheDays = demands.every(({ resource, demand }) => demand <= (problem.resources[resource] as SchedulingResource).capacity * days);
    const hasRoom = taken.every(({ resource, day, units, isOfFullWave }) => {
      const { capacity } = problem.resources[resource] as SchedulingResource;
      return (use.used[resource]?.[day] as number) + units <= capacity && !(isOfFullWave && fullWaves[resource]?.[day] === 1);
    });
    if (!hasTheDays || !hasRoom || freezeClash(problem, task, start) !== null) return false;
    bookTask(problem, use, task, start, 1);
    for (const { resource, day, isOfFullWave } of taken) if (isOfFullWave) (fullWaves[resource] as Float64Array)[day] = 1;
    return true;
  };
}

function withoutDemands(problem: SchedulingProblem, left: ReadonlySet<number>): SchedulingProblem {
  const demandOffset = new Int32Array(problem.demandOffset.length);
  const kept: { readonly resource: number; readonly demand: number }[] = [];
  for (const task of problem.taskIds.keys()) {
    if (!left.has(task)) kept.push(...demandsOf(problem, task));
    demandOffset[task + 1] = kept.length;
  }
  return {
    ...problem,
    demandOffset,
    demandResource: Int32Array.from(kept, ({ resource }) => resource),
    demandTotal: Float64Array.from(kept, ({ demand }) => demand),
  };
}

function demandsOf(problem: SchedulingProblem, task: number): readonly { readonly resource: number; readonly demand: number }[] {
  const entries: { readonly resource: number; readonly demand: number }[] = [];
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1)
    entries.push({ resource: problem.demandResource[entry] as number, demand: problem.demandTotal[entry] as number });
  return entries;
}
