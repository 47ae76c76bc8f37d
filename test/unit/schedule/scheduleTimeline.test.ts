import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../core/domain/calendar.ts';
import { describeSchedule, scheduleTimeline } from '../../../core/domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem } from '../../../core/domain/schedule/problem/schedulingProblem.ts';
import type { Task, Timeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { checkSchedule } from '../../support/checkSchedule.ts';
import { datesOf, makeFreeze, makeLink, makeTask, makeTimeline, makeTrack, trackId } from '../../support/scheduleFixtures.ts';

const plain = createWorkingCalendar([]);
const monday = isoDate('2027-01-04');
const wave = (id: string, accountCount: number, fields: Partial<Task> = {}) =>
  makeTask(id, { kind: 'wave', phase: 'rollOut', accountCount, workingDays: Math.ceil((accountCount * 5) / 100), ...fields });

function dates(timeline: Timeline, calendar = plain, start = monday) {
  const scheduled = scheduleTimeline(timeline, start, calendar);
  expect(
    checkSchedule({ ...timeline, tasks: scheduled.tasks }, start, new Set([...calendar.holidays].map((day) => addDays(isoDate('1970-01-01'), day)))),
  ).toEqual([]);
  return { ...scheduled, dates: datesOf(scheduled.tasks) };
}

describe('describeSchedule', () => {
  //   0 1 2 3 4 5 6 7 8 9 10
  // a # # # # #
  // b             # # # # #
  it('gives the dates of a schedule in which a day is lost, and says how much too long it can be', () => {
    const timeline = makeTimeline({ tasks: [wave('a', 100), wave('b', 100)] });
    const problem = createSchedulingProblem(timeline, monday, plain);
    if (!problem) throw new Error('the plan is too long');
    const schedule = { start: Int32Array.of(0, 6), end: Int32Array.of(5, 11), circles: [], impossible: [] };
    const { tasks, ...rest } = describeSchedule(timeline, problem, schedule, plain);
    expect(datesOf(tasks)).toEqual({ a: ['2027-01-04', '2027-01-08'], b: ['2027-01-12', '2027-01-18'] });
    expect(rest).toEqual({ finishesOn: '2027-01-18', lowerBound: '2027-01-15', gap: 1 / 11, problems: [] });
  });
});

describe('scheduleTimeline', () => {
  // January 2027   Mo Tu We Th Fr Sa Su
  //                 4  5  6  7  8  .  .
  //   prepare       #  #  #  #  #
  //   gate                            11
  //   pilot                           11 12
  it('puts a gate on the first working day after its evidence, and what waits for it on the same day', () => {
    const tasks = [makeTask('prepare', { workingDays: 5 }), makeTask('gate', { kind: 'gate', workingDays: 0 }), makeTask('pilot', { workingDays: 2 })];
    const result = dates(makeTimeline({ tasks, links: [makeLink('prepare', 'gate'), makeLink('gate', 'pilot')] }));
    expect(result.dates).toEqual({
      prepare: ['2027-01-04', '2027-01-08'],
      gate: ['2027-01-11', '2027-01-11'],
      pilot: ['2027-01-11', '2027-01-12'],
    });
    expect(result.finishesOn).toBe('2027-01-12');
    expect(result.gap).toBe(0);
  });

  // May 2027       Mo Tu We Th Fr Sa Su     6 = Ascension Day
  //                 3  4  5 [6] 7  .  .
  //   a             #  #  #     #
  //   b (lag 2)                      10 11 12 …: 10 and 11 pass, b on the 12th
  it('counts lags in working days and skips holidays', () => {
    const tasks = [makeTask('a', { workingDays: 4 }), makeTask('b')];
    const result = dates(makeTimeline({ tasks, links: [makeLink('a', 'b', 2)] }), createWorkingCalendar([isoDate('2027-05-06')]), isoDate('2027-05-03'));
    expect(result.dates).toEqual({ a: ['2027-05-03', '2027-05-07'], b: ['2027-05-12', '2027-05-12'] });
  });

  // 100 accounts a week are 20 a day; the lane takes one wave after the other.
  //                 4  5  6  7  8  .  . 11 12 13
  //   w1 (100)      #  #  #  #  #
  //   w2 (50)                            #  #  -   the third day has 10 accounts
  //   w3 (10)                                  #   … and room for 10 more
  it('moves accounts at the daily rate of the lane and fills the rest of a day', () => {
    const result = dates(makeTimeline({ tasks: [wave('w1', 100), wave('w2', 50), wave('w3', 10)] }));
    expect(result.dates).toEqual({ w1: ['2027-01-04', '2027-01-08'], w2: ['2027-01-11', '2027-01-13'], w3: ['2027-01-13', '2027-01-13'] });
  });

  // Freeze on We 6 and Th 7:  4  5 [6][7] 8  .  . 11 12 13 14
  //   wave of 3 days          would be 4-6        …starts Fr 8: #     #  #
  //   phase of 3 days         #  #  #   (goes on)
  //   gate on the 6th                     8
  it('keeps waves and gates out of a freeze, phases go on', () => {
    const tasks = [
      wave('w', 60),
      makeTask('phase', { workingDays: 3 }),
      makeTask('lead', { workingDays: 2 }),
      makeTask('gate', { kind: 'gate', workingDays: 0 }),
    ];
    const result = dates(makeTimeline({ tasks, links: [makeLink('lead', 'gate')], freezes: [makeFreeze('2027-01-06', '2027-01-07')] }));
    expect(result.dates).toEqual({
      w: ['2027-01-08', '2027-01-12'],
      phase: ['2027-01-04', '2027-01-06'],
      lead: ['2027-01-04', '2027-01-05'],
      gate: ['2027-01-08', '2027-01-08'],
    });
  });

  // Freeze on Sa 9 only:      4  5  6  7  8 [.] . 11 12 13
  //   notBefore Th 7, 3 days           no: 7, 8 | 11 would stretch over it -> starts 11
  it('lets no wave stretch over a freeze on a weekend', () => {
    const result = dates(makeTimeline({ tasks: [wave('w', 60, { notBefore: isoDate('2027-01-07') })], freezes: [makeFreeze('2027-01-09', '2027-01-09')] }));
    expect(result.dates).toEqual({ w: ['2027-01-11', '2027-01-13'] });
  });

  it('applies a freeze of one track to that track only, and lets a switch-off not end in one', () => {
    const files = makeTrack({ key: 'files', position: 1 });
    const tasks = [wave('mail wave', 20), wave('files wave', 20, { trackId: trackId('files') }), makeTask('off', { phase: 'switchOff', workingDays: 2 })];
    const result = dates(makeTimeline({ tracks: [makeTrack({ key: 'mail' }), files], tasks, freezes: [makeFreeze('2027-01-04', '2027-01-05', 'mail')] }));
    expect(result.dates).toEqual({
      'mail wave': ['2027-01-06', '2027-01-06'],
      'files wave': ['2027-01-04', '2027-01-04'],
      off: ['2027-01-05', '2027-01-06'],
    });
  });

  // Trainers have 300 minutes a day; each wave of 20 accounts needs 20 x 10 = 200.
  it('shares trainers between tracks', () => {
    const tracks = [makeTrack({ key: 'mail', trainingMinutesPerAccount: 10 }), makeTrack({ key: 'files', position: 1, trainingMinutesPerAccount: 10 })];
    const tasks = [wave('m', 20), wave('f', 20, { trackId: trackId('files') })];
    const result = dates(makeTimeline({ tracks, tasks, capacities: [{ resource: 'trainers', minutesPerDay: 300 }] }));
    expect(result.dates).toEqual({ m: ['2027-01-04', '2027-01-04'], f: ['2027-01-05', '2027-01-05'] });
    expect(result.lowerBound).toBe('2027-01-05');
    expect(result.gap).toBe(0);
  });

  it('honours the day before which the owner does not want a task', () => {
    expect(dates(makeTimeline({ tasks: [makeTask('a', { notBefore: isoDate('2027-01-09') })] })).dates).toEqual({ a: ['2027-01-11', '2027-01-11'] });
  });

  it('names the tasks of a circle, leaves them without dates and schedules the rest', () => {
    const tasks = ['a', 'b', 'c', 'd', 'self'].map((id) => makeTask(id));
    const links = [makeLink('a', 'b'), makeLink('b', 'c'), makeLink('c', 'b'), makeLink('c', 'd'), makeLink('self', 'self')];
    const result = dates(makeTimeline({ tasks, links }));
    expect(result.dates).toEqual({ a: ['2027-01-04', '2027-01-04'], b: [null, null], c: [null, null], d: ['2027-01-04', '2027-01-04'], self: [null, null] });
    expect(result.problems.map((problem) => [problem.messageKey, problem.params.tasks])).toEqual([
      ['schedule.problem.circle', 'b; c'],
      ['schedule.problem.circle', 'self'],
    ]);
  });

  it('leaves a demand above all capacity without dates, and what follows where it could be at the earliest', () => {
    const track = makeTrack({ key: 'mail', crewMinutesPerAccount: 30 });
    const tasks = [wave('too much', 20), makeTask('after'), wave('fits', 5)];
    const timeline = makeTimeline({ tracks: [track], tasks, links: [makeLink('too much', 'after')], capacities: [{ resource: 'crew', minutesPerDay: 480 }] });
    const result = dates(timeline);
    expect(result.dates).toEqual({ 'too much': [null, null], after: ['2027-01-05', '2027-01-05'], fits: ['2027-01-04', '2027-01-04'] });
    expect(result.problems).toEqual([
      {
        severity: 'error',
        messageKey: 'schedule.problem.demandAboveCapacity.crew',
        params: { task: 'too much', needed: 10, capacity: 8 },
        subject: { kind: 'task', id: 'too much' },
      },
    ]);
  });

  it('says when the plan outlives the known holidays, and refuses 400 years', () => {
    const calendar = createWorkingCalendar([isoDate('2027-05-06')]);
    expect(dates(makeTimeline({ tasks: [makeTask('a', { workingDays: 300 })] }), calendar).problems.map((problem) => problem.messageKey)).toEqual([
      'schedule.problem.holidaysUnknown',
    ]);
    const endless = scheduleTimeline(makeTimeline({ tasks: [makeTask('a', { workingDays: 200_000 })] }), monday, plain);
    expect(endless.problems.map((problem) => problem.messageKey)).toEqual(['schedule.problem.tooLong']);
  });

  it('has nothing to say about an empty plan', () => {
    expect(scheduleTimeline(makeTimeline({}), monday, plain)).toEqual({ tasks: [], finishesOn: null, lowerBound: null, gap: 0, problems: [] });
  });

  it('breaks no rule on any plan, never beats its bound, and always answers the same', () => {
    const task = fc.record({
      track: fc.nat(2),
      kind: fc.constantFrom('phase', 'wave', 'wave', 'gate'),
      phase: fc.constantFrom('prepare', 'rollOut', 'switchOff'),
      days: fc.integer({ min: 1, max: 12 }),
      accounts: fc.integer({ min: 1, max: 130 }),
      notBefore: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 6 }),
      links: fc.array(fc.record({ back: fc.integer({ min: 1, max: 12 }), lag: fc.integer({ min: 0, max: 6 }) }), { maxLength: 3 }),
    });
    const freeze = fc.record({ from: fc.integer({ min: -5, max: 120 }), days: fc.nat(12), track: fc.option(fc.nat(2)) });
    const keys = ['mail', 'files', 'identity'] as const;
    fc.assert(
      fc.property(
        fc.array(task, { minLength: 1, maxLength: 40 }),
        fc.array(freeze, { maxLength: 5 }),
        fc.array(fc.nat(300), { maxLength: 20 }),
        fc.integer({ min: 600, max: 4000 }),
        (drawn, freezes, holidays, minutesPerDay) => {
          const tracks = keys.map((key, position) =>
            makeTrack({
              key,
              position,
              movesAccounts: key !== 'identity',
              accountsPerWeek: [37, 100, 0][position] as number,
              trainingMinutesPerAccount: 15 * position,
              crewMinutesPerAccount: 20,
            }),
          );
          const tasks = drawn.map((fields, index) => {
            const track = tracks[fields.kind === 'wave' ? fields.track % 2 : fields.track] as (typeof tracks)[number];
            const isWave = fields.kind === 'wave';
            return makeTask(`t${index}`, {
              trackId: track.id,
              kind: fields.kind as Task['kind'],
              phase: fields.phase as Task['phase'],
              accountCount: isWave ? fields.accounts : 0,
              workingDays: isWave ? Math.ceil((fields.accounts * 5) / track.accountsPerWeek) : fields.kind === 'gate' ? 0 : fields.days,
              notBefore: fields.notBefore === null ? null : addDays(monday, fields.notBefore),
            });
          });
          const links = drawn.flatMap((fields, index) =>
            fields.links.filter(({ back }) => back <= index).map(({ back, lag }) => makeLink(`t${index - back}`, `t${index}`, lag)),
          );
          const timeline = makeTimeline({
            tracks,
            tasks,
            links,
            freezes: freezes.map((each) =>
              makeFreeze(addDays(monday, each.from), addDays(monday, each.from + each.days), each.track === null ? null : (keys[each.track] as string)),
            ),
            capacities: [
              { resource: 'trainers', minutesPerDay },
              { resource: 'crew', minutesPerDay },
            ],
          });
          const calendar = createWorkingCalendar(holidays.map((offset) => addDays(monday, offset)));
          const result = dates(timeline, calendar);
          expect(result.tasks.every((each) => each.startsOn !== null)).toBe(true);
          expect(result.lowerBound !== null && result.finishesOn !== null && result.lowerBound <= result.finishesOn).toBe(true);
          expect(scheduleTimeline(timeline, monday, calendar)).toEqual(scheduleTimeline(timeline, monday, calendar));
        },
      ),
      { numRuns: 150 },
    );
  });
});
