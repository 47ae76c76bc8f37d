import { startOutsideFreezes } from './freezeClash.ts';
import { freezeRules } from './schedulingProblem.ts';
import type { SchedulingProblem, SchedulingResource } from './schedulingProblem.ts';
import { earliestByLinks } from './serialSchedule.ts';
import type { IndexSchedule } from './serialSchedule.ts';
import { orderTasks } from './taskOrder.ts';

/**
 * A number of working days that no schedule of the placed tasks can beat: the larger of the critical path (links, dates
 * and freezes, all resources endless) and, for every resource, the work that cannot start before some day, at full
 * capacity, plus the shortest chain that must follow it. Lanes stand still on frozen days, and the bound knows it.
 *
 * Example: 3 waves of 5 full days on one lane, followed by a parallel run of 20 days, cannot take less than 35.
 */
export function lowerBound(problem: SchedulingProblem, schedule: IndexSchedule): number {
  const count = problem.taskIds.length;
  const isInCircle = new Uint8Array(count);
  for (const circle of schedule.circles) for (const task of circle) isInCircle[task] = 1;
  const { order, tail } = orderTasks(problem, isInCircle);
  const impossible = new Set(schedule.impossible.map((entry) => entry.task));

  const head = new Int32Array(count).fill(-1);
  const end = new Int32Array(count).fill(-1);
  let bound = 0;
  for (const task of order) {
    head[task] = startOutsideFreezes(problem, task, earliestByLinks(problem, end, task));
    end[task] = (head[task] as number) + (problem.duration[task] as number);
    if (!impossible.has(task)) bound = Math.max(bound, end[task] as number);
  }
  const work = problem.resources.map((): { readonly task: number; readonly total: number }[] => []);
  for (const task of order) {
    if (impossible.has(task)) continue;
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      work[problem.demandResource[entry] as number]?.push({ task, total: problem.demandTotal[entry] as number });
    }
  }
  // With a task without dates somewhere, a chain may end in it, and then what follows a placed task is shorter than its tail: none is counted.
  for (const [index, list] of work.entries()) {
    const resource = problem.resources[index] as SchedulingResource;
    list.sort((a, b) => (head[b.task] as number) - (head[a.task] as number));
    const openDays = countOpenDays(problem, resource, list);
    const days = createDayCount(resource);
    let shortestTail = Number.POSITIVE_INFINITY;
    for (const [place, { task, total: demand }] of list.entries()) {
      days.add(demand);
      shortestTail = Math.min(shortestTail, (tail[task] as number) - (problem.duration[task] as number));
      const next = list[place + 1];
      if (next && head[next.task] === head[task]) continue;
      const lastDay = dayAfterOpenDays(openDays, head[task] as number, days.least());
      bound = Math.max(bound, lastDay + (impossible.size > 0 ? 0 : shortestTail));
    }
  }
  return bound;
}

/**
 * Days that a resource is needed for at least. On a lane no two waves of a full day or more share a day: each takes
 * all of the lane until its rest, so its rest can only meet a wave that is shorter than a day.
 *
 * Example: on a lane of 100 a day waves of 250, 250 and 30 need 6 days, although 530 accounts would fit into 5.3.
 */
export function createDayCount(resource: SchedulingResource): { add(demand: number): void; least(): number } {
  const { capacity, kind } = resource;
  let fullDays = 0;
  let leftOnFullDays = 0;
  let shared = 0;
  return {
    add(demand) {
      if (kind === 'even' || demand < capacity) shared += demand;
      else {
        const days = Math.ceil(demand / capacity);
        fullDays += days;
        leftOnFullDays += days * capacity - demand;
      }
    },
    least: () => fullDays + Math.max(0, Math.ceil((shared - leftOnFullDays) / capacity)),
  };
}

/** `open[d]`: days before d on which the resource can work at all. Only a lane whose waves all share one freeze list stands still. */
function countOpenDays(problem: SchedulingProblem, resource: SchedulingResource, list: readonly { readonly task: number }[]): Int32Array {
  const length = problem.dayOf.length;
  const isFrozen = new Uint8Array(length);
  const first = list[0]?.task;
  if (resource.kind === 'front' && first !== undefined && list.every(({ task }) => problem.freezeRule[task] === freezeRules.whole)) {
    for (const span of problem.freezes[problem.freezeList[first] as number] ?? []) isFrozen.fill(1, span.first, span.last + 1);
  }
  const open = new Int32Array(length + 1);
  for (let day = 0; day < length; day += 1) open[day + 1] = (open[day] as number) + (isFrozen[day] ? 0 : 1);
  return open;
}

/** The first day by whose beginning `count` open days have passed since `from`. */
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
