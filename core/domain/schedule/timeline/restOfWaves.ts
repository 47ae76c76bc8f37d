import type { IsoDate } from '../../calendar.ts';
import type { WaveId } from '../../ids.ts';
import { countWorkingDays, type WorkingCalendar } from '../calendar/workingCalendar.ts';
import { waveWorkingDays } from './buildTasks.ts';
import { isBegun } from './timelineLeft.ts';
import type { Task, Timeline } from './timeline.ts';

/**
 * What is left of a timeline on the first day after a status (`timelineLeft`), with each wave that has begun as the part of
 * it that is still to be moved: as many working days as its open accounts need, from that day on.
 *
 * Example: 40 of a wave's 100 accounts are open, at 50 a week: 4 working days from `openFrom` on.
 */
export function restOfWaves(left: Timeline, former: readonly Task[], openByWave: ReadonlyMap<WaveId, number>, openFrom: IsoDate): Timeline {
  const perWeek = new Map(left.tracks.map((track) => [track.id, track.accountsPerWeek]));
  return {
    ...left,
    tasks: left.tasks.map((task, index) => {
      const before = former[index];
      const rate = perWeek.get(task.trackId);
      if (!before || rate === undefined || task.waveId === null || !goesOn(before, openByWave, openFrom)) return task;
      const open = openByWave.get(task.waveId) as number;
      return { ...task, accountCount: open, workingDays: waveWorkingDays(open, rate), notBefore: openFrom };
    }),
  };
}

/**
 * Waves that have begun with the days from their own start to the finish that their rest got; all other tasks as they are.
 *
 * Example: a wave began on Monday 4 January 2027, its rest stands from the 11th to the 13th: it takes 8 working days.
 */
export function withOwnStarts(
  tasks: readonly Task[],
  former: readonly Task[],
  openByWave: ReadonlyMap<WaveId, number>,
  openFrom: IsoDate,
  calendar: WorkingCalendar,
): readonly Task[] {
  return tasks.map((task, index) => {
    const before = former[index];
    if (!before || before.startsOn === null || task.finishesOn === null || !goesOn(before, openByWave, openFrom)) return task;
    return { ...task, startsOn: before.startsOn, workingDays: countWorkingDays(calendar, before.startsOn, task.finishesOn) };
  });
}

function goesOn(task: Task, openByWave: ReadonlyMap<WaveId, number>, openFrom: IsoDate): boolean {
  return isBegun(task, openByWave) && task.startsOn !== null && task.startsOn < openFrom;
}
