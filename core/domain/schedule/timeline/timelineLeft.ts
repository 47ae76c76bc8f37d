import { type IsoDate, laterDate } from '../../calendar.ts';
import type { TaskId, TrackId, WaveId } from '../../ids.ts';
import { standingTasks } from './standingTasks.ts';
import type { Task, Timeline } from './timeline.ts';

/**
 * A timeline as its rest is scheduled: what is done was done at the speed of its time, and not at the one that the track
 * has now. A wave that is done is held where it stands, and together with those that were done on the same days it takes
 * no more of its track than the track gives now; nor does one that has begun. From a status on, `openFrom` being the first
 * day after it, nothing that is open starts before that day, while what stands (`standingTasks`) and waves that have begun
 * are held where they are. `openByWave` says how many accounts of a wave are still to be moved; waves that it does not name
 * have not begun. The tasks keep their places in the list.
 *
 * Example: a wave of 100 accounts was done in the week of 4 January 2027 at 100 a week. At 50 a week now it still stands
 * from the 4th to the 8th, and takes all of the track in that week, as 50 accounts would.
 */
export function timelineLeft(timeline: Timeline, openByWave: ReadonlyMap<WaveId, number>, openFrom: IsoDate | null): Timeline {
  const perWeek = new Map(timeline.tracks.map((track) => [track.id, track.accountsPerWeek]));
  const most = (task: Task) => Math.floor(((perWeek.get(task.trackId) ?? 0) * task.workingDays) / 5);
  const isDone = (task: Task) => task.waveId !== null && openByWave.get(task.waveId) === 0 && task.accountCount > 0;
  const accountsOf = accountsOfDone(timeline.tasks.filter(isDone), most);
  const stands = standingTasks(timeline, openByWave, openFrom);
  return {
    ...timeline,
    tasks: timeline.tasks.map((task, index) => {
      if (isDone(task)) return { ...task, accountCount: accountsOf.get(task.id) ?? 0, notBefore: task.startsOn ?? task.notBefore };
      const hasBegun = isBegun(task, openByWave);
      const left = hasBegun ? { ...task, accountCount: Math.min(task.accountCount, most(task)) } : task;
      if (openFrom === null) return left;
      const isHeld = stands[index] || (hasBegun && task.startsOn !== null && task.startsOn < openFrom);
      return { ...left, notBefore: isHeld ? task.startsOn : laterDate(openFrom, task.notBefore ?? openFrom) };
    }),
  };
}

/**
 * Whether some accounts of a wave have been moved and some have not.
 *
 * Example: a wave of 100 accounts has begun with 40 open, not with 100 and not with 0.
 */
export function isBegun({ waveId, accountCount }: Task, openByWave: ReadonlyMap<WaveId, number>): boolean {
  const open = waveId === null ? undefined : openByWave.get(waveId);
  return open !== undefined && open > 0 && open < accountCount;
}

/** Waves that stand on the same days share what the track gives on the days of the first of them. */
function accountsOfDone(tasks: readonly Task[], most: (task: Task) => number): ReadonlyMap<TaskId, number> {
  const accounts = new Map<TaskId, number>();
  const shared = new Map<TrackId, { until: IsoDate; room: number }>();
  for (const task of [...tasks].sort((one, other) => ((one.startsOn ?? '') < (other.startsOn ?? '') ? -1 : one.startsOn === other.startsOn ? 0 : 1))) {
    if (task.startsOn === null || task.finishesOn === null) continue;
    let span = shared.get(task.trackId);
    if (span === undefined || task.startsOn > span.until) {
      span = { until: task.finishesOn, room: most(task) };
      shared.set(task.trackId, span);
    }
    const taken = Math.min(task.accountCount, span.room);
    span.room -= taken;
    accounts.set(task.id, taken);
  }
  return accounts;
}
