import type { SchedulingProblem } from './schedulingProblem.ts';
import type { IndexSchedule } from './serialSchedule.ts';
import { createInsertion, type ListInsertion } from './solver/listInsertion.ts';
import { orderTasks, successorsOf } from './taskOrder.ts';

/** Neighbours of a plan: moves one task to another place in the order that the links allow. */
export function createPlanInsertion(problem: SchedulingProblem, random: () => number): ListInsertion {
  const successors = successorsOf(problem);
  const precedence = {
    count: problem.taskIds.length,
    before: { offset: problem.linkOffset, other: problem.linkFrom },
    after: { offset: successors.offset, other: successors.to },
  };
  return createInsertion(precedence, 'forward', random);
}

/** The order in which a schedule's tasks start. A gate starts when what follows it starts: then the order of links decides. */
export function createOrderByStart(problem: SchedulingProblem): (schedule: Pick<IndexSchedule, 'start'>) => Int32Array {
  const { order } = orderTasks(problem, new Uint8Array(problem.taskIds.length));
  const rank = new Int32Array(order.length);
  for (const [place, task] of order.entries()) rank[task] = place;
  return ({ start }) => Int32Array.from(start.keys()).sort((a, b) => (start[a] as number) - (start[b] as number) || (rank[a] as number) - (rank[b] as number));
}
