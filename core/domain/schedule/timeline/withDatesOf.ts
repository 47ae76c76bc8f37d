import type { Task } from './timeline.ts';

/**
 * Tasks with the dates that they have in a schedule of what is left of them (`timelineLeft`), in the same order; what is
 * kept has its own dates still.
 *
 * Example: a wave of 100 accounts that is not kept has its 100 still, and the schedule's dates.
 */
export function withDatesOf(tasks: readonly Task[], scheduled: readonly Task[], keeps: (task: Task, index: number) => boolean): readonly Task[] {
  return tasks.map((task, index) => {
    if (keeps(task, index)) return task;
    return { ...task, startsOn: scheduled[index]?.startsOn ?? null, finishesOn: scheduled[index]?.finishesOn ?? null };
  });
}
