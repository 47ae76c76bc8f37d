import { freezeClash } from '../problem/freezeClash.ts';
import { bookTask, createResourceUse, dayDemand } from '../problem/resourceUse.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';

/**
 * The problem as bounds may read it, which know no pins: they count what must fit beside each other. Where pinned tasks
 * alone keep freezes and capacities, and waves of a full day and more do not share a day of their lane, they count like
 * all others. Where they do not, what they take is left out, since no rule says how much of it fits into a day.
 *
 * Example: two waves that are done stand on the same days of a lane for one. They take nothing, so that the bound of the
 * third is its own 5 days and not 15.
 */
export function countPins(problem: SchedulingProblem): SchedulingProblem {
  const pinned = [...problem.pinnedAt.keys()].filter((task) => (problem.pinnedAt[task] as number) >= 0);
  return pinned.length === 0 || keepRules(problem, pinned) ? problem : withoutDemands(problem, new Set(pinned));
}

function keepRules(problem: SchedulingProblem, pinned: readonly number[]): boolean {
  const use = createResourceUse(problem);
  const fullWaves = createResourceUse(problem);
  for (const task of pinned) {
    const start = problem.pinnedAt[task] as number;
    if (freezeClash(problem, task, start) !== null) return false;
    bookTask(problem, use, task, start, 1);
    for (const { resource, demand } of demandsOf(problem, task)) {
      const { kind, capacity } = problem.resources[resource] as SchedulingResource;
      if (kind !== 'front' || demand < capacity) continue;
      const days = fullWaves.used[resource] as Float64Array;
      for (let offset = 0; offset < (problem.duration[task] as number); offset += 1) {
        if (dayDemand({ kind, capacity } as SchedulingResource, demand, problem.duration[task] as number, offset) === 0) continue;
        if (days[start + offset] === 1) return false;
        days[start + offset] = 1;
      }
    }
  }
  return problem.resources.every(({ capacity }, resource) => (use.used[resource] as Float64Array).every((used) => used <= capacity));
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
