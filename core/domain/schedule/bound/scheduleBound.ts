import { countPins } from './countPins.ts';
import { crowdedWaves } from './crowdedWaves.ts';
import { headsAndTails } from './headsAndTails.ts';
import { createAllNeededDays, createNeededDays, type NeededDays } from './neededDays.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import type { IndexSchedule } from '../placement/serialSchedule.ts';
import { orderTasks } from '../problem/taskOrder.ts';

/**
 * A number of working days that no schedule of the placed tasks can beat: the larger of the critical path (links, dates
 * and freezes) and of what resources are needed for. For every resource, and for waves that people do not suffice for all
 * at once, that is the work that cannot start before some day, at full capacity, plus the shortest chain that must follow it.
 *
 * Example: 3 waves of 5 full days on one lane, followed by a parallel run of 20 days, cannot take less than 35.
 */
export function lowerBound(withPins: SchedulingProblem, schedule: IndexSchedule): number {
  const problem = countPins(withPins);
  const count = problem.taskIds.length;
  const isInCircle = new Uint8Array(count);
  for (const circle of schedule.circles) for (const task of circle) isInCircle[task] = 1;
  const isImpossible = new Uint8Array(count);
  for (const { task } of schedule.impossible) isImpossible[task] = 1;
  const { order } = orderTasks(problem, isInCircle);
  const work = workOf(problem, order, isImpossible);
  const needed = createAllNeededDays(problem, order, isImpossible);
  const { head, tail } = headsAndTails(problem, { order, isImpossible, needed });
  // With a task without dates somewhere, a chain may end in it, and then what follows a placed task is shorter than its tail: none is counted.
  if (schedule.impossible.length > 0) tail.fill(0);

  let bound = 0;
  for (const task of order)
    if (!isImpossible[task]) bound = Math.max(bound, (head[task] as number) + (problem.duration[task] as number) + (tail[task] as number));
  const finishOf = (list: Work, days: NeededDays) => {
    list.sort((a, b) => (head[b.task] as number) - (head[a.task] as number));
    days.clear();
    let shortestTail = Number.POSITIVE_INFINITY;
    for (const [place, { task, demand }] of list.entries()) {
      days.add(demand);
      shortestTail = Math.min(shortestTail, tail[task] as number);
      const next = list[place + 1];
      if (next && head[next.task] === head[task]) continue;
      bound = Math.max(bound, days.after(head[task] as number, days.least()) + shortestTail);
    }
  };
  for (const [resource, list] of work.entries()) finishOf(list, needed[resource] as NeededDays);
  for (const { waves, atOnce } of crowdedWaves(problem, order, isImpossible)) {
    const list = waves.map(({ task, days }) => ({ task, demand: days }));
    finishOf(
      list,
      createNeededDays(
        problem,
        { kind: 'even', capacity: atOnce },
        list.map(({ task }) => task),
      ),
    );
  }
  return bound;
}

type Work = { readonly task: number; readonly demand: number }[];

/** What tasks take of each resource. */
function workOf(problem: SchedulingProblem, order: Int32Array, isImpossible: Uint8Array): readonly Work[] {
  const work = problem.resources.map((): Work => []);
  for (const task of order) {
    if (isImpossible[task]) continue;
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      work[problem.demandResource[entry] as number]?.push({ task, demand: problem.demandTotal[entry] as number });
    }
  }
  return work;
}
