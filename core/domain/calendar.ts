/** A civil date, `YYYY-MM-DD`, years 1900 to 9999. No time, no zone: a plan's days are the administration's days. */
export type IsoDate = string & { readonly __kind: 'isoDate' };

/** Days since 1970-01-01; the form in which everything about days is computed. */
export type DayNumber = number;

const daysFromMarch0000 = 719_468;
const daysOfEra = 146_097;
const isoDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * True for a date that exists and is written with all its digits.
 *
 * Example: it holds for `2028-02-29`, and for none of `2027-02-29`, `2028-2-29` and `1899-12-31`.
 */
export function isIsoDate(text: string): text is IsoDate {
  const parts = isoDatePattern.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  if (year < 1900) return false;
  return fromDayNumber(dayNumberOf(year, Number(parts[2]) - 1, Number(parts[3]))) === text;
}

/**
 * Takes a text for a date; a text that is none throws, so check input from outside with `isIsoDate` first.
 *
 * Example: `2028-02-29` is taken, `2027-02-29` is a `RangeError`.
 */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/**
 * Dates before 1970 are negative.
 *
 * Example: `1970-01-02` is 1, `1969-12-31` is -1.
 */
export function toDayNumber(date: IsoDate): DayNumber {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/**
 * The inverse of `toDayNumber`; a part of a day belongs to the day that it lies in. What is not finite throws. Whether the
 * year is one of 1900 to 9999 is not checked.
 *
 * Example: 1 and 1.5 are `1970-01-02`, -0.5 is `1969-12-31`.
 */
export function fromDayNumber(day: DayNumber): IsoDate {
  if (!Number.isFinite(day)) throw new RangeError(`not a day: ${day}`);
  const sinceMarch = Math.floor(day) + daysFromMarch0000;
  const era = Math.floor(sinceMarch / daysOfEra);
  const dayOfEra = sinceMarch - era * daysOfEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}` as IsoDate;
}

/**
 * Civil days, weekends and holidays included; a negative number leads back.
 *
 * Example: 1 day after `2026-12-31` is `2027-01-01`, and -1 day after that is `2026-12-31` again.
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The later of two dates.
 *
 * Example: of `2027-01-31` and `2027-02-01`, in either order, it is `2027-02-01`.
 */
export function laterDate(one: IsoDate, other: IsoDate): IsoDate {
  return toDayNumber(one) < toDayNumber(other) ? other : one;
}

/**
 * Calendar months, the day cut to the month's last; a negative number leads back. To step a contract through its terms,
 * add n × term to the first end, never term by term: the day would creep.
 *
 * Example: 1 month after `2027-01-31` is `2027-02-28`, 2 months after it are `2027-03-31`; 1 month after `2027-02-28` is
 * only `2027-03-28`.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return fromDayNumber(addMonthsToDay(date, months));
}

/**
 * `addMonths` as a day number.
 *
 * Example: 1 month after `1970-01-01` is 31, 1 month after `1970-01-31` is 58, the last day of February.
 */
export function addMonthsToDay(date: IsoDate, months: number): DayNumber {
  const year = Number(date.slice(0, 4));
  const monthIndex = Number(date.slice(5, 7)) - 1 + months;
  const first = dayNumberOf(year, monthIndex, 1);
  const last = dayNumberOf(year, monthIndex + 1, 1) - 1;
  return Math.min(first + Number(date.slice(8, 10)) - 1, last);
}

/**
 * 1 is Monday, 7 is Sunday (ISO 8601).
 *
 * Example: day 0, 1970-01-01, is a Thursday, 4; day -4 is a Sunday, 7.
 */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * ISO 8601 week: weeks start on Monday, week 1 holds the first Thursday of the year.
 *
 * Example: `2027-01-01`, a Friday, is in week 53 of 2026, the Monday after it in week 1 of 2027.
 */
export function isoWeek(date: IsoDate): { readonly year: number; readonly week: number } {
  const day = toDayNumber(date);
  const thursday = day + 4 - weekday(day);
  const year = Number(fromDayNumber(thursday).slice(0, 4));
  const firstOfYear = dayNumberOf(year, 0, 1);
  return { year, week: Math.floor((thursday - firstOfYear) / 7) + 1 };
}

/**
 * The day of a year, a month from 0 and a day from 1; months beyond the year's run into other years, as with `Date.UTC`.
 *
 * Reckoned here and in `fromDayNumber`, not by `Date`, which takes several times as long: plans ask for millions of days.
 * Years begin on 1 March, so that the leap day is a year's last day, and an era is the 400 years after which the
 * calendar repeats. Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil and civil_from_days.
 */
function dayNumberOf(year: number, monthIndex: number, dayOfMonth: number): DayNumber {
  const monthsSinceMarch = monthIndex - 2;
  const yearFromMarch = year + Math.floor(monthsSinceMarch / 12);
  const monthFromMarch = monthsSinceMarch - Math.floor(monthsSinceMarch / 12) * 12;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  return era * daysOfEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - daysFromMarch0000;
}
