import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createDayLists } from '../../../core/domain/schedule/placement/dayLists.ts';
import { freezeClash } from '../../../core/domain/schedule/problem/freezeClash.ts';
import { bookTask, createResourceUse, findShortage } from '../../../core/domain/schedule/problem/resourceUse.ts';
import { describeSchedule } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { endsOf } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import { orderTasks } from '../../../core/domain/schedule/problem/taskOrder.ts';
import { createTaskPlacement } from '../../../core/domain/schedule/placement/taskPlacement.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { arbitraryTimeline } from '../../support/arbitraryTimeline.ts';
import { checkSchedule } from '../../support/checkSchedule.ts';
import { makeLink, makeTask, makeTimeline, makeTrack } from '../../support/scheduleFixtures.ts';

const monday = isoDate('2027-01-04');
const plain = createWorkingCalendar([]);
const problemOf = (timeline: Timeline) => createSchedulingProblem(timeline, monday, plain) as SchedulingProblem;
const orderOf = (problem: SchedulingProblem) => orderTasks(problem, new Uint8Array(problem.taskIds.length)).order;

/** The rule as it is written: one start after the other is tried. */
function placeDayByDay(problem: SchedulingProblem, list: Int32Array): Int32Array {
  const use = createResourceUse(problem);
  const start = new Int32Array(problem.taskIds.length).fill(-1);
  for (const task of list) {
    let at = problem.earliest[task] as number;
    for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
      const from = problem.linkFrom[entry] as number;
      if ((start[from] as number) >= 0) at = Math.max(at, (start[from] as number) + (problem.duration[from] as number) + (problem.linkLag[entry] as number));
    }
    while (freezeClash(problem, task, at) || findShortage(problem, use, task, at)) at += 1;
    bookTask(problem, use, task, at, 1);
    start[task] = at;
  }
  return start;
}

describe('createTaskPlacement', () => {
  //             0 1 2 3 4 5 6 7 8
  //   earliest  a a a b b
  //   latest            a a a b b     of 9 days
  it('places two waves of a lane one after the other, as early and as late as they can be', () => {
    const wave = (id: string, workingDays: number) => makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount: workingDays * 20, workingDays });
    const problem = problemOf(makeTimeline({ tracks: [makeTrack({ key: 'mail' })], tasks: [wave('a', 3), wave('b', 2)], links: [makeLink('a', 'b')] }));
    const placement = createTaskPlacement(problem);
    const start = new Int32Array(2);
    expect([placement.earliest(Int32Array.of(0, 1), start), ...start]).toEqual([5, 0, 3]);
    expect([placement.latest(Int32Array.of(1, 0), 9, start), ...start]).toEqual([true, 4, 7]);
    expect(placement.latest(Int32Array.of(1, 0), 4, start)).toBe(false);
  });

  it('puts each task of any list on the first start that is free, as trying every day does', () => {
    fc.assert(
      fc.property(arbitraryTimeline(12), fc.infiniteStream(fc.nat(1000)), (timeline, numbers) => {
        const problem = problemOf(timeline);
        const placement = createTaskPlacement(problem);
        const lists = createDayLists(problem, orderOf(problem));
        const list = orderOf(problem).slice();
        const start = new Int32Array(list.length);
        // The second list is made from days that chance gave; a scheduler is used more than once.
        for (const round of [0, 1]) {
          if (round === 1) {
            const days = Int32Array.from(list, () => (numbers.next().value as number) % 30);
            for (const task of orderOf(problem))
              for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1)
                days[task] = Math.max(days[task] as number, days[problem.linkFrom[entry] as number] as number);
            lists.byStart(days, list);
          }
          const makespan = placement.earliest(list, start);
          expect([...start]).toEqual([...placeDayByDay(problem, list)]);
          expect(makespan).toBe(Math.max(...endsOf(problem, start)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every rule when it places tasks late, and finishes by the deadline', () => {
    fc.assert(
      fc.property(arbitraryTimeline(12), fc.integer({ min: 0, max: 10 }), (timeline, more) => {
        const problem = problemOf(timeline);
        const placement = createTaskPlacement(problem);
        const order = orderOf(problem);
        const lists = createDayLists(problem, order);
        const start = new Int32Array(order.length);
        const list = order.slice();
        const deadline = Math.min(problem.dayOf.length - 1, placement.earliest(order, start) + more);
        lists.byEnd(start, list);
        const late = new Int32Array(order.length);
        // A wave shifted in time may find other days than before: then there is no schedule, which is an answer too.
        fc.pre(placement.latest(list, deadline, late));
        const end = endsOf(problem, late);
        expect(Math.max(...end)).toBeLessThanOrEqual(deadline);
        const { tasks } = describeSchedule(timeline, problem, { start: late, end, circles: [], impossible: [] }, plain);
        expect(checkSchedule({ ...timeline, tasks }, monday, new Set())).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
