import type { SchedulingProblem } from './schedulingProblem.ts';

/**
 * Whether nothing may move a task, because `pinTasks` holds it where it stands.
 *
 * Example: with b pinned to day 3, b is pinned, and a and c on either side of it are not.
 */
export function isPinned({ pinnedAt }: SchedulingProblem, task: number): boolean {
  return (pinnedAt[task] as number) >= 0;
}

/**
 * The problem with some tasks standing where they are, because they are done: nothing moves them, neither links nor
 * freezes nor capacities. What follows them waits for them, and what they take is gone for all others. Links that lead to
 * them say nothing any more. `start`: the working day of each task that stands, -1 for all others.
 *
 * Example: of the links a → b → c with b pinned to day 3 for 2 days, c starts on day 5 at the earliest, and a whenever it can.
 */
export function pinTasks(problem: SchedulingProblem, start: Int32Array): SchedulingProblem {
  const stands = (task: number) => (start[task] as number) >= 0;
  const linkOffset = new Int32Array(problem.linkOffset.length);
  const entries: number[] = [];
  for (const task of problem.taskIds.keys()) {
    if (!stands(task)) for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) entries.push(entry);
    linkOffset[task + 1] = entries.length;
  }
  return {
    ...problem,
    pinnedAt: start,
    earliest: problem.earliest.map((day, task) => (stands(task) ? (start[task] as number) : day)),
    linkOffset,
    linkFrom: Int32Array.from(entries, (entry) => problem.linkFrom[entry] as number),
    linkLag: Int32Array.from(entries, (entry) => problem.linkLag[entry] as number),
  };
}
