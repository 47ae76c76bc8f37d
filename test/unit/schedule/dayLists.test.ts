import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createDayLists } from '../../../core/domain/schedule/placement/dayLists.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { orderTasks } from '../../../core/domain/schedule/problem/taskOrder.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { arbitraryTimeline } from '../../support/arbitraryTimeline.ts';
import { makeTask, makeTimeline } from '../../support/scheduleFixtures.ts';

const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;

describe('createDayLists', () => {
  it('lists tasks by start, and by end with the last one first', () => {
    const problem = problemOf(makeTimeline({ tasks: [3, 2, 9].map((workingDays, index) => makeTask(`t${index}`, { workingDays })) }));
    const lists = createDayLists(problem, Int32Array.of(0, 1, 2));
    const [byStart, byEnd] = [new Int32Array(3), new Int32Array(3)];
    lists.byStart(Int32Array.of(0, 3, 0), byStart);
    lists.byEnd(Int32Array.of(0, 3, 0), byEnd);
    expect([[...byStart], [...byEnd]]).toEqual([
      [0, 2, 1],
      [2, 1, 0],
    ]);
  });

  it('keeps links, gates and negative lags in every list', () => {
    fc.assert(
      fc.property(arbitraryTimeline(12), (timeline) => {
        const problem = problemOf(timeline);
        const { order } = orderTasks(problem, new Uint8Array(problem.taskIds.length));
        const lists = createDayLists(problem, order);
        const { start } = serialSchedule(problem);
        const [forward, backward] = [order.slice(), order.slice()];
        lists.byStart(start, forward);
        lists.byEnd(start, backward);
        for (const list of [forward, backward.reverse()]) {
          expect([...list].sort((a, b) => a - b)).toEqual([...order.keys()]);
          for (const { from, to } of timeline.links)
            expect(list.indexOf(problem.taskIds.indexOf(from))).toBeLessThan(list.indexOf(problem.taskIds.indexOf(to)));
        }
      }),
    );
  });
});
