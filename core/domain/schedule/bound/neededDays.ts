import { freezeRules } from '../problem/schedulingProblem.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';

/** Adds up work on one resource and says how many days it is needed for at least. */
export type NeededDays = {
  clear(): void;
  add(demand: number): void;
  least(): number;
  /** The first day by whose beginning the resource can have worked for so many days since `from`. */
  after(from: number, days: number): number;
};

/**
 * Days that a resource is needed for at least. On a lane no two waves of a full day or more share a day: each takes
 * all of the lane until its rest, so its rest can only meet a wave that is shorter than a day. A resource stands still on
 * frozen days where all its tasks are waves and share one list of them. `tasks` are those that use the resource.
 *
 * Example: on a lane of 100 a day waves of 250, 250 and 30 need 6 days, although 530 accounts would fit into 5.3.
 */
export function createNeededDays(problem: SchedulingProblem, resource: Pick<SchedulingResource, 'kind' | 'capacity'>, tasks: readonly number[]): NeededDays {
  const { capacity, kind } = resource;
  const open = countOpenDays(problem, tasks);
  let fullDays = 0;
  let leftOnFullDays = 0;
  let shared = 0;
  return {
    clear() {
      fullDays = 0;
      leftOnFullDays = 0;
      shared = 0;
    },
    add(demand) {
      if (kind === 'even' || demand < capacity) shared += demand;
      else {
        const days = Math.ceil(demand / capacity);
        fullDays += days;
        leftOnFullDays += days * capacity - demand;
      }
    },
    least: () => fullDays + Math.max(0, Math.ceil((shared - leftOnFullDays) / capacity)),
    after: (from, days) => (open === null ? from + days : dayAfterOpenDays(open, from, days)),
  };
}

/**
 * One for each resource, as the problem numbers them. Whether a resource stands still on frozen days is told by the tasks of
 * `order` that use it; tasks of `isImpossible` use nothing.
 *
 * Example: trainers are needed by wave a of a track that is frozen on days 1 to 3, and by wave c of another track. From day 0
 * on they can have worked for 2 days when day 2 begins, because of c. Where c is impossible they wait for a, until day 5:
 *
 *   day   0 1 2 3 4 5
 *   a     # x x x # .
 *   c     # # . . . .
 */
export function createAllNeededDays(problem: SchedulingProblem, order: Int32Array, isImpossible: Uint8Array): readonly NeededDays[] {
  const users = problem.resources.map((): number[] => []);
  for (const task of order) {
    if (isImpossible[task]) continue;
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1)
      users[problem.demandResource[entry] as number]?.push(task);
  }
  return problem.resources.map((resource, index) => createNeededDays(problem, resource, users[index] as number[]));
}

/**
 * `open[d]`: days before d on which a resource that these tasks use can work at all, for every day of the problem and the one
 * behind the last; null where it can on every day.
 *
 * Example: a alone has 0, 1, 1, 1, 1, 2 days before the days 0 to 5; a and c together have null.
 */
export function countOpenDays(problem: SchedulingProblem, tasks: readonly number[]): Int32Array | null {
  const first = tasks[0];
  if (first === undefined) return null;
  const list = problem.freezeList[first] as number;
  const spans = problem.freezes[list] ?? [];
  if (spans.length === 0 || tasks.some((task) => problem.freezeRule[task] !== freezeRules.whole || problem.freezeList[task] !== list)) return null;
  const length = problem.dayOf.length;
  const isFrozen = new Uint8Array(length);
  for (const span of spans) isFrozen.fill(1, span.first, span.last + 1);
  const open = new Int32Array(length + 1);
  for (let day = 0; day < length; day += 1) open[day + 1] = (open[day] as number) + (isFrozen[day] ? 0 : 1);
  return open;
}

function dayAfterOpenDays(open: Int32Array, from: number, count: number): number {
  const wanted = (open[from] as number) + count;
  let low = from;
  let high = open.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
