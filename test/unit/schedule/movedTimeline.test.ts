import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { brokenDates } from '../../../core/domain/schedule/explain/brokenDates.ts';
import { criticalChain } from '../../../core/domain/schedule/explain/criticalChain.ts';
import { rescheduleTimeline, scheduleInFormerOrder } from '../../../core/domain/schedule/placement/rescheduleTimeline.ts';
import { scheduleTimeline } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { storedDates } from '../../../core/domain/schedule/problem/storedDates.ts';
import type { Task, Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeFreeze, makeLink, makeTask, makeTimeline, taskId } from '../../support/scheduleFixtures.ts';

const plain = createWorkingCalendar([]);
const monday = isoDate('2027-01-04');
/** The lane of the fixtures moves 100 accounts a week: 20 a day. */
const wave = (id: string, accountCount: number, fields: Partial<Task> = {}) =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount, workingDays: Math.ceil((accountCount * 5) / 100), ...fields });
const scheduled = (timeline: Timeline): Timeline => ({ ...timeline, tasks: scheduleTimeline(timeline, monday, plain).tasks });
const problemOf = (timeline: Timeline, calendar = plain) => {
  const problem = createSchedulingProblem(timeline, monday, calendar);
  if (!problem) throw new Error('the plan is too long');
  return problem;
};
const critical = (timeline: Timeline) => criticalChain(timeline, problemOf(timeline));
const brokenOf = (timeline: Timeline, calendar = plain) => brokenDates(timeline, problemOf(timeline, calendar));
const held = (timeline: Timeline, id: string, day: string | null): Timeline => ({
  ...timeline,
  tasks: timeline.tasks.map((task) => (task.id === taskId(id) ? { ...task, notBefore: day === null ? null : isoDate(day) } : task)),
});
const moved = (timeline: Timeline) =>
  Object.fromEntries(rescheduleTimeline(timeline, monday, plain).tasks.map((task) => [task.id, `${task.startsOn} ${task.finishesOn}`]));

describe('scheduleInFormerOrder', () => {
  //             0 1 2 3 4 5 6          0 1 2 3 4 5 6
  //   a                   # #     →          # #
  //   b           # # #                # # #
  it('lets waves move up in the order in which they stood, those without dates last', () => {
    const problem = problemOf(makeTimeline({ tasks: [wave('a', 40), wave('b', 60)] }));
    const startsAfter = (...former: readonly number[]) => [...scheduleInFormerOrder(problem, Int32Array.from(former)).start];
    expect([startsAfter(5, 1), startsAfter(0, 3), startsAfter(-1, 7)]).toEqual([
      [3, 0],
      [0, 2],
      [3, 0],
    ]);
  });

  it('puts nothing before what it waits for', () => {
    const problem = problemOf(makeTimeline({ tasks: [wave('a', 40), wave('b', 60)], links: [makeLink('a', 'b')] }));
    expect([...scheduleInFormerOrder(problem, Int32Array.of(5, 1)).start]).toEqual([0, 2]);
  });
});

describe('rescheduleTimeline', () => {
  // January 2027    4-8  11-15  18-22  25-29
  //   first         ###
  //   second              ###
  //   second, held               ###
  it('leaves what stands before the held task, and moves it alone', () => {
    const timeline = scheduled(makeTimeline({ tasks: [wave('first', 100), wave('second', 100)] }));
    expect(moved(held(timeline, 'second', '2027-01-18'))).toEqual({ first: '2027-01-04 2027-01-08', second: '2027-01-18 2027-01-22' });
  });

  it('lets what gets room move up', () => {
    const timeline = scheduled(makeTimeline({ tasks: [wave('first', 100), wave('second', 100)] }));
    expect(moved(held(timeline, 'first', '2027-01-18'))).toEqual({ first: '2027-01-18 2027-01-22', second: '2027-01-04 2027-01-08' });
  });

  it('moves what waits for the held task', () => {
    const timeline = scheduled(makeTimeline({ tasks: [makeTask('a', { workingDays: 5 }), makeTask('b', { workingDays: 5 })], links: [makeLink('a', 'b')] }));
    expect(moved(held(timeline, 'a', '2027-01-09'))).toEqual({ a: '2027-01-11 2027-01-15', b: '2027-01-18 2027-01-22' });
  });

  it('brings a released task back', () => {
    const timeline = scheduled(held(makeTimeline({ tasks: [wave('first', 100)] }), 'first', '2027-02-01'));
    expect(moved(held(timeline, 'first', null))).toEqual({ first: '2027-01-04 2027-01-08' });
  });

  it('goes around a freeze that was added, and keeps the order of the waves', () => {
    const timeline = scheduled(makeTimeline({ tasks: [wave('first', 100), wave('second', 100)] }));
    expect(moved({ ...timeline, freezes: [makeFreeze('2027-01-07', '2027-01-07')] })).toEqual({
      first: '2027-01-08 2027-01-14',
      second: '2027-01-15 2027-01-21',
    });
  });

  it('puts tasks without dates last and says of a circle what the first schedule says', () => {
    const circle = makeTimeline({ tasks: [makeTask('a'), makeTask('b'), wave('c', 20)], links: [makeLink('a', 'b'), makeLink('b', 'a')] });
    const again = rescheduleTimeline(circle, monday, plain);
    expect(again).toEqual(scheduleTimeline(circle, monday, plain));
    expect(again.problems[0]?.messageKey).toBe('schedule.problem.circle');
  });

  it('changes nothing in a plan in which nothing was changed', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }), (accounts, pairs) => {
        const links = pairs.filter(([from, to]) => from < to && to < accounts.length).map(([from, to]) => makeLink(`w${from}`, `w${to}`));
        const timeline = scheduled(makeTimeline({ tasks: accounts.map((count, index) => wave(`w${index}`, count)), links }));
        expect(brokenOf(timeline)).toEqual([]);
        // Waves of a part of a day's capacity can move up into what is left of a day; none ever moves back.
        for (const [index, task] of rescheduleTimeline(timeline, monday, plain).tasks.entries()) {
          expect((task.startsOn ?? '') <= (timeline.tasks[index]?.startsOn ?? '')).toBe(true);
        }
      }),
    );
  });
});

describe('criticalChain', () => {
  it('goes back over the links from the task that finishes last', () => {
    const timeline = scheduled(
      makeTimeline({ tasks: [makeTask('a', { workingDays: 5 }), makeTask('b', { workingDays: 2 }), makeTask('c')], links: [makeLink('a', 'b')] }),
    );
    expect(critical(timeline)).toEqual(['a', 'b']);
  });

  it('goes back over the lane where no link is tight', () => {
    const timeline = scheduled(makeTimeline({ tasks: [wave('w1', 100), wave('w2', 100), makeTask('other', { workingDays: 3 })] }));
    expect(critical(timeline)).toEqual(['w1', 'w2']);
  });

  it('goes back over a freeze to the predecessor', () => {
    const timeline = scheduled(
      makeTimeline({
        tasks: [makeTask('a'), makeTask('long', { workingDays: 4 }), wave('w', 20)],
        links: [makeLink('a', 'w')],
        freezes: [makeFreeze('2027-01-05', '2027-01-15')],
      }),
    );
    expect(timeline.tasks[2]?.startsOn).toBe('2027-01-18');
    expect(critical(timeline)).toEqual(['a', 'w']);
  });

  it('ends where the owner holds a task', () => {
    const timeline = scheduled(held(makeTimeline({ tasks: [makeTask('a'), makeTask('b')], links: [makeLink('a', 'b')] }), 'b', '2027-02-01'));
    expect(critical(timeline)).toEqual(['b']);
  });

  it('is empty in a plan without dates', () => {
    expect(critical(makeTimeline({ tasks: [makeTask('a')] }))).toEqual([]);
  });
});

describe('brokenDates', () => {
  // January 2027   4-8  11-15
  //   w2           ###         first, because `after` waits for it
  //   after             #
  //   w1                #####
  const timeline = scheduled(makeTimeline({ tasks: [wave('w1', 100), wave('w2', 100), makeTask('after')], links: [makeLink('w2', 'after')] }));
  const broken = (change: Partial<Timeline>) => brokenOf({ ...timeline, ...change });

  it('is empty while nothing is changed', () => {
    expect(broken({})).toEqual([]);
  });

  it('names the wave in an added freeze, and no other', () => {
    expect(broken({ freezes: [makeFreeze('2027-01-07', '2027-01-07')] })).toEqual(['w2']);
  });

  it('names what is held until later than it starts, and what starts before its predecessor is done', () => {
    expect(broken({ tasks: held(timeline, 'w2', '2027-01-18').tasks })).toEqual(['w2']);
    expect(broken({ links: [makeLink('after', 'w1')] })).toEqual(['w1']);
  });

  it('names all waves of a lane that manages less than before', () => {
    expect(broken({ tracks: timeline.tracks.map((track) => ({ ...track, accountsPerWeek: 50 })) })).toEqual(['w1', 'w2']);
  });

  it('names what stands on a day that became a holiday', () => {
    expect(brokenOf(timeline, createWorkingCalendar([isoDate('2027-01-06')]))).toContain('w1');
  });
});

describe('storedDates', () => {
  it('takes a date on a weekend for the next working day', () => {
    const timeline = makeTimeline({
      tasks: [makeTask('a', { workingDays: 2, startsOn: isoDate('2027-01-09'), finishesOn: isoDate('2027-01-12') }), makeTask('b')],
    });
    const problem = createSchedulingProblem(timeline, monday, plain);
    if (problem === null) throw new Error('a plan of two tasks has a problem');
    expect(storedDates(timeline, problem)).toEqual({ start: Int32Array.from([5, -1]), end: Int32Array.from([7, -1]) });
  });
});
