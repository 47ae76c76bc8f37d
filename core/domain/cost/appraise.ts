import { fromDayNumber, type IsoDate } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { roundCents, type Flow, type Horizon } from './flow.ts';

/**
 * The value of yearly differences (staying minus moving) at the beginning, as WiBe reckons it: the base year is the first
 * one and counts in full, each later year n is divided by (1 + rate)^n; rounded to the cent once, at the end.
 * Source of the method: WiBe, discounting to the base year (facts in wibe.de/wibe-konzept).
 *
 * Example: −100.00 in the first year and 110.00 in the second at 10 % are worth 0.00.
 */
export function netPresentValue(differences: readonly Cents[], ratePercent: number): Cents {
  let value = 0;
  for (const [year, difference] of differences.entries()) value += difference / (1 + ratePercent / 100) ** year;
  return roundCents(value);
}

/**
 * The first day from which on moving has not cost more than staying, to the end of the days counted; null when it still
 * has at their end. Not simply the first day without a loss: that would be the day before the first invoice.
 *
 * Example: 100.00 spent on 1 March, then 10.00 saved on each day from 2 March: the money is back on 11 March.
 */
export function paybackDate(move: readonly Flow[], stay: readonly Flow[], horizon: Horizon): IsoDate | null {
  const days = horizon.lastDay - horizon.firstDay + 1;
  // Changes of the daily rate, so that a plan of thousands of items costs one pass over the days.
  const changes = new Float64Array(days + 1);
  const spread = (flows: readonly Flow[], sign: number) => {
    for (const { fromDay, toDay, amountCents } of flows) {
      const daily = (sign * amountCents) / (toDay - fromDay + 1);
      const from = fromDay - horizon.firstDay;
      const to = toDay - horizon.firstDay + 1;
      changes[from] = (changes[from] as number) + daily;
      changes[to] = (changes[to] as number) - daily;
    }
  };
  spread(stay, 1);
  spread(move, -1);
  let rate = 0;
  let saved = 0;
  let lastLoss = -1;
  for (let day = 0; day < days; day += 1) {
    rate += changes[day] as number;
    saved += rate;
    // Half a cent: sums of days are fractions, sums of years are whole cents.
    if (saved < -0.5) lastLoss = day;
  }
  return lastLoss === days - 1 ? null : fromDayNumber(horizon.firstDay + lastLoss + 1);
}
