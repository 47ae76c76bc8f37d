import { isIsoDate, type IsoDate } from '../../core/domain/calendar.ts';

/**
 * The date that somebody typed, or null: day, month, year in figures with any mark between them, the year in two figures
 * as of this century, the month also by its name, or a date as ISO 8601 writes it.
 *
 * Example: `3.5.27`, `03/05/2027`, `3 May 2027` and `2027-05-03` are all 3 May 2027; `31.2.2027` is null.
 */
export function readDate(text: string, monthNames: readonly string[]): IsoDate | null {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s./-]+/)
    .filter((part) => part !== '');
  if (parts.length !== 3) return null;
  const [one = '', two = '', three = ''] = parts;
  const isYearFirst = /^\d{4}$/.test(one);
  const year = isYearFirst ? one : three;
  const day = isYearFirst ? three : one;
  const month = /^\d{1,2}$/.test(two) ? Number(two) : 1 + monthNames.findIndex((name) => two.length >= 3 && name.toLowerCase().startsWith(two));
  if (!/^(\d{2}|\d{4})$/.test(year) || !/^\d{1,2}$/.test(day) || month < 1) return null;
  const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}
