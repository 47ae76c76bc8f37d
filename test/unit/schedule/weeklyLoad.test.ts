import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { weeklyLoad } from '../../../core/domain/schedule/explain/weeklyLoad.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeTask, makeTimeline, makeTrack } from '../../support/scheduleFixtures.ts';

const track = makeTrack({ key: 'mail', accountsPerWeek: 1690, trainingMinutesPerAccount: 60, crewMinutesPerAccount: 6 });
const wave = makeTask('w', {
  kind: 'wave',
  phase: 'rollOut',
  accountCount: 1000,
  workingDays: 3,
  startsOn: isoDate('2027-01-07'),
  finishesOn: isoDate('2027-01-11'),
});

describe('weeklyLoad', () => {
  // 338 a day from Thursday on:   Th 7: 338   Fr 8: 338   | Mo 11: 324
  it('counts every account once, in the week in which it moves', () => {
    const weeks = weeklyLoad(makeTimeline({ tracks: [track], tasks: [wave] }), createWorkingCalendar([]));
    expect(weeks.map((week) => [week.year, week.week, week.startsOn, week.accounts.get(track.id)])).toEqual([
      [2027, 1, '2027-01-04', 676],
      [2027, 2, '2027-01-11', 324],
    ]);
    expect(weeks.map((week) => [week.trainersMinutes, week.crewMinutes])).toEqual([
      [40_000, 4000],
      [20_000, 2000],
    ]);
  });

  it('shows empty weeks between waves and skips tasks without dates', () => {
    const later = makeTask('later', { ...wave, startsOn: isoDate('2027-01-25'), finishesOn: isoDate('2027-01-27') });
    const open = makeTask('open', { kind: 'wave', accountCount: 5 });
    const weeks = weeklyLoad(makeTimeline({ tracks: [track], tasks: [wave, later, open] }), createWorkingCalendar([]));
    expect(weeks.map((week) => [week.week, week.accounts.get(track.id) ?? 0])).toEqual([
      [1, 676],
      [2, 324],
      [3, 0],
      [4, 1000],
    ]);
    expect(weeklyLoad(makeTimeline({ tasks: [open] }), createWorkingCalendar([]))).toEqual([]);
  });
});
