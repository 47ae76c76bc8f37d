import { fromDayNumber, toDayNumber, weekday } from '../../calendar.ts';
import type { DayNumber, IsoDate } from '../../calendar.ts';

/**
 * The working days of an administration: Monday to Friday without its public holidays. Everything about the schedule
 * counts in working days; this calendar is the only place where they meet civil dates.
 */
export type WorkingCalendar = {
  readonly holidays: ReadonlySet<DayNumber>;
  /** The last day for which holidays are known; after it only weekends are left out, and a plan that gets there says so. */
  readonly holidaysUntil: IsoDate | null;
};

/** The first `length` working days from a date on, numbered from 0. */
export type WorkingDays = {
  /** Working day → civil day. */
  readonly dayOf: Int32Array;
};

/**
 * Builds a calendar from the holidays' dates; the last year that has a holiday counts as the last year known.
 *
 * Example: with 2027-05-06 (Ascension Day, a Thursday) as a holiday, the working day after Wednesday 2027-05-05 is Friday 2027-05-07.
 */
export function createWorkingCalendar(holidays: Iterable<IsoDate>): WorkingCalendar {
  const days = new Set<DayNumber>();
  for (const date of holidays) days.add(toDayNumber(date));
  let lastYear = 0;
  for (const day of days) lastYear = Math.max(lastYear, Number(fromDayNumber(day).slice(0, 4)));
  return { holidays: days, holidaysUntil: lastYear === 0 ? null : (`${lastYear}-12-31` as IsoDate) };
}

/**
 * Whether people work on a civil day: Monday to Friday, holidays excepted.
 *
 * Example: with the same holiday Wednesday 2027-05-05 is a working day; Thursday the 6th and Saturday the 8th are none.
 */
export function isWorkingDay(calendar: WorkingCalendar, day: DayNumber): boolean {
  return weekday(day) <= 5 && !calendar.holidays.has(day);
}

/**
 * The day itself if it is a working day, else the next one.
 *
 * Example: Saturday 2027-05-08 gives Monday 2027-05-10, and so does that Monday.
 */
export function firstWorkingDay(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  let day = toDayNumber(date);
  while (!isWorkingDay(calendar, day)) day += 1;
  return fromDayNumber(day);
}

/**
 * The date `count` working days after a date; 0 is the first working day from the date on, negative counts go back.
 *
 * Example: 5 working days after Wednesday 2027-05-05, Ascension Day on the 6th, are Thursday 2027-05-13.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, count: number): IsoDate {
  let day = toDayNumber(date);
  const step = count < 0 ? -1 : 1;
  while (!isWorkingDay(calendar, day)) day += step;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do day += step;
    while (!isWorkingDay(calendar, day));
  }
  return fromDayNumber(day);
}

/**
 * Working days from `from` to `to`, both included; 0 where `to` lies before `from`.
 *
 * Example: Monday 2027-05-03 to Sunday the 9th, Ascension Day on the 6th, are 4.
 */
export function countWorkingDays(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  const last = toDayNumber(to);
  let count = 0;
  for (let day = toDayNumber(from); day <= last; day += 1) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/**
 * Numbers `length` working days, the first one being the first working day from `start` on.
 *
 * Example: 4 days from Wednesday 2027-05-05 on, Ascension Day on the 6th:
 *
 *   civil day     We 5  Th 6  Fr 7  Sa 8  Su 9  Mo 10  Tu 11
 *   working day     0     .     1     .     .     2      3
 */
export function numberWorkingDays(calendar: WorkingCalendar, start: IsoDate, length: number): WorkingDays {
  const dayOf = new Int32Array(length);
  let day = toDayNumber(start);
  for (let index = 0; index < length; day += 1) {
    if (!isWorkingDay(calendar, day)) continue;
    dayOf[index] = day;
    index += 1;
  }
  return { dayOf };
}

/**
 * Number of the first working day that is not before a civil day; the length of the table where there is none.
 *
 * Example: of these 4 days it is 1 for Thursday the 6th and for Friday the 7th, and 4 for Wednesday the 12th.
 */
export function firstIndexFrom(days: WorkingDays, day: DayNumber): number {
  let low = 0;
  let high = days.dayOf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days.dayOf[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
