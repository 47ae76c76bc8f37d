import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, toDayNumber } from '../../../core/domain/calendar.ts';
import {
  addWorkingDays,
  countWorkingDays,
  createWorkingCalendar,
  firstIndexFrom,
  firstWorkingDay,
  isWorkingDay,
  numberWorkingDays,
} from '../../../core/domain/schedule/calendar/workingCalendar.ts';

// May 2027, Ascension Day on the 6th:   Mo Tu We Th Fr Sa Su
//                                        3  4  5 [6] 7 (8)(9)
//                                       10 11 12 13 14
const calendar = createWorkingCalendar([isoDate('2027-05-06')]);

describe('working calendar', () => {
  it('leaves out weekends and holidays', () => {
    expect(isWorkingDay(calendar, toDayNumber(isoDate('2027-05-05')))).toBe(true);
    expect(isWorkingDay(calendar, toDayNumber(isoDate('2027-05-06')))).toBe(false);
    expect(isWorkingDay(calendar, toDayNumber(isoDate('2027-05-08')))).toBe(false);
    expect(firstWorkingDay(calendar, isoDate('2027-05-08'))).toBe('2027-05-10');
    expect(firstWorkingDay(calendar, isoDate('2027-05-10'))).toBe('2027-05-10');
  });

  it('adds working days: 5 after Wednesday the 5th are Thursday the 13th', () => {
    expect(addWorkingDays(calendar, isoDate('2027-05-05'), 1)).toBe('2027-05-07');
    expect(addWorkingDays(calendar, isoDate('2027-05-05'), 5)).toBe('2027-05-13');
    expect(addWorkingDays(calendar, isoDate('2027-05-08'), 0)).toBe('2027-05-10');
    expect(addWorkingDays(calendar, isoDate('2027-05-10'), -1)).toBe('2027-05-07');
  });

  it('counts working days with both ends', () => {
    expect(countWorkingDays(calendar, isoDate('2027-05-10'), isoDate('2027-05-14'))).toBe(5);
    expect(countWorkingDays(calendar, isoDate('2027-05-03'), isoDate('2027-05-09'))).toBe(4);
    expect(countWorkingDays(calendar, isoDate('2027-05-10'), isoDate('2027-05-09'))).toBe(0);
  });

  it('numbers working days and finds them again', () => {
    const days = numberWorkingDays(calendar, isoDate('2027-05-05'), 4);
    expect([...days.dayOf].map((day) => day - toDayNumber(isoDate('2027-05-05')))).toEqual([0, 2, 5, 6]);
    expect(firstIndexFrom(days, toDayNumber(isoDate('2027-05-06')))).toBe(1);
    expect(firstIndexFrom(days, toDayNumber(isoDate('2027-05-07')))).toBe(1);
    expect(firstIndexFrom(days, toDayNumber(isoDate('2027-05-12')))).toBe(4);
  });

  it('knows how far its holidays reach', () => {
    expect(calendar.holidaysUntil).toBe('2027-12-31');
    expect(createWorkingCalendar([]).holidaysUntil).toBeNull();
  });

  it('agrees with itself: adding n working days passes n working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 400 }), (offset, count) => {
        const from = firstWorkingDay(calendar, addDays(isoDate('2026-01-01'), offset));
        expect(countWorkingDays(calendar, addDays(from, 1), addWorkingDays(calendar, from, count))).toBe(count);
      }),
      { numRuns: 200 },
    );
  });
});
