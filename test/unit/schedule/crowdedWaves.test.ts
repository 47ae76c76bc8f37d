import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { crowdedWaves } from '../../../core/domain/schedule/bound/crowdedWaves.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { orderTasks } from '../../../core/domain/schedule/problem/taskOrder.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { arbitraryTimeline } from '../../support/arbitraryTimeline.ts';
import { makeTask, makeTimeline, makeTrack, trackId } from '../../support/scheduleFixtures.ts';

const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
function crowdsOf(problem: SchedulingProblem) {
  const none = new Uint8Array(problem.taskIds.length);
  return crowdedWaves(problem, orderTasks(problem, none).order, none);
}

/** Waves of five days and 100 accounts, by the minutes of crew that an account takes: 20 times as many a day. */
function wavesOf(minutes: readonly number[], crew: number): SchedulingProblem {
  const keys = ['mail', 'files', 'office'] as const;
  const tracks = minutes.map((crewMinutesPerAccount, index) => makeTrack({ key: keys[index] as (typeof keys)[number], crewMinutesPerAccount }));
  const tasks = minutes.map((_, index) =>
    makeTask(`w${index}`, { kind: 'wave', phase: 'rollOut', trackId: trackId(keys[index] as string), accountCount: 100, workingDays: 5 }),
  );
  return problemOf(makeTimeline({ tracks, tasks, capacities: [{ resource: 'crew', minutesPerDay: crew }] }));
}

describe('crowdedWaves', () => {
  const days = (task: number) => ({ task, days: 5 });
  const found = (minutes: readonly number[]) =>
    crowdsOf(wavesOf(minutes, 100)).map(({ waves, atOnce }) => ({ atOnce, waves: waves.map(({ task, days: lasting }) => ({ task, days: lasting })) }));

  it('finds waves of which each needs more than its share of the crew', () => {
    expect(found([3, 3, 3])).toContainEqual({ atOnce: 1, waves: [days(0), days(1), days(2)] });
    expect(found([2, 2, 2])).toContainEqual({ atOnce: 2, waves: [days(0), days(1), days(2)] });
    expect(found([1, 1, 1]).filter(({ atOnce }) => atOnce < 3)).toEqual([]);
  });

  it('finds lanes that the crew does not suffice for at once', () => {
    expect(found([4, 2])).toContainEqual({ atOnce: 1, waves: [days(0), days(1)] });
    expect(found([3, 1, 2])).toContainEqual({ atOnce: 2, waves: [days(0), days(1), days(2)] });
    // 60 and 40 minutes a day just fit.
    expect(found([3, 2])).not.toContainEqual({ atOnce: 1, waves: [days(0), days(1)] });
  });

  it('is kept by every schedule', () => {
    fc.assert(
      fc.property(arbitraryTimeline(10), (timeline) => {
        const problem = problemOf(timeline);
        const { start, end } = serialSchedule(problem);
        const everyDay = [...Array(Math.max(...end)).keys()];
        const tooMany = crowdsOf(problem).filter(({ waves, atOnce }) =>
          everyDay.some((day) => waves.filter(({ task }) => (start[task] as number) <= day && day < (end[task] as number)).length > atOnce),
        );
        expect(tooMany).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
