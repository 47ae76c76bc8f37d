import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import { createInsertion, type ListInsertion } from '../solver/listInsertion.ts';
import { successorsOf } from '../problem/taskOrder.ts';

/**
 * Neighbours of a plan: moves one task to another place in the order that the links allow.
 *
 * Example: of a, b, c with a before b one move leads to a c b, c a b, or leaves the list; b never comes before a.
 */
export function createPlanInsertion(problem: SchedulingProblem, random: () => number): ListInsertion {
  const successors = successorsOf(problem);
  const precedence = {
    count: problem.taskIds.length,
    before: { offset: problem.linkOffset, other: problem.linkFrom },
    after: { offset: successors.offset, other: successors.to },
  };
  return createInsertion(precedence, 'forward', random);
}
