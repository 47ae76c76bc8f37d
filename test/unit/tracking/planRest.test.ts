import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { TaskId, TrackId, WaveId } from '../../../core/domain/ids.ts';
import type { Task, Timeline, Track } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { planRest } from '../../../core/domain/tracking/planRest.ts';

const trackId = 'office' as TrackId;
const track: Track = {
  id: trackId,
  key: 'office',
  name: 'Office',
  position: 1,
  movesAccounts: true,
  accountsPerWeek: 100,
  trainingMinutesPerAccount: 0,
  crewMinutesPerAccount: 0,
  phases: [],
};
const wave = (number: number, startsOn: string, finishesOn: string): Task => ({
  id: `task-${number}` as TaskId,
  trackId,
  kind: 'wave',
  phase: 'rollOut',
  waveId: `wave-${number}` as WaveId,
  name: `Wave ${number}`,
  workingDays: 5,
  accountCount: 100,
  startsOn: isoDate(startsOn),
  finishesOn: isoDate(finishesOn),
  notBefore: null,
});
const timeline: Timeline = {
  tracks: [track],
  waves: [],
  tasks: [wave(1, '2027-01-04', '2027-01-08'), wave(2, '2027-01-11', '2027-01-15'), wave(3, '2027-01-18', '2027-01-22')],
  links: [],
  freezes: [],
  capacities: [],
};
const rest = (accountsPerWeek: number, today: string, open: readonly number[]) => {
  const openByWave = new Map(open.map((accounts, index) => [`wave-${index + 1}` as WaveId, accounts]));
  const speeds = [{ trackId, accountsPerWeek, leftByWave: openByWave }];
  return planRest({
    timeline,
    speeds,
    openByWave,
    openFrom: null,
    projectStart: isoDate('2027-01-04'),
    today: isoDate(today),
    calendar: createWorkingCalendar([]),
  }).timeline;
};
const days = ({ tasks }: Timeline) => tasks.map(({ startsOn, finishesOn }) => [startsOn, finishesOn]);

describe('the rest of a plan at its real speed', () => {
  it('leaves what is done where it is and gives the others the time that they really take, as the worked example says', () => {
    expect(days(rest(50, '2027-01-08', [0, 100, 100]))).toEqual([
      ['2027-01-04', '2027-01-08'],
      ['2027-01-11', '2027-01-22'],
      ['2027-01-25', '2027-02-05'],
    ]);
  });

  it('goes on with a wave that has begun, with the accounts that are left of it', () => {
    expect(days(rest(50, '2027-01-15', [0, 50, 100]))).toEqual([
      ['2027-01-04', '2027-01-08'],
      ['2027-01-11', '2027-01-22'],
      ['2027-01-25', '2027-02-05'],
    ]);
  });

  it('moves up where the real speed is higher, and makes it the planned one', () => {
    const faster = rest(200, '2027-01-08', [0, 100, 100]);
    expect(faster.tracks[0]?.accountsPerWeek).toBe(200);
    expect(days(faster)).toEqual([
      ['2027-01-04', '2027-01-08'],
      ['2027-01-11', '2027-01-13'],
      // A wave begins on a day that has its whole daily rate free: on the 13th, 20 of 40 are taken.
      ['2027-01-14', '2027-01-18'],
    ]);
  });

  it('makes the real speed the planned one where it is lower too, and leaves what was done faster where it was', () => {
    const slower = rest(50, '2027-01-08', [0, 100, 100]);
    expect(slower.tracks[0]?.accountsPerWeek).toBe(50);
    expect(slower.tasks[0]).toMatchObject({ startsOn: '2027-01-04', finishesOn: '2027-01-08', workingDays: 5, accountCount: 100 });
    expect(slower.tasks.map(({ accountCount }) => accountCount)).toEqual([100, 100, 100]);
    // Planned anew a week later, nothing moves that need not: the lower speed is no reason for the past to give way.
    const openByWave = new Map([0, 50, 100].map((accounts, index) => [`wave-${index + 1}` as WaveId, accounts]));
    const again = planRest({
      timeline: slower,
      speeds: [{ trackId, accountsPerWeek: 50, leftByWave: openByWave }],
      openByWave,
      openFrom: null,
      projectStart: isoDate('2027-01-04'),
      today: isoDate('2027-01-15'),
      calendar: createWorkingCalendar([]),
    });
    expect(days(again.timeline)).toEqual(days(slower));
    expect(again.scheduled.problems).toEqual([]);
  });

  it('takes a wave that was moved fast and got stuck as it is: its rest at the lower speed, its days as they were', () => {
    const stuck = rest(20, '2027-01-08', [10, 100, 100]);
    expect(days(stuck)).toEqual([
      ['2027-01-04', '2027-01-13'],
      ['2027-01-14', '2027-02-17'],
      ['2027-02-18', '2027-03-24'],
    ]);
    expect(stuck.tracks[0]?.accountsPerWeek).toBe(20);
  });

  it('puts nothing into the past, however late it is', () => {
    const late = rest(100, '2027-03-31', [100, 100, 100]);
    expect(days(late)[0]).toEqual(['2027-04-01', '2027-04-07']);
    expect(late.tasks.every(({ startsOn }) => startsOn !== null && startsOn > '2027-03-31')).toBe(true);
  });
});
