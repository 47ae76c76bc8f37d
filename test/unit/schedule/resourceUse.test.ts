import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { bookTask, createResourceUse, dayDemand, findShortage, peakDemand } from '../../../core/domain/schedule/problem/resourceUse.ts';
import { createSchedulingProblem, type SchedulingProblem, type SchedulingResource } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { makeTask, makeTimeline } from '../../support/scheduleFixtures.ts';

const lane: SchedulingResource = { kind: 'front', capacity: 338, name: 'lane', trackId: null };
const trainers: SchedulingResource = { kind: 'even', capacity: 60, name: 'trainers', trackId: null };

describe('what a task takes', () => {
  it('is all of a lane until the rest, and minutes of people evenly', () => {
    expect([0, 1, 2].map((offset) => dayDemand(lane, 1000, 3, offset))).toEqual([338, 338, 324]);
    expect([0, 1, 2].map((offset) => dayDemand(trainers, 100, 3, offset))).toEqual([33, 33, 34]);
  });

  it('is most on its first day or on its last one', () => {
    expect([peakDemand(lane, 1000, 3), peakDemand(lane, 1000, 2), peakDemand(trainers, 100, 3), peakDemand(lane, 1000, 0)]).toEqual([338, 662, 34, 0]);
  });
});

describe('a lane of 100 fifths of accounts a day with a wave of 250 on it', () => {
  const wave = (id: string, accountCount: number, workingDays: number) => makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount, workingDays });
  const timeline = makeTimeline({ tasks: [wave('booked', 50, 3), wave('full day', 20, 1), wave('half a day', 10, 1)] });
  const problem = createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
  const use = createResourceUse(problem);
  const taken = () => use.used.map((days) => [...days.subarray(0, 5)]);

  it('is used from the start of the wave to its rest, and not when the wave is taken away', () => {
    expect([taken(), use.used[0]?.length]).toEqual([[[0, 0, 0, 0, 0]], problem.dayOf.length]);
    bookTask(problem, use, 0, 1, 1);
    expect(taken()).toEqual([[0, 100, 100, 50, 0]]);
    bookTask(problem, use, 0, 1, -1);
    expect(taken()).toEqual([[0, 0, 0, 0, 0]]);
  });

  it('says which day is short, and skips the days without room for a first day', () => {
    bookTask(problem, use, 0, 1, 1);
    expect([findShortage(problem, use, 1, 1), findShortage(problem, use, 1, 4)]).toEqual([{ resource: 0, day: 1, nextStart: 4 }, null]);
    expect([findShortage(problem, use, 2, 2), findShortage(problem, use, 2, 3)]).toEqual([{ resource: 0, day: 2, nextStart: 3 }, null]);
    bookTask(problem, use, 0, 1, -1);
  });
});
