import { startOutsideFreezes } from './freezeClash.ts';
import { bookTask, createResourceUse, findShortage, peakDemand, type ResourceUse } from './resourceUse.ts';
import type { SchedulingProblem, SchedulingResource } from './schedulingProblem.ts';
import { findCircles, orderTasks } from './taskOrder.ts';

/** A schedule in working days, task by task as the problem numbers them. */
export type IndexSchedule = {
  /** First working day; -1 for a task without dates. */
  readonly start: Int32Array;
  /** The working day after the last one, so a gate has its start here too; -1 for a task without dates. */
  readonly end: Int32Array;
  /** Tasks that wait for each other, circle by circle: they have no dates, and links from them do not count. */
  readonly circles: readonly (readonly number[])[];
  /** Tasks that need more of a resource on one day than is ever there: no dates. */
  readonly impossible: readonly { readonly task: number; readonly resource: number; readonly needed: number }[];
};

/**
 * Serial schedule generation: takes the tasks in a topological order (latest start first, or the given `order`) and puts
 * each on the earliest working day that its links, its freezes and the resources still there allow. Deterministic.
 *
 * A task that needs more than a resource ever has gets no dates; what follows it is placed as though it took place on
 * the earliest day that links and freezes leave it, so that nothing downstream looks earlier than it can be.
 */
export function serialSchedule(problem: SchedulingProblem, order?: Int32Array): IndexSchedule {
  return createSerialScheduler(problem)(order);
}

/** The same for many orders of one problem: what does not depend on the order is done once. */
export function createSerialScheduler(problem: SchedulingProblem): (order?: Int32Array) => IndexSchedule {
  const circles = findCircles(problem);
  const isInCircle = new Uint8Array(problem.taskIds.length);
  for (const circle of circles) for (const task of circle) isInCircle[task] = 1;
  const use = createResourceUse(problem);
  return (order) => {
    for (const used of use.used) used.fill(0);
    return { ...placeTasks(problem, use, order ?? orderTasks(problem, isInCircle).order), circles };
  };
}

function placeTasks(problem: SchedulingProblem, use: ResourceUse, order: Int32Array): Omit<IndexSchedule, 'circles'> {
  const count = problem.taskIds.length;
  const start = new Int32Array(count).fill(-1);
  const end = new Int32Array(count).fill(-1);
  const impossible: { task: number; resource: number; needed: number }[] = [];
  for (const task of order) {
    let candidate = startOutsideFreezes(problem, task, earliestByLinks(problem, end, task));
    const impossibleDemand = findImpossible(problem, task);
    if (impossibleDemand) impossible.push(impossibleDemand);
    else {
      for (;;) {
        const shortage = findShortage(problem, use, task, candidate);
        if (!shortage) break;
        candidate = startOutsideFreezes(problem, task, shortage.nextStart);
      }
      bookTask(problem, use, task, candidate, 1);
    }
    start[task] = candidate;
    end[task] = candidate + (problem.duration[task] as number);
  }
  for (const { task } of impossible) {
    start[task] = -1;
    end[task] = -1;
  }
  return { start, end, impossible };
}

/** The working day on which the last task has ended; the measure of the objective `finish`. */
export function makespanOf({ end }: Pick<IndexSchedule, 'end'>): number {
  let last = 0;
  for (const day of end) if (day > last) last = day;
  return last;
}

/** The first day on which a task's own date and its placed predecessors let it start. */
export function earliestByLinks(problem: SchedulingProblem, end: Int32Array, task: number): number {
  let earliest = problem.earliest[task] as number;
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const predecessorEnd = end[problem.linkFrom[entry] as number] as number;
    if (predecessorEnd >= 0) earliest = Math.max(earliest, predecessorEnd + (problem.linkLag[entry] as number));
  }
  return earliest;
}

function findImpossible(problem: SchedulingProblem, task: number): { task: number; resource: number; needed: number } | null {
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const resource = problem.demandResource[entry] as number;
    const needed = peakDemand(problem.resources[resource] as SchedulingResource, problem.demandTotal[entry] as number, problem.duration[task] as number);
    if (needed > (problem.resources[resource] as SchedulingResource).capacity) return { task, resource, needed };
  }
  return null;
}
