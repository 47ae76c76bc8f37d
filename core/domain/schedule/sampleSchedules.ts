import { createRandom } from './random.ts';
import type { SchedulingProblem } from './schedulingProblem.ts';
import { type IndexSchedule, serialSchedule } from './serialSchedule.ts';
import { findCircles, orderTasks, orderTasksBy } from './taskOrder.ts';

/** How far chance may move a task's latest start in the order: half as much as it is long and what must follow it. */
const spread = 0.5;

/**
 * Schedules one after the other, the first by the rule of `serialSchedule` (latest start first), the others in orders
 * that chance has disturbed a little, so that good places stay likely. Each keeps every link, capacity, calendar and
 * freeze. The same seed gives the same schedules; the caller says how many are enough.
 *
 * Example: where nothing is scarce all of them are equal.
 */
export function* sampleSchedules(problem: SchedulingProblem, seed: number): Generator<IndexSchedule, never, unknown> {
  yield serialSchedule(problem);
  const isInCircle = new Uint8Array(problem.taskIds.length);
  for (const circle of findCircles(problem)) for (const task of circle) isInCircle[task] = 1;
  const { tail } = orderTasks(problem, isInCircle);
  const random = createRandom(seed);
  for (;;) {
    const priority = Float64Array.from(tail, (length) => length * (1 - spread + 2 * spread * random()));
    yield serialSchedule(problem, orderTasksBy(problem, isInCircle, priority));
  }
}

/** The working day on which the last task ends; the measure of the objective `finish`. */
export function makespanOf(schedule: IndexSchedule): number {
  let last = 0;
  for (const end of schedule.end) if (end > last) last = end;
  return last;
}
