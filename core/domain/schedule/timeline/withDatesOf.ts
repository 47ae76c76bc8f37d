import type { WaveId } from '../../ids.ts';
import type { Task } from './timeline.ts';

/**
 * Tasks with the dates that they have in a schedule of what is left of them (`timelineLeft`), in the same order; a wave
 * of which nothing is left keeps its own.
 *
 * Example: a wave of 100 accounts that is not done keeps its 100 and gets the schedule's dates.
 */
export function withDatesOf(tasks: readonly Task[], scheduled: readonly Task[], openByWave: ReadonlyMap<WaveId, number>): readonly Task[] {
  return tasks.map((task, index) => {
    if (task.waveId !== null && openByWave.get(task.waveId) === 0) return task;
    return { ...task, startsOn: scheduled[index]?.startsOn ?? null, finishesOn: scheduled[index]?.finishesOn ?? null };
  });
}
