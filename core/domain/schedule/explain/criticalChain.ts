import type { TaskId } from '../../ids.ts';
import { freezeClash } from '../problem/freezeClash.ts';
import { bookTask, createResourceUse, findShortage } from '../problem/resourceUse.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import { storedDates } from '../problem/storedDates.ts';
import type { Timeline } from '../timeline/timeline.ts';

/**
 * The tasks that make the plan as long as it is: those that finish last, what keeps each of them from starting a working
 * day earlier, and so on back to the start. What keeps a task is its predecessors; where none of them does, the tasks
 * that use up the capacity it needs; where a freeze does, the predecessor that would have come last. A task that the
 * owner holds with `notBefore` ends the way back. Given in the order of the timeline's tasks; `problem` is the timeline's own.
 *
 * Example: a (5 days) before b (2 days) and c (1 day) on its own: a and b are critical, c is not.
 */
export function criticalChain(timeline: Timeline, problem: SchedulingProblem): readonly TaskId[] {
  const { start, end } = storedDates(timeline, problem);
  const usersOf = datedUsers(problem, start);
  const use = createResourceUse(problem);
  for (const [task, first] of start.entries()) if (first >= 0) bookTask(problem, use, task, first, 1);

  /** What keeps the task from starting a working day earlier. */
  const keepers = (task: number): readonly number[] => {
    const before = (start[task] as number) - 1;
    if (before < (problem.earliest[task] as number)) return [];
    const tight = predecessors(problem, task).filter(({ from, lag }) => (end[from] as number) >= 0 && (end[from] as number) + lag > before);
    if (tight.length > 0) return tight.map(({ from }) => from);
    bookTask(problem, use, task, before + 1, -1);
    const shortage = findShortage(problem, use, task, before);
    bookTask(problem, use, task, before + 1, 1);
    if (shortage) {
      const { resource, day } = shortage;
      const users = (usersOf[resource] as readonly number[]).filter(
        (other) => other !== task && day >= (start[other] as number) && day < (end[other] as number),
      );
      const freed = users.filter((other) => (end[other] as number) <= before + 1);
      return freed.length > 0 ? freed : users;
    }
    return freezeClash(problem, task, before) ? lastPredecessors(problem, end, task) : [];
  };

  const last = end.reduce((latest, value) => Math.max(latest, value), 0);
  const found = new Set<number>();
  const waiting = [...end.keys()].filter((task) => end[task] === last);
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    if (found.has(task)) continue;
    found.add(task);
    waiting.push(...keepers(task));
  }
  return problem.taskIds.filter((_, task) => found.has(task));
}

function predecessors(problem: SchedulingProblem, task: number): readonly { readonly from: number; readonly lag: number }[] {
  const result: { from: number; lag: number }[] = [];
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    result.push({ from: problem.linkFrom[entry] as number, lag: problem.linkLag[entry] as number });
  }
  return result;
}

function lastPredecessors(problem: SchedulingProblem, end: Int32Array, task: number): readonly number[] {
  const dated = predecessors(problem, task).filter(({ from }) => (end[from] as number) >= 0);
  const latest = dated.reduce((day, { from, lag }) => Math.max(day, (end[from] as number) + lag), -1);
  return dated.filter(({ from, lag }) => (end[from] as number) + lag === latest).map(({ from }) => from);
}

/** The tasks with dates that need a resource, resource by resource. */
function datedUsers(problem: SchedulingProblem, start: Int32Array): readonly (readonly number[])[] {
  const users = problem.resources.map((): number[] => []);
  for (const [task, first] of start.entries()) {
    if (first < 0) continue;
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      users[problem.demandResource[entry] as number]?.push(task);
    }
  }
  return users;
}
