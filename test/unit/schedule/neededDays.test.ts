import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { countOpenDays, createAllNeededDays, createNeededDays } from '../../../core/domain/schedule/bound/neededDays.ts';
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

// Wave a stands still from day 1 to 3, wave c of another track does not; both need trainers.
describe('what freezes leave of a resource', () => {
  const tracks = (['mail', 'files'] as const).map((key) => makeTrack({ key, trainingMinutesPerAccount: 1 }));
  const wave = (id: string, track: string) => makeTask(id, { kind: 'wave', phase: 'rollOut', trackId: trackId(track), accountCount: 20, workingDays: 1 });
  const timeline = makeTimeline({
    tracks,
    tasks: [wave('a', 'mail'), wave('c', 'files')],
    freezes: [makeFreeze('2027-01-05', '2027-01-07', 'mail')],
    capacities: [{ resource: 'trainers', minutesPerDay: 20 }],
  });
  const frozen = createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;

  it('is all days where one of its tasks is not frozen, and the open ones where that task is impossible', () => {
    const twoDaysOf = (isImpossible: Uint8Array) => createAllNeededDays(frozen, Int32Array.of(0, 1), isImpossible).map((days) => days.after(0, 2));
    expect(frozen.resources.map(({ name }) => name)).toEqual(['trainers', 'lane', 'lane']);
    expect([twoDaysOf(Uint8Array.of(0, 0)), twoDaysOf(Uint8Array.of(0, 1))]).toEqual([
      [2, 5, 2],
      [5, 5, 2],
    ]);
  });

  it('is counted by days that are open before each day', () => {
    const open = countOpenDays(frozen, [0]);
    expect([open?.length, [...(open?.subarray(0, 6) ?? [])]]).toEqual([frozen.dayOf.length + 1, [0, 1, 1, 1, 1, 2]]);
    expect([countOpenDays(frozen, [0, 1]), countOpenDays(frozen, [])]).toEqual([null, null]);
  });
});
