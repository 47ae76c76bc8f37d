import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, isoDate, toDayNumber, weekday } from '../../../core/domain/calendar.ts';
import type { TrackId, UnitId } from '../../../core/domain/ids.ts';
import { backTestForecast } from '../../../core/domain/tracking/backTestForecast.ts';
import { addWeekdays, forecastFinish } from '../../../core/domain/tracking/forecastFinish.ts';
import { meanSpeed, observedWeeks } from '../../../core/domain/tracking/observedSpeed.ts';
import { countPlannedBy, countPlannedByToday, plannedWaves, weekdaysBetween, type PlannedWave } from '../../../core/domain/tracking/plannedAccounts.ts';
import { accountsByWeek, mondayOf, progressByWeek, type MigratedDay } from '../../../core/domain/tracking/progressByWeek.ts';
import { replan, type ReplanTrack } from '../../../core/domain/tracking/replan.ts';
import { countWithSubUnits } from '../../../core/domain/tracking/unitProgress.ts';

const wave = (accounts: number, startsOn: string, finishesOn: string): PlannedWave => ({
  accounts,
  startsOn: isoDate(startsOn),
  finishesOn: isoDate(finishesOn),
});
const migrated = (on: string, accounts: number): MigratedDay => ({ on: isoDate(on), accounts });
/** The Wednesday of each week from 2027-02-03 on. */
const weekly = (...accounts: readonly number[]) => accounts.map((count, week) => migrated(addDays(isoDate('2027-02-03'), week * 7), count));

describe('countPlannedByToday', () => {
  it.each([
    ['2027-01-31', 0],
    ['2027-02-01', 2],
    ['2027-02-02', 4],
    ['2027-02-05', 10],
    ['2028-01-01', 10],
  ])('of 10 accounts from Monday to Friday, on %s there are %i', (today, planned) => {
    expect(countPlannedByToday([wave(10, '2027-02-01', '2027-02-05')], isoDate(today))).toBe(planned);
  });

  it('puts a wave on a weekend on its last day', () => {
    const waves = [wave(10, '2027-02-06', '2027-02-07')];
    expect([countPlannedByToday(waves, isoDate('2027-02-06')), countPlannedByToday(waves, isoDate('2027-02-07'))]).toEqual([0, 10]);
  });

  it('says the same of a day by its number', () => {
    expect(countPlannedBy([wave(10, '1970-01-05', '1970-01-09')], 5)).toBe(4);
  });
});

describe('plannedWaves', () => {
  it('takes dated waves only', () => {
    const dated = { accountCount: 100, startsOn: isoDate('2027-03-01'), finishesOn: isoDate('2027-03-05') };
    expect(
      plannedWaves([
        { kind: 'wave', ...dated },
        { kind: 'gate', ...dated },
        { kind: 'wave', ...dated, finishesOn: null },
      ]),
    ).toEqual([wave(100, '2027-03-01', '2027-03-05')]);
  });
});

describe('weekdaysBetween and addWeekdays', () => {
  it('are inverse to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 30_000 }), fc.integer({ min: 1, max: 2_000 }), (day, count) => {
        const later = addWeekdays(day, count);
        expect(weekday(later)).toBeLessThanOrEqual(5);
        expect(weekdaysBetween(day + 1, later)).toBe(count);
      }),
    );
  });

  it('goes from Friday, Saturday and Sunday to Monday', () => {
    for (const from of ['2027-02-05', '2027-02-06', '2027-02-07']) expect(fromDayNumber(addWeekdays(toDayNumber(isoDate(from)), 1))).toBe('2027-02-08');
  });
});

describe('weekdaysBetween', () => {
  it('counts both ends, no weekend, and nothing backwards', () => {
    const count = (from: string, to: string) => weekdaysBetween(toDayNumber(isoDate(from)), toDayNumber(isoDate(to)));
    expect([count('2027-02-01', '2027-02-07'), count('2027-02-06', '2027-02-07'), count('2027-02-05', '2027-02-01')]).toEqual([5, 0, 0]);
  });
});

describe('mondayOf', () => {
  it('leads from a Sunday, and from the Monday itself, to the Monday of the week', () => {
    for (const date of ['2027-02-07', '2027-02-01']) expect(fromDayNumber(mondayOf(toDayNumber(isoDate(date))))).toBe('2027-02-01');
  });
});

describe('accountsByWeek', () => {
  it('adds up the days of a week, and leaves out weeks without any', () => {
    const byWeek = accountsByWeek([migrated('2027-02-01', 3), migrated('2027-02-07', 4), migrated('2027-02-15', 5)]);
    expect([...byWeek].map(([monday, accounts]) => [fromDayNumber(monday), accounts])).toEqual([
      ['2027-02-01', 7],
      ['2027-02-15', 5],
    ]);
  });
});

describe('progressByWeek', () => {
  it('follows the worked example', () => {
    expect(progressByWeek([wave(10, '2027-02-01', '2027-02-05')], [migrated('2027-02-03', 4)], isoDate('2027-02-04'))).toEqual([
      { week: '2027-W05', planned: 10, migrated: 4 },
    ]);
  });

  it('has no gaps, and nothing migrated in weeks to come', () => {
    const weeks = progressByWeek(
      [wave(10, '2026-12-21', '2026-12-23'), wave(20, '2027-01-18', '2027-01-29')],
      [migrated('2026-12-22', 3), migrated('2027-01-05', 5)],
      isoDate('2027-01-14'),
    );
    expect(weeks).toEqual([
      { week: '2026-W52', planned: 10, migrated: 3 },
      { week: '2026-W53', planned: 10, migrated: 3 },
      { week: '2027-W01', planned: 10, migrated: 8 },
      { week: '2027-W02', planned: 10, migrated: 8 },
      { week: '2027-W03', planned: 20, migrated: null },
      { week: '2027-W04', planned: 30, migrated: null },
    ]);
  });

  it('is empty without waves and accounts', () => {
    expect(progressByWeek([], [], isoDate('2027-01-14'))).toEqual([]);
  });

  it('never falls, and ends with every account that is planned or migrated', () => {
    const day = fc.integer({ min: 20_000, max: 21_000 });
    const anyWaves = fc.array(fc.record({ start: day, length: fc.nat(60), accounts: fc.nat(5_000) }), { maxLength: 8 });
    const anyDays = fc.array(fc.record({ day, accounts: fc.nat(500) }), { maxLength: 20 });
    fc.assert(
      fc.property(anyWaves, anyDays, day, (rawWaves, rawDays, today) => {
        const waves = rawWaves.map(({ start, length, accounts }) => ({ accounts, startsOn: fromDayNumber(start), finishesOn: fromDayNumber(start + length) }));
        const days = rawDays.map((entry) => ({ on: fromDayNumber(Math.min(entry.day, today)), accounts: entry.accounts }));
        const weeks = progressByWeek(waves, days, fromDayNumber(today));
        for (const [index, week] of weeks.entries()) {
          expect(week.planned).toBeGreaterThanOrEqual(weeks[index - 1]?.planned ?? 0);
          if (week.migrated !== null) expect(week.migrated).toBeGreaterThanOrEqual(weeks[index - 1]?.migrated ?? 0);
        }
        expect(weeks.at(-1)?.planned ?? 0).toBe(waves.reduce((sum, { accounts }) => sum + accounts, 0));
        expect(weeks.filter((week) => week.migrated !== null).at(-1)?.migrated ?? 0).toBe(days.reduce((sum, { accounts }) => sum + accounts, 0));
      }),
    );
  });
});

describe('observedWeeks', () => {
  it('counts weeks without any, and leaves out the running week', () => {
    const weeks = observedWeeks([...weekly(5, 0, 7), migrated('2027-02-22', 99)], isoDate('2027-02-24'));
    expect(weeks).toEqual([5, 0, 7]);
    expect(meanSpeed([5, 0, 7])).toBe(4);
    expect([observedWeeks([], isoDate('2027-02-24')), meanSpeed([])]).toEqual([[], null]);
  });
});

describe('forecastFinish', () => {
  const forecast = (remaining: number, migratedByDay: readonly MigratedDay[], today: string, seed = 1) =>
    forecastFinish({ remaining, migratedByDay, today: isoDate(today), seed });

  it('follows the worked example', () => {
    expect(forecast(150, weekly(100, 100, 100, 100), '2027-03-05')).toEqual({
      remaining: 150,
      observedWeeks: 4,
      accountsPerWeek: 100,
      p50: '2027-03-17',
      p80: '2027-03-17',
      p95: '2027-03-17',
      refusedKey: null,
    });
  });

  it('spreads with the speed, and gives the same dates for the same seed', () => {
    const speeds = weekly(20, 180, 60, 140, 100, 10, 190, 100);
    const first = forecast(2_000, speeds, '2027-04-02');
    expect(first.accountsPerWeek).toBe(100);
    expect((first.p50 ?? '') < (first.p80 ?? '')).toBe(true);
    expect((first.p80 ?? '') < (first.p95 ?? '')).toBe(true);
    // 20 weeks at the mean speed.
    expect(Math.abs(toDayNumber(isoDate(first.p50 ?? '')) - toDayNumber(isoDate('2027-08-20')))).toBeLessThanOrEqual(14);
    expect(forecast(2_000, speeds, '2027-04-02')).toEqual(first);
    // Another seed moves the dates by days, not by weeks.
    const other = forecast(2_000, speeds, '2027-04-02', 7);
    for (const key of ['p50', 'p80', 'p95'] as const)
      expect(Math.abs(toDayNumber(isoDate(other[key] ?? '')) - toDayNumber(isoDate(first[key] ?? '')))).toBeLessThanOrEqual(6);
  });

  it.each([
    ['tooFewWeeks', 100, weekly(10, 10, 10), '2027-02-26'],
    ['tooFewWeeks', 100, [], '2027-02-26'],
    ['tooSlow', 1_000_000, weekly(1, 0, 0, 0), '2027-03-05'],
    ['nothingToDo', 0, [], '2027-03-05'],
  ])('refuses: %s', (key, remaining, days, today) => {
    const refused = forecast(remaining, days, today);
    expect(refused).toMatchObject({ p50: null, p80: null, p95: null, refusedKey: `tracking.forecast.${key}` });
  });

  it('has finished on the day of the last account', () => {
    expect(forecast(0, weekly(5, 5), '2027-03-05')).toMatchObject({ p50: '2027-02-10', p95: '2027-02-10', refusedKey: null });
  });

  it('is never earlier for more accounts, and never before tomorrow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 12 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.nat(99),
        (speeds, remaining, more, seed) => {
          const today = addDays(isoDate('2027-02-01'), speeds.length * 7);
          const fewer = forecastFinish({ remaining, migratedByDay: weekly(...speeds), today, seed });
          const larger = forecastFinish({ remaining: remaining + more, migratedByDay: weekly(...speeds), today, seed });
          expect((fewer.p50 ?? '') > today).toBe(true);
          for (const key of ['p50', 'p80', 'p95'] as const) expect((larger[key] ?? '') >= (fewer[key] ?? '')).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('backTestForecast', () => {
  it('follows the worked example', () => {
    expect(backTestForecast(weekly(...Array.from({ length: 10 }, () => 100)), isoDate('2027-04-14'), 1)).toEqual({
      checks: 3,
      heldP50: 3,
      heldP80: 3,
      heldP95: 3,
    });
  });

  it('sees that a track became slower', () => {
    const test = backTestForecast(weekly(100, 100, 100, 100, 100, 100, 0, 0, 0, 20, 20, 20, 20, 20), isoDate('2027-05-14'), 1);
    expect(test.checks).toBeGreaterThan(0);
    expect(test.heldP80).toBeLessThan(test.checks);
  });

  it('has nothing to check without weeks', () => {
    expect(backTestForecast([], isoDate('2027-04-14'), 1)).toEqual({ checks: 0, heldP50: 0, heldP80: 0, heldP95: 0 });
  });
});

describe('replan', () => {
  const track = (change: Partial<ReplanTrack>): ReplanTrack => ({
    trackId: 'mail' as TrackId,
    key: 'mail',
    name: 'Mail',
    remaining: 500,
    waves: [wave(900, '2027-02-01', '2027-03-26')],
    plannedFinish: isoDate('2027-03-26'),
    migratedByDay: weekly(100, 100, 100, 100),
    ...change,
  });
  const today = isoDate('2027-03-05');

  it('follows the worked example', () => {
    const { tracks, finish, plannedFinish, problems } = replan([track({})], today);
    expect(tracks).toEqual([{ trackId: 'mail', key: 'mail', plannedFinish: '2027-03-26', newFinish: '2027-04-09', differenceDays: 14 }]);
    expect([finish, plannedFinish, problems]).toEqual(['2027-04-09', '2027-03-26', []]);
  });

  it('does not lose a day to a third', () => {
    const { tracks } = replan(
      [track({ remaining: 100, migratedByDay: weekly(33, 33, 34), waves: [wave(900, '2027-02-01', '2027-03-26')] })],
      isoDate('2027-02-26'),
    );
    expect(tracks[0]?.newFinish).toBe('2027-03-19');
  });

  it('puts parallel run and switch-off behind the new end', () => {
    // Ten weekdays after the last wave.
    expect(replan([track({ plannedFinish: isoDate('2027-04-09') })], today).tracks[0]).toMatchObject({ newFinish: '2027-04-23', differenceDays: 14 });
  });

  it('keeps the plan of a track that has not begun or moves no accounts', () => {
    const later = track({ migratedByDay: [], waves: [wave(10, '2027-05-03', '2027-05-07')], plannedFinish: isoDate('2027-05-07') });
    expect(replan([later, track({ waves: [], remaining: 0, migratedByDay: [] })], today).tracks.map((entry) => entry.differenceDays)).toEqual([0, 0]);
  });

  it('has no finish, and says so, where nothing moves', () => {
    const { tracks, finish, problems } = replan([track({ migratedByDay: [], waves: [wave(500, '2027-02-01', '2027-02-05')] })], today);
    expect([tracks[0]?.newFinish, finish]).toEqual([null, null]);
    expect(problems).toEqual([
      { severity: 'warning', messageKey: 'tracking.problem.noSpeed', params: { track: 'Mail', remaining: 500 }, subject: { kind: 'track', id: 'mail' } },
    ]);
  });

  it('takes the last account for the end where nothing remains', () => {
    expect(replan([track({ remaining: 0 })], today).tracks[0]).toMatchObject({ newFinish: '2027-02-24', differenceDays: -30 });
  });
});

describe('countWithSubUnits', () => {
  const unit = (id: string, parentId: string | null) => ({
    id: id as UnitId,
    parentId: parentId as UnitId | null,
    name: id,
    path: parentId === null ? id : `${parentId} / ${id}`,
  });
  const states = (planned: number, migrated = 0) => ({ planned, migrated, problem: 0, exception: 0 });

  it('adds 3 planned in a sub-unit and 2 migrated in the unit up to 5 accounts', () => {
    const counted = countWithSubUnits(
      [unit('City', null), unit('Schools', 'City'), unit('Empty', 'City')],
      new Map([
        ['City' as UnitId, states(0, 2)],
        ['Schools' as UnitId, states(3)],
      ]),
    );
    expect(counted.map(({ name, depth, subUnits, accounts, states: { planned, migrated } }) => [name, depth, subUnits, accounts, planned, migrated])).toEqual([
      ['City', 0, 1, 5, 3, 2],
      ['Schools', 1, 0, 3, 3, 0],
    ]);
  });

  it('ends at a parent that is not there and at a circle', () => {
    const counted = countWithSubUnits(
      [unit('a', 'b'), unit('b', 'a'), unit('c', 'gone')],
      new Map([
        ['a' as UnitId, states(1)],
        ['c' as UnitId, states(2)],
      ]),
    );
    expect(counted.map(({ name, accounts }) => [name, accounts])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ]);
  });
});
