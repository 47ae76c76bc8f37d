import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { TaskId, TrackId, WaveId } from '../../../core/domain/ids.ts';
import { brokenDates } from '../../../core/domain/schedule/explain/brokenDates.ts';
import { rescheduleTimeline } from '../../../core/domain/schedule/placement/rescheduleTimeline.ts';
import { createSchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import type { Task, Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { isBegun, timelineLeft } from '../../../core/domain/schedule/timeline/timelineLeft.ts';
import { weeklyLoad } from '../../../core/domain/schedule/explain/weeklyLoad.ts';
import { withDatesOf } from '../../../core/domain/schedule/timeline/withDatesOf.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';

const trackId = 'office' as TrackId;
const start = isoDate('2027-01-04');
const calendar = createWorkingCalendar([]);
const wave = (number: number, startsOn: string, finishesOn: string, workingDays: number): Task => ({
  id: `task-${number}` as TaskId,
  trackId,
  kind: 'wave',
  phase: 'rollOut',
  waveId: `wave-${number}` as WaveId,
  name: `Wave ${number}`,
  workingDays,
  accountCount: 100,
  startsOn: isoDate(startsOn),
  finishesOn: isoDate(finishesOn),
  notBefore: null,
});
/** The first wave took a week at 100 a week; now the track is planned with 50. */
const timeline: Timeline = {
  tracks: [
    {
      id: trackId,
      key: 'office',
      name: 'Office',
      position: 1,
      movesAccounts: true,
      accountsPerWeek: 50,
      trainingMinutesPerAccount: 0,
      crewMinutesPerAccount: 0,
      phases: [],
    },
  ],
  waves: [],
  tasks: [wave(1, '2027-01-04', '2027-01-08', 5), wave(2, '2027-01-11', '2027-01-22', 10)],
  links: [],
  freezes: [],
  capacities: [],
};
const open = (...accounts: readonly number[]) => new Map(accounts.map((left, index) => [`wave-${index + 1}` as WaveId, left]));
const left = timelineLeft(timeline, open(0, 100), null);

describe('what is left of a timeline', () => {
  it('keeps what was done faster than the track is now where it stands, as the worked example says', () => {
    expect(rescheduleTimeline(timeline, start, calendar).problems).toHaveLength(1);
    const scheduled = rescheduleTimeline(left, start, calendar);
    expect(scheduled.problems).toEqual([]);
    expect(withDatesOf(timeline.tasks, scheduled.tasks, (_, place) => place === 0)).toEqual(timeline.tasks);
    const problem = createSchedulingProblem(left, start, calendar);
    expect(problem && brokenDates(left, problem)).toEqual([]);
  });

  it('holds a wave that is done, also where there would be room before it', () => {
    const later = { ...timeline, tasks: [wave(1, '2027-02-01', '2027-02-05', 5)] };
    expect(rescheduleTimeline(timelineLeft(later, open(0), null), start, calendar).tasks[0]?.startsOn).toBe('2027-02-01');
    expect(
      rescheduleTimeline(
        timelineLeft({ ...later, tracks: timeline.tracks.map((track) => ({ ...track, accountsPerWeek: 100 })) }, open(100), null),
        start,
        calendar,
      ).tasks[0]?.startsOn,
    ).toBe('2027-01-04');
  });

  it('lets small waves that were done on one day share the track, and none of them move', () => {
    const small = [1, 2, 3, 4].map((number) => ({ ...wave(number, '2027-01-04', '2027-01-04', 1), accountCount: 5 }));
    const next = wave(5, '2027-01-05', '2027-01-18', 10);
    const plan = { ...timeline, tasks: [...small, next] };
    const states = open(0, 0, 0, 0, 100);
    expect(timelineLeft(plan, states, null).tasks.map(({ accountCount }) => accountCount)).toEqual([5, 5, 0, 0, 100]);
    const scheduled = rescheduleTimeline(timelineLeft(plan, states, null), start, calendar);
    expect(withDatesOf(plan.tasks, scheduled.tasks, ({ waveId }) => waveId !== null && states.get(waveId) === 0)).toEqual(plan.tasks);
    // At the speed at which they were planned each counts in full.
    const before = { ...plan, tracks: timeline.tracks.map((track) => ({ ...track, accountsPerWeek: 100 })) };
    expect(timelineLeft(before, states, null).tasks.map(({ accountCount }) => accountCount)).toEqual([5, 5, 5, 5, 100]);
  });

  it('lets a wave that has begun need no more than its track gives on its days, and leaves the others', () => {
    expect(timelineLeft(timeline, open(40, 100), null).tasks.map(({ accountCount }) => accountCount)).toEqual([50, 100]);
    expect(timelineLeft(timeline, new Map(), null).tasks).toEqual(timeline.tasks);
  });

  it('holds what has begun where it is, and lets nothing else start before the first day after the status', () => {
    const phase = (id: string, startsOn: string, finishesOn: string): Task => ({
      ...wave(9, startsOn, finishesOn, 5),
      id: id as TaskId,
      kind: 'phase',
      waveId: null,
      accountCount: 0,
    });
    const held = { ...wave(4, '2027-03-01', '2027-03-12', 10), notBefore: isoDate('2027-03-01') };
    const tasks = [
      ...timeline.tasks,
      wave(3, '2027-01-04', '2027-01-15', 10),
      held,
      phase('begun', '2027-01-18', '2027-01-29'),
      phase('later', '2027-02-01', '2027-02-05'),
    ];
    const since = isoDate('2027-01-25');
    const notBefore = timelineLeft({ ...timeline, tasks }, open(0, 30, 100, 100), since).tasks.map((task) => task.notBefore);
    expect(notBefore).toEqual(['2027-01-04', '2027-01-11', since, '2027-03-01', '2027-01-18', since]);
  });

  it('knows waves that have begun: some of their accounts are open, and some are not', () => {
    const begun = (left: number) => isBegun(wave(1, '2027-01-04', '2027-01-08', 5), open(left));
    expect([begun(40), begun(100), begun(0)]).toEqual([true, false, false]);
    expect(isBegun(wave(2, '2027-01-04', '2027-01-08', 5), open(40))).toBe(false);
  });

  it('counts the accounts of the past in the week in which they moved', () => {
    expect(weeklyLoad(timeline, calendar).map(({ accounts }) => accounts.get(trackId))).toEqual([100, 50, 50]);
  });
});
