import { addDays, addMonths, type IsoDate } from '../../calendar.ts';

/**
 * The last day of a term of so many months. `endOfTerm('2025-01-01', 36)` is 2027-12-31, `endOfTerm('2026-03-15', 12)`
 * is 2027-03-14.
 */
export function endOfTerm(startsOn: IsoDate, months: number): IsoDate {
  return addDays(addMonths(startsOn, months), -1);
}

/** The months of a term, or null where it is not of whole months: `monthsOfTerm('2025-01-01', '2027-12-31')` is 36. */
export function monthsOfTerm(startsOn: IsoDate, endsOn: IsoDate): number | null {
  const guess = (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 + Number(endsOn.slice(5, 7)) - Number(startsOn.slice(5, 7));
  return [guess, guess + 1].find((months) => months > 0 && endOfTerm(startsOn, months) === endsOn) ?? null;
}
