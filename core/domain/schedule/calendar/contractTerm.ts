import { addDays, addMonths, type IsoDate } from '../../calendar.ts';

/**
 * The last day of a term of so many months.
 *
 * Example: 36 months from 2025-01-01 end on 2027-12-31, 12 months from 2026-03-15 on 2027-03-14.
 */
export function endOfTerm(startsOn: IsoDate, months: number): IsoDate {
  return addDays(addMonths(startsOn, months), -1);
}

/**
 * The months of a term, or null where it is not of whole months.
 *
 * Example: 2025-01-01 to 2027-12-31 is 36 months, 2026-01-10 to 2026-12-31 is null.
 */
export function monthsOfTerm(startsOn: IsoDate, endsOn: IsoDate): number | null {
  const guess = (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 + Number(endsOn.slice(5, 7)) - Number(startsOn.slice(5, 7));
  return [guess, guess + 1].find((months) => months > 0 && endOfTerm(startsOn, months) === endsOn) ?? null;
}
