import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { findCircles, orderTasks, orderTasksBy, successorsOf } from '../../../core/domain/schedule/problem/taskOrder.ts';
import { makeLink, makeTask, makeTimeline } from '../../support/scheduleFixtures.ts';

/** Tasks of so many days; a link is from the first to the second, after the third number of days. */
function problemOf(days: readonly number[], ...links: readonly (readonly [number, number, number?])[]): SchedulingProblem {
  const timeline = makeTimeline({
    tasks: days.map((workingDays, task) => makeTask(String(task), { workingDays })),
    links: links.map(([from, to, lag]) => makeLink(String(from), String(to), lag)),
  });
  return createSchedulingProblem(timeline, isoDate('2027-01-04'), createWorkingCalendar([])) as SchedulingProblem;
}

describe('successorsOf', () => {
  it('turns the links around', () => {
    const { offset, to, lag } = successorsOf(problemOf([1, 1, 1], [0, 1], [0, 2, 4], [1, 2]));
    expect([[...offset], [...to], [...lag]]).toEqual([
      [0, 2, 3, 3],
      [1, 2, 2],
      [0, 4, 0],
    ]);
  });
});

describe('findCircles', () => {
  it('finds tasks that wait for each other, and none in a sound plan', () => {
    expect(findCircles(problemOf([1, 1, 1], [0, 1], [1, 2], [2, 1]))).toEqual([[1, 2]]);
    expect(findCircles(problemOf([1, 1, 1], [0, 1], [1, 2]))).toEqual([]);
  });
});

// 0 # . . .
// 2 . # # #
// 1 . . # #
describe('orders of tasks', () => {
  const problem = problemOf([1, 2, 3], [0, 2]);

  it('begin with what must start first', () => {
    const { order, tail } = orderTasks(problem, new Uint8Array(3));
    expect([[...order], [...tail]]).toEqual([
      [0, 2, 1],
      [4, 2, 3],
    ]);
  });

  it('follow priorities as far as the links let them', () => {
    expect([...orderTasksBy(problem, new Uint8Array(3), Float64Array.of(0, 2, 9))]).toEqual([1, 0, 2]);
  });

  it('leave out what stands in a circle, and count no link from it or to it', () => {
    const { order, tail } = orderTasks(problem, Uint8Array.of(1, 0, 0));
    expect([[...order], [...tail]]).toEqual([
      [2, 1],
      [0, 2, 3],
    ]);
    const before = orderTasks(problemOf([1, 2, 3], [0, 2, 4]), Uint8Array.of(0, 0, 1));
    expect([[...before.order], [...before.tail]]).toEqual([
      [1, 0],
      [1, 2, 0],
    ]);
  });
});
