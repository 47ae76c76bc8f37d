import { isPinned } from '../problem/pinTasks.ts';
import { peakDemand } from '../problem/resourceUse.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { findCircles, orderTasks } from '../problem/taskOrder.ts';
import { createTaskPlacement } from './taskPlacement.ts';

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
 *
 * Source: Kelley 1963; Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996).
 *
 * Example: waves a and b fill the same lane for 2 and 3 days, c follows b and fills another lane for 2:
 *
 *   day   0 1 2 3 4 5 6                  day   0 1 2 3 4 5 6
 *   a     . . . # # . .   list b c a     a     # # . . . . .   list a b c
 *   b     # # # . . . .                  b     . . # # # . .
 *   c     . . . # # . .                  c     . . . . . # #
 */
export function serialSchedule(problem: SchedulingProblem, order?: Int32Array): IndexSchedule {
  const circles = findCircles(problem);
  const isInCircle = new Uint8Array(problem.taskIds.length);
  for (const circle of circles) for (const task of circle) isInCircle[task] = 1;
  const list = order ?? orderTasks(problem, isInCircle).order;
  const start = new Int32Array(problem.taskIds.length);
  createTaskPlacement(problem).earliest(list, start);
  const impossible = Array.from(list).flatMap((task) => (isPinned(problem, task) ? [] : findImpossible(problem, task)));
  for (const { task } of impossible) start[task] = -1;
  return { start, end: endsOf(problem, start), circles, impossible };
}

/**
 * The working day after the last one of each task; -1 for a task without dates.
 *
 * Example: tasks of 2, 3 and 2 days at 3, 0 and -1 end on 5, 3 and -1.
 */
export function endsOf({ duration }: SchedulingProblem, start: Int32Array): Int32Array {
  return start.map((day, task) => (day < 0 ? -1 : day + (duration[task] as number)));
}

/**
 * The working day on which the last task has ended; the measure of the objective `finish`.
 *
 * Example: of ends on 5, 3 and -1 it is 5.
 */
export function makespanOf({ end }: Pick<IndexSchedule, 'end'>): number {
  let last = 0;
  for (const day of end) if (day > last) last = day;
  return last;
}

/** The first demand of a task that is above all capacity, or nothing. */
function findImpossible(problem: SchedulingProblem, task: number): { task: number; resource: number; needed: number }[] {
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const resource = problem.demandResource[entry] as number;
    const needed = peakDemand(problem.resources[resource] as SchedulingResource, problem.demandTotal[entry] as number, problem.duration[task] as number);
    if (needed > (problem.resources[resource] as SchedulingResource).capacity) return [{ task, resource, needed }];
  }
  return [];
}
