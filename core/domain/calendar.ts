/** A civil date, `YYYY-MM-DD`, years 1900 to 9999. No time, no zone: a plan's days are the administration's days. */
export type IsoDate = string & { readonly __kind: 'isoDate' };

/** Days since 1970-01-01; the form in which everything about days is computed. */
export type DayNumber = number;

const dayMilliseconds = 86_400_000;
const isoDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists: `isIsoDate('2028-02-29')` holds, `isIsoDate('2027-02-29')` does not. */
export function isIsoDate(text: string): text is IsoDate {
  const parts = isoDatePattern.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  if (year < 1900) return false;
  return fromDayNumber(Date.UTC(year, Number(parts[2]) - 1, Number(parts[3])) / dayMilliseconds) === text;
}

/** Takes a text for a date; a text that is none throws, so check input from outside with `isIsoDate` first. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** `toDayNumber(isoDate('1970-01-02'))` is 1. */
export function toDayNumber(date: IsoDate): DayNumber {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMilliseconds;
}

/** The inverse of `toDayNumber`. */
export function fromDayNumber(day: DayNumber): IsoDate {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10) as IsoDate;
}

/** Civil days, weekends and holidays included: `addDays('2026-12-31', 1)` is `2027-01-01`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * Calendar months, the day cut to the month's last: `addMonths('2027-01-31', 1)` is `2027-02-28`.
 * To step a contract through its terms, add n × term to the first end, never term by term: the day would creep.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const monthIndex = Number(date.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return fromDayNumber(Date.UTC(year, monthIndex, day) / dayMilliseconds);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * ISO 8601 week: weeks start on Monday, week 1 holds the first Thursday of the year.
 * `isoWeek('2027-01-01')` is week 53 of 2026.
 */
export function isoWeek(date: IsoDate): { readonly year: number; readonly week: number } {
  const day = toDayNumber(date);
  const thursday = day + 4 - weekday(day);
  const year = Number(fromDayNumber(thursday).slice(0, 4));
  const firstOfYear = Date.UTC(year, 0, 1) / dayMilliseconds;
  return { year, week: Math.floor((thursday - firstOfYear) / 7) + 1 };
}
