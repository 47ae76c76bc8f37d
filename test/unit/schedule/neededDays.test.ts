import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createNeededDays } from '../../../core/domain/schedule/bound/neededDays.ts';
import { createSchedulingProblem, type SchedulingProblem, type SchedulingResource } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeFreeze, makeTask, makeTimeline, makeTrack, trackId } from '../../support/scheduleFixtures.ts';

const problem = createSchedulingProblem(makeTimeline({}), isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
const days = (kind: SchedulingResource['kind'], demands: readonly number[]) => {
  const needed = createNeededDays(problem, { kind, capacity: 100 }, []);
  for (const demand of demands) needed.add(demand);
  return needed.least();
};

describe('createNeededDays', () => {
  it('gives each wave of a day and more its own days of the lane', () => {
    expect(days('front', [250, 250, 30])).toBe(6);
    expect(days('front', [250, 250, 30, 90])).toBe(7);
  });

  it('lets people work for several at a time', () => {
    expect(days('even', [250, 250, 30])).toBe(6);
    expect(days('even', [250, 230])).toBe(5);
  });

  //  0 1 2 3 4 5 6 7 8 9 …  of these 5 to 7 are frozen: 7 days of work from day 2 on are done when day 12 begins
  it('counts only days on which its waves may be at work', () => {
    const wave = (id: string, track: string) => makeTask(id, { kind: 'wave', phase: 'rollOut', trackId: trackId(track), accountCount: 100, workingDays: 5 });
    const freezes = [makeFreeze('2027-01-11', '2027-01-13', 'mail')];
    const tracks = (['mail', 'files'] as const).map((key) => makeTrack({ key }));
    const frozen = createSchedulingProblem(
      makeTimeline({ tracks, tasks: [wave('a', 'mail'), wave('b', 'mail'), wave('c', 'files')], freezes }),
      isoDate('2027-01-04'),
      createWorkingCalendar([]),
    ) as SchedulingProblem;
    const doneBy = (tasks: readonly number[]) => createNeededDays(frozen, { kind: 'even', capacity: 100 }, tasks).after(2, 7);
    expect([doneBy([0, 1]), doneBy([2]), doneBy([0, 1, 2])]).toEqual([12, 9, 9]);
  });
});
