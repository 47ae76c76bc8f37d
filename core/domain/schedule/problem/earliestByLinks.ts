import type { SchedulingProblem } from './schedulingProblem.ts';

/**
 * The first day on which a task's own date and its placed predecessors let it start.
 *
 * Example: c may start on day 2 at the earliest, and 5 days after a and b have ended. Where a ends on 5 it is 10; where
 * neither has dates (-1) it is 2.
 */
export function earliestByLinks(problem: SchedulingProblem, end: Int32Array, task: number): number {
  let earliest = problem.earliest[task] as number;
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const predecessorEnd = end[problem.linkFrom[entry] as number] as number;
    if (predecessorEnd >= 0) earliest = Math.max(earliest, predecessorEnd + (problem.linkLag[entry] as number));
  }
  return earliest;
}
