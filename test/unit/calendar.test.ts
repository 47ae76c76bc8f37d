import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  fromDayNumber,
  type IsoDate,
  isIsoDate,
  isoDate,
  isoWeek,
  laterDate,
  toDayNumber,
  weekday,
} from '../../core/domain/calendar.ts';

const firstDay = Date.UTC(1900, 0, 1) / 86_400_000;
const lastDay = Date.UTC(9999, 11, 31) / 86_400_000;
const textOfDate = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('toDayNumber', () => {
  it('is negative before 1970', () => {
    expect([toDayNumber(isoDate('1970-01-02')), toDayNumber(isoDate('1969-12-31'))]).toEqual([1, -1]);
  });
});

describe('fromDayNumber', () => {
  it('takes a part of a day for the day that it lies in', () => {
    expect([1, 1.5, -0.5].map(fromDayNumber)).toEqual(['1970-01-02', '1970-01-02', '1969-12-31']);
  });

  it('agrees with Date on every day of every century’s turn and leap year’s end', () => {
    const differences: string[] = [];
    for (let day = firstDay; day <= lastDay; day += 1) {
      // Every day to 2110, then the days around the turns of February and of the year.
      const text = textOfDate(day);
      if (fromDayNumber(day) !== text) differences.push(text);
      if (text >= '2110' && text.endsWith('-01-03')) day += 54;
      else if (text >= '2110' && text.endsWith('-03-03')) day += 300;
    }
    expect(differences).toEqual([]);
  });

  it('agrees with Date on any day, and toDayNumber leads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
        expect(fromDayNumber(day)).toBe(textOfDate(day));
        expect(toDayNumber(fromDayNumber(day))).toBe(day);
      }),
    );
  });

  it('refuses what is no day', () => {
    expect(() => fromDayNumber(Number.NaN)).toThrow(RangeError);
    expect(() => fromDayNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('isIsoDate', () => {
  it.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['1899-12-31', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2027-04-31', false],
    ['27-04-30', false],
    ['2028-2-29', false],
  ])('%s: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
  });

  it('is what isoDate asks', () => {
    expect(() => isoDate('2027-02-29')).toThrow(RangeError);
    expect(isoDate('2028-02-29')).toBe('2028-02-29');
  });
});

describe('addDays, laterDate, addMonths, weekday and isoWeek', () => {
  it('addDays leads over the turn of the year and back', () => {
    expect(addDays(isoDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(isoDate('2027-01-01'), -1)).toBe('2026-12-31');
  });

  it('laterDate does not depend on the order', () => {
    const [january, february] = [isoDate('2027-01-31'), isoDate('2027-02-01')];
    expect([laterDate(january, february), laterDate(february, january)]).toEqual([february, february]);
  });

  it('addMonths cuts the day to the month’s last, and creeps where it is added to its own answer', () => {
    expect([1, 2].map((months) => addMonths(isoDate('2027-01-31'), months))).toEqual(['2027-02-28', '2027-03-31']);
    expect(addMonths(isoDate('2027-02-28'), 1)).toBe('2027-03-28');
    expect(['1970-01-01', '1970-01-31'].map((date) => addMonthsToDay(isoDate(date), 1))).toEqual([31, 58]);
  });

  it('weekday counts from Monday, also before 1970', () => {
    expect([0, -4].map(weekday)).toEqual([4, 7]);
    expect(fromDayNumber(-4)).toBe('1969-12-28');
  });

  it('isoWeek counts the days before the first Monday to the year that their Thursday is in', () => {
    expect(isoWeek(isoDate('2027-01-01'))).toEqual({ year: 2026, week: 53 });
    expect(isoWeek(isoDate('2027-01-04'))).toEqual({ year: 2027, week: 1 });
  });

  it('addMonths agrees with Date, the day cut to the month’s last', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: toDayNumber('2400-12-31' as IsoDate) }), fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const date = new Date(day * 86_400_000);
        const target = (monthsLater: number, dayOfMonth: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, dayOfMonth) / 86_400_000;
        const expected = Math.min(target(months, date.getUTCDate()), target(months + 1, 0));
        fc.pre(expected >= firstDay);
        expect(addMonths(fromDayNumber(day), months)).toBe(textOfDate(expected));
      }),
    );
  });

  it('weekday agrees with Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
        expect(weekday(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });
});
