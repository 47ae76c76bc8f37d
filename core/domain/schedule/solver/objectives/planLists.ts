import { orderOf } from '../chains.ts';
import type { Objective } from './objective.ts';
import type { PlanProblem } from './planProblem.ts';
import type { StartWindows } from './startWindows.ts';

/**
 * Activities by a key, the smallest in front, but predecessors first: an activity counts with the smallest key of itself and
 * of all that follow it.
 *
 * Example: with the keys 5, 2, 1 and 0 → 2 the list is 0, 2, 1.
 */
export function listByKey(problem: PlanProblem, key: ArrayLike<number>): Int32Array {
  const order = orderOf(problem, 'forward');
  const least = Float64Array.from(key);
  const rank = new Int32Array(problem.count);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const activity = order[place] as number;
    rank[activity] = place;
    for (let entry = problem.after.offset[activity] as number; entry < (problem.after.offset[activity + 1] as number); entry += 1)
      least[activity] = Math.min(least[activity] as number, least[problem.after.other[entry] as number] as number);
  }
  return order.slice().sort((a, b) => (least[a] as number) - (least[b] as number) || (rank[a] as number) - (rank[b] as number));
}

/**
 * Lists to begin a search with: soonest latest start, soonest earliest start, and one for each objective that asks for an
 * order: soonest due date, soonest former start, largest income, what ends two systems side by side before all else and what
 * begins them last, soonest first date of a contract. The finish asks for none, a sum for those of its parts.
 *
 * Example: activities of 1, 2 and 3 units, the horizon 9, no start before 1, 0 and 2, due at 4, 9 and 6:
 *
 *   latest start     8 7 6   →   2, 1, 0
 *   earliest start   1 0 2   →   1, 0, 2
 *   due date         4 9 6   →   0, 2, 1
 */
export function firstLists(problem: PlanProblem, windows: StartWindows, objectives: readonly Objective[]): readonly Int32Array[] {
  const keys: ArrayLike<number>[] = [windows.latest, windows.earliest];
  const add = (objective: Objective) => {
    if (objective.kind === 'sum') for (const part of objective.parts) add(part);
    if (objective.kind === 'lateness') keys.push(objective.due.map((due, activity) => (objective.weight[activity] === 0 ? problem.horizon : due)));
    if (objective.kind === 'stability') keys.push(objective.former.map((former) => (former < 0 ? problem.horizon : former)));
    if (objective.kind === 'presentValue') keys.push(objective.flow.map((flow) => -flow));
    if (objective.kind === 'overlap') {
      const key = new Int32Array(problem.count).fill(1);
      for (const { group, until } of objective.terms) {
        for (const activity of group) key[activity] = 2;
        key[until] = 0;
      }
      keys.push(key);
    }
    if (objective.kind === 'stepCosts') {
      const key = new Int32Array(problem.count).fill(problem.horizon);
      for (const { group, date } of objective.terms)
        for (const activity of group) key[activity] = Math.min(key[activity] as number, date[0] ?? problem.horizon);
      keys.push(key);
    }
  };
  for (const objective of objectives) add(objective);
  return keys.map((key) => listByKey(problem, key));
}
