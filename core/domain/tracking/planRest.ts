import { addDays, type IsoDate, laterDate } from '../calendar.ts';
import type { TrackId, WaveId } from '../ids.ts';
import { waveWorkingDays } from '../schedule/timeline/buildTasks.ts';
import { rescheduleTimeline } from '../schedule/placement/rescheduleTimeline.ts';
import type { ScheduledTimeline } from '../schedule/placement/scheduleTimeline.ts';
import type { Task, Timeline } from '../schedule/timeline/timeline.ts';
import { timelineLeft } from '../schedule/timeline/timelineLeft.ts';
import { withDatesOf } from '../schedule/timeline/withDatesOf.ts';
import { countWorkingDays, firstWorkingDay, type WorkingCalendar } from '../schedule/calendar/workingCalendar.ts';

/** A track with its real speed, and how many accounts of each of its waves are still to be moved. */
export type RealSpeed = { readonly trackId: TrackId; readonly accountsPerWeek: number; readonly leftByWave: ReadonlyMap<WaveId, number> };

/**
 * The rest of a plan at the real speed. On each track given, waves that are done stay where they are, a wave that has
 * begun goes on from the next working day with the accounts that it has left, and the others follow as fast as the track
 * really is; capacity, freezes and everything that waits for these waves are scheduled as ever. Each of these waves is then
 * held at its day, so that a later change does not pull it back into the past. The real speed becomes the planned one, be it
 * higher or lower: what is done keeps the time that it took. On the other tracks nothing that is open moves before
 * `openFrom`, the first day after the plan's own status; `openByWave` and this as in `timelineLeft`.
 *
 * Example: two waves of 100 at 100 a week, 4 to 8 and 11 to 15 January 2027. On the evening of the 8th the first is done;
 * at 50 a week the second takes from the 11th to the 22nd.
 */
export function planRest(input: {
  readonly timeline: Timeline;
  readonly speeds: readonly RealSpeed[];
  readonly openByWave: ReadonlyMap<WaveId, number>;
  readonly openFrom: IsoDate | null;
  readonly projectStart: IsoDate;
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
}): { readonly timeline: Timeline; readonly scheduled: ScheduledTimeline } {
  const { timeline, projectStart, calendar, openByWave, openFrom } = input;
  const firstDay = firstWorkingDay(calendar, addDays(input.today, 1));
  const speeds = new Map(input.speeds.map((speed) => [speed.trackId, { ...speed, rate: Math.max(1, Math.round(speed.accountsPerWeek)) }]));
  const restOf = (task: Task) => {
    const speed = speeds.get(task.trackId);
    if (!speed || task.waveId === null) return null;
    return { rate: speed.rate, open: speed.leftByWave.get(task.waveId) ?? task.accountCount };
  };

  const others = timelineLeft(timeline, openByWave, openFrom);

  // First the rest alone, at the speed that is real: what is done must not stand in its way.
  const rest = rescheduleTimeline(
    {
      ...timeline,
      tracks: timeline.tracks.map((track) => ({ ...track, accountsPerWeek: speeds.get(track.id)?.rate ?? track.accountsPerWeek })),
      tasks: timeline.tasks.map((task, index) => {
        const own = restOf(task);
        if (own === null) return others.tasks[index] ?? task;
        if (own.open === 0) return { ...task, accountCount: 0, notBefore: task.startsOn };
        const notBefore = task.notBefore === null ? firstDay : laterDate(firstDay, task.notBefore);
        return { ...task, accountCount: own.open, workingDays: waveWorkingDays(own.open, own.rate), notBefore };
      }),
    },
    projectStart,
    calendar,
  );

  // Then the whole plan with its waves held where they came to stand.
  const whole: Timeline = {
    ...timeline,
    tracks: timeline.tracks.map((track) => ({ ...track, accountsPerWeek: speeds.get(track.id)?.rate ?? track.accountsPerWeek })),
    tasks: timeline.tasks.map((task, index) => {
      const own = restOf(task);
      const placed = rest.tasks[index];
      if (own === null) return task;
      if (own.open === 0 || !placed || placed.startsOn === null || placed.finishesOn === null) return { ...task, notBefore: task.startsOn };
      const hasBegun = own.open < task.accountCount && task.startsOn !== null && task.startsOn < placed.startsOn;
      return hasBegun
        ? { ...task, notBefore: task.startsOn, workingDays: countWorkingDays(calendar, task.startsOn as IsoDate, placed.finishesOn) }
        : { ...task, notBefore: placed.startsOn, workingDays: waveWorkingDays(task.accountCount, own.rate) };
    }),
  };
  const scheduled = rescheduleTimeline(timelineLeft(whole, openByWave, openFrom), projectStart, calendar);
  const tasks = withDatesOf(whole.tasks, scheduled.tasks, ({ waveId }) => waveId !== null && openByWave.get(waveId) === 0);
  return { timeline: { ...whole, tasks }, scheduled: { ...scheduled, tasks } };
}
