import { fromDayNumber, type IsoDate } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { Costs } from './costInput.ts';
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
 * The first day from which on what moving has cost more than staying is back, to the end of the days counted. Not simply
 * the first day without a loss: that would be the day before the first invoice. Null when it is not back at their end, and
 * null when at no time moving has cost more: without an outlay there is nothing that could come back, and a plan in which
 * nothing is spent and nothing saved would otherwise claim success from its first day on. `hasNothingToPayBack` tells the two apart.
 *
 * Example: 100.00 spent on 1 March, then 10.00 saved on each day from 2 March: the money is back on 11 March.
 * Without the 100.00 there is no such day.
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
  return lastLoss === -1 || lastLoss === days - 1 ? null : fromDayNumber(horizon.firstDay + lastLoss + 1);
}

/**
 * Whether a plan has no day of payback because at no time moving costs more than staying, and not because its outlay does
 * not come back within the years: of the second kind a loss is left in the sums.
 *
 * Example: 500.00 with the move, 500.00 without, no day of payback: there is nothing to pay back. 600.00 with the move: it is not back.
 */
export function hasNothingToPayBack({ paybackOn, totalCents, stayTotalCents }: Pick<Costs, 'paybackOn' | 'totalCents' | 'stayTotalCents'>): boolean {
  return paybackOn === null && totalCents <= stayTotalCents;
}
