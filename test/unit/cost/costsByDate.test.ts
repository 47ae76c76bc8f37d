import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { computeCosts } from '../../../core/domain/cost/computeCosts.ts';
import { costsByDate } from '../../../core/domain/cost/costsByDate.ts';
import type { CostInput } from '../../../core/domain/cost/costInput.ts';
import type { ItemId } from '../../../core/domain/ids.ts';
import { costOfSchedule } from '../../../core/domain/schedule/cheapest/dateCosts.ts';
import { describeSchedule } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import { type IndexSchedule, serialSchedule } from '../../../core/domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { makeLink, makeTask, makeTimeline } from '../../support/scheduleFixtures.ts';
import { contract, input, item, track } from './costPlan.ts';

const start = isoDate('2027-01-04');
const calendar = createWorkingCalendar([isoDate('2027-05-06')]);
const replaced = (...ids: string[]) => ids.map((id) => ({ itemId: id as ItemId, strategy: 'replace' as const }));

/** Two tracks with two waves and a switch-off each, and a track of one piece of work for all. */
const tracks = [
  track('office', { trainingMinutesPerAccount: 60, crewMinutesPerAccount: 20, position: 0 }),
  track('mail', { crewMinutesPerAccount: 15, position: 1 }),
  track('identity', { movesAccounts: false, position: 2 }),
];
const timeline: Timeline = makeTimeline({
  tracks,
  tasks: ['office', 'mail', 'identity'].flatMap((key, place) => {
    const own = { trackId: tracks[place]?.id as never };
    const end = makeTask(`${key}Off`, { ...own, phase: 'switchOff', workingDays: 2 });
    if (key === 'identity') return [makeTask('identityWork', { ...own, phase: 'rollOut', workingDays: 12 }), end];
    const wave = (name: string, accountCount: number, workingDays: number) =>
      makeTask(name, { ...own, kind: 'wave', phase: 'rollOut', waveId: name as never, accountCount, workingDays });
    return [wave(`${key}1`, 333, 17), wave(`${key}2`, 61, 4), end];
  }),
  links: ['office', 'mail']
    .flatMap((key) => [makeLink(`${key}1`, `${key}Off`, 10), makeLink(`${key}2`, `${key}Off`, 10)])
    .concat(makeLink('identityWork', 'identityOff')),
});
const problem = createSchedulingProblem(timeline, start, calendar) as SchedulingProblem;

/** Costs of every kind: with and without contracts, tacit and express terms, bought once, bundles, price increases. */
const costs = (dated: Timeline): CostInput =>
  input({
    startsOn: '2027-01-04',
    timeline: dated,
    accountTotal: 394,
    items: [
      item('plain', 'office', 36_512),
      item('tacit', 'office', 1_234_567),
      item('express', 'mail', 765_432),
      { ...item('bundle', 'mail', 2_000_001), alsoTrackIds: [tracks[0]?.id as never, tracks[2]?.id as never] },
      item('bought', 'identity', 99_999),
      item('kept', 'mail', 5_555),
    ],
    contracts: [
      contract('tacit', { annual: 1_000_000, endsOn: '2027-04-30', renewalMonths: 3, noticeDays: 20 }),
      contract('express', { renewal: 'express', endsOn: '2027-03-15', renewalMonths: 1, noticeDays: 0 }),
      contract('bought', { renewal: 'none', endsOn: '2027-06-30' }),
    ],
    decisions: replaced('plain', 'tacit', 'express', 'bundle', 'bought'),
    rates: {
      'price.increase': 4,
      'support.account': 1_200,
      'crew.ratePerHour': 8_050,
      'training.ratePerHour': 6_499,
      ...Object.fromEntries(
        ['office', 'mail', 'identity'].flatMap((key, place) => [
          [`migration.${key}`, 301 + place],
          [`replacement.${key}`, 2_999 + place],
          [`doubleRunning.${key}`, 1_111],
        ]),
      ),
    },
  });

const dated = (schedule: IndexSchedule): Timeline => ({ ...timeline, tasks: describeSchedule(timeline, problem, schedule, calendar).tasks });
/** Amounts are rounded one by one only by `computeCosts`: so many amounts, half a cent each, may lie between the two sums. */
const rounding = 100;

describe('costsByDate', () => {
  it('follows the worked example', () => {
    const office = makeTimeline({ tracks: [track('office')], tasks: [makeTask('off', { trackId: track('office').id, phase: 'switchOff' })] });
    const small = createSchedulingProblem(office, start, createWorkingCalendar([])) as SchedulingProblem;
    const first = serialSchedule(small);
    const { tasks } = describeSchedule(office, small, first, createWorkingCalendar([]));
    const table = costsByDate(
      input({ startsOn: '2027-01-04', timeline: { ...office, tasks }, items: [item('a', 'office', 36_500)], decisions: replaced('a') }),
      small,
      first,
    );
    const on = (day: number) => costOfSchedule(table, { start: Int32Array.of(day), end: Int32Array.of(day + 1) });
    expect(on(0)).toBeCloseTo(100, 6);
    expect(on(1)).toBeCloseTo(200, 6);
  });

  it('is to the cent the sum of the schedule that it was made for', () => {
    const first = serialSchedule(problem);
    expect(costOfSchedule(costsByDate(costs(dated(first)), problem, first), first)).toBeCloseTo(computeCosts(costs(dated(first))).totalCents, 4);
  });

  it('is near the sum of any other schedule', () => {
    const first = serialSchedule(problem);
    const table = costsByDate(costs(dated(first)), problem, first);
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: problem.taskIds.length, maxLength: problem.taskIds.length }), (delays) => {
        const earliest = Int32Array.from(problem.earliest, (day, task) => day + (delays[task] as number));
        const schedule = serialSchedule({ ...problem, earliest, dayOf: problem.dayOf });
        fc.pre(schedule.end.every((end) => end < problem.dayOf.length));
        expect(Math.abs(costOfSchedule(table, schedule) - computeCosts(costs(dated(schedule))).totalCents)).toBeLessThanOrEqual(rounding / 2);
      }),
      { numRuns: 300 },
    );
  });
});
