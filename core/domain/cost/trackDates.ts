import { toDayNumber, type DayNumber, type IsoDate } from '../calendar.ts';
import type { TrackId } from '../ids.ts';
import type { Task, Timeline, Track } from '../schedule/timeline/timeline.ts';

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
  const tasksOf = tasksByTrack(timeline.tasks);
  return new Map(timeline.tracks.map((track) => [track.id, datesOf(track, tasksOf.get(track.id) ?? [], accountTotal)]));
}

/**
 * The tasks of each track, in the order in which they came; a track without tasks is not in it.
 *
 * Example: of two tasks of mail with one of office between them, mail has the first and the last, and office the other.
 */
export function tasksByTrack(tasks: readonly Task[]): ReadonlyMap<TrackId, readonly Task[]> {
  const tasksOf = new Map<TrackId, Task[]>();
  for (const task of tasks) {
    const list = tasksOf.get(task.trackId);
    if (list) list.push(task);
    else tasksOf.set(task.trackId, [task]);
  }
  return tasksOf;
}

function datesOf(track: Track, tasks: readonly Task[], accountTotal: number): TrackDates {
  const isScheduled = tasks.length > 0 && tasks.every((task) => task.startsOn !== null && task.finishesOn !== null);
  const { moves, switchOffs } = costTasks(track, tasks, accountTotal);
  const waves = moves.flatMap(({ task, accounts }) =>
    task.startsOn !== null && task.finishesOn !== null && (task.kind === 'wave' || isScheduled)
      ? [{ accounts, startDay: toDayNumber(task.startsOn), finishDay: toDayNumber(task.finishesOn) }]
      : [],
  );
  const switchOffDay = isScheduled ? Math.max(...switchOffs.map((task) => toDayNumber(task.finishesOn as IsoDate))) : null;
  return { track, waves, switchOffDay, isScheduled };
}

/**
 * The tasks of a track on whose dates its costs hang: those that move accounts, each with how many (its waves, or for a track
 * that moves none its roll-out as one piece of work for all), and those of which the last one turns the old system off.
 *
 * Example: a track for servers without waves has its roll-out with all accounts, and its switch-off.
 */
export function costTasks(
  track: Track,
  tasks: readonly Task[],
  accountTotal: number,
): { readonly moves: readonly { readonly task: Task; readonly accounts: number }[]; readonly switchOffs: readonly Task[] } {
  const moves = tasks.filter((task) => task.kind === 'wave').map((task) => ({ task, accounts: task.accountCount }));
  if (moves.length === 0 && !track.movesAccounts) {
    const bars = tasks.filter((task) => task.kind === 'phase');
    const work = bars.find((task) => task.phase === 'rollOut') ?? bars.find((task) => task.phase === 'switchOff') ?? bars.at(-1);
    if (work) moves.push({ task: work, accounts: accountTotal });
  }
  const switchOffs = tasks.filter((task) => task.phase === 'switchOff');
  return { moves, switchOffs: switchOffs.length > 0 ? switchOffs : tasks };
}
