import type { SchedulingProblem } from '../../core/domain/schedule/problem/schedulingProblem.ts';

/** Every list that links allow. */
export function* listsOf(problem: SchedulingProblem, begun: readonly number[] = []): Generator<readonly number[]> {
  if (begun.length === problem.taskIds.length) yield begun;
  for (const task of problem.taskIds.keys()) {
    if (begun.includes(task)) continue;
    const before = problem.linkFrom.subarray(problem.linkOffset[task], problem.linkOffset[task + 1]);
    if (before.every((other) => begun.includes(other))) yield* listsOf(problem, [...begun, task]);
  }
}
