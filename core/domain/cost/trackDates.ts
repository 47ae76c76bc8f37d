import { toDayNumber, type DayNumber } from '../calendar.ts';
import type { TrackId } from '../ids.ts';
import type { Task, Timeline, Track } from '../schedule/timeline.ts';

export type WaveDates = { readonly accounts: number; readonly startDay: DayNumber; readonly finishDay: DayNumber };

/** The days of a track that cost depends on. */
export type TrackDates = {
  readonly track: Track;
  /** Waves with dates; for a track without waves one piece of work for all accounts, while it rolls out. */
  readonly waves: readonly WaveDates[];
  /** The last day of the old system: the finish of the switch-off, or else of the track's last task; null while a task has no date. */
  readonly switchOffDay: DayNumber | null;
  readonly isScheduled: boolean;
};

/**
 * The days on which each track moves its accounts and turns off the old system. A track with a wave or another task
 * without dates has no switch-off: nothing may be saved on paper that is not scheduled.
 *
 * Example: one wave of 100 accounts until 2027-03-05 and a switch-off until 2027-04-09 give one wave and that day.
 */
export function trackDates(timeline: Pick<Timeline, 'tracks' | 'tasks'>, accountTotal: number): ReadonlyMap<TrackId, TrackDates> {
  const tasksOf = new Map<TrackId, Task[]>();
  for (const task of timeline.tasks) {
    const list = tasksOf.get(task.trackId);
    if (list) list.push(task);
    else tasksOf.set(task.trackId, [task]);
  }
  return new Map(timeline.tracks.map((track) => [track.id, datesOf(track, tasksOf.get(track.id) ?? [], accountTotal)]));
}

function datesOf(track: Track, tasks: readonly Task[], accountTotal: number): TrackDates {
  const isScheduled = tasks.length > 0 && tasks.every((task) => task.startsOn !== null && task.finishesOn !== null);
  const dated = tasks.flatMap((task) =>
    task.startsOn !== null && task.finishesOn !== null ? [{ task, startDay: toDayNumber(task.startsOn), finishDay: toDayNumber(task.finishesOn) }] : [],
  );
  const waves = dated.filter(({ task }) => task.kind === 'wave').map(({ task, startDay, finishDay }) => ({ accounts: task.accountCount, startDay, finishDay }));
  if (waves.length === 0 && !track.movesAccounts && isScheduled) {
    const bars = dated.filter(({ task }) => task.kind === 'phase');
    const work = bars.find(({ task }) => task.phase === 'rollOut') ?? bars.find(({ task }) => task.phase === 'switchOff') ?? bars.at(-1);
    if (work) waves.push({ accounts: accountTotal, startDay: work.startDay, finishDay: work.finishDay });
  }
  const ends = (list: readonly { readonly finishDay: DayNumber }[]) => Math.max(...list.map(({ finishDay }) => finishDay));
  const switchOffs = dated.filter(({ task }) => task.phase === 'switchOff');
  const switchOffDay = !isScheduled ? null : ends(switchOffs.length > 0 ? switchOffs : dated);
  return { track, waves, switchOffDay, isScheduled };
}
