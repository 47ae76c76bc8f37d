import type { SchedulingProblem } from './schedulingProblem.ts';

/** The first day on which a task's own date and its placed predecessors let it start. */
export function earliestByLinks(problem: SchedulingProblem, end: Int32Array, task: number): number {
  let earliest = problem.earliest[task] as number;
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const predecessorEnd = end[problem.linkFrom[entry] as number] as number;
    if (predecessorEnd >= 0) earliest = Math.max(earliest, predecessorEnd + (problem.linkLag[entry] as number));
  }
  return earliest;
}
