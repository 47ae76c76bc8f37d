import type { DayNumber } from '../calendar.ts';
import type { TrackKey } from '../catalogue/catalogue.ts';
import { apportion, cents, type Cents } from '../money.ts';

const dayMilliseconds = 86_400_000;

export type CostKind = 'licence' | 'replacement' | 'migration' | 'training' | 'doubleRunning';

/** Money that falls evenly on the days from `fromDay` to `toDay`, both included, all within one calendar year. */
export type Flow = {
  readonly track: TrackKey | null;
  readonly kind: CostKind;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
  readonly amountCents: Cents;
};

/** The days that are counted, both included. */
export type Horizon = { readonly firstDay: DayNumber; readonly lastDay: DayNumber };

/**
 * The calendar year of a day.
 *
 * Example: `yearOf(0)` is 1970, and `yearOf(-1)` is 1969.
 */
export function yearOf(day: DayNumber): number {
  return new Date(day * dayMilliseconds).getUTCFullYear();
}

/**
 * 1 January of a year.
 *
 * Example: `firstDayOf(1970)` is 0, and `firstDayOf(1971)` is 365.
 */
export function firstDayOf(year: number): DayNumber {
  return Date.UTC(year, 0, 1) / dayMilliseconds;
}

/**
 * A yearly cost on the days from `from` to `to`, both included, as one amount for each calendar year that they touch:
 * the year's cost × days ÷ days of the year, rounded to the cent so that it and the rest of the year add up to the
 * year's cost. Days outside the horizon are left out.
 *
 * Example: 365.00 a year from 2027-01-01 to 2027-01-31 are 31.00; a whole year is always the whole yearly cost.
 */
export function accrueByYear(annualCents: Cents, from: DayNumber, to: DayNumber, horizon: Horizon): readonly Omit<Flow, 'track' | 'kind'>[] {
  const first = Math.max(from, horizon.firstDay);
  const last = Math.min(to, horizon.lastDay);
  if (first > last || annualCents === 0) return [];
  const amounts: Omit<Flow, 'track' | 'kind'>[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    const yearStart = firstDayOf(year);
    const nextYear = firstDayOf(year + 1);
    const fromDay = Math.max(first, yearStart);
    const toDay = Math.min(last, nextYear - 1);
    const days = toDay - fromDay + 1;
    const rest = nextYear - yearStart - days;
    const [amountCents] = (rest === 0 ? [annualCents] : apportion(annualCents, [days, rest])) as [Cents];
    amounts.push({ fromDay, toDay, amountCents });
  }
  return amounts;
}

/**
 * Rounds an amount that was computed from rates to whole cents, halves away from zero.
 *
 * Example: `roundCents(2.5)` is 3, and `roundCents(-2.5)` is -3.
 */
export function roundCents(value: number): Cents {
  return cents(Math.sign(value) * Math.round(Math.abs(value)) + 0);
}
