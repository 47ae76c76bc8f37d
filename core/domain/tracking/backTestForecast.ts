import { addDays, fromDayNumber, toDayNumber, type IsoDate } from '../calendar.ts';
import { fewestWeeks, forecastFinish } from './forecastFinish.ts';
import { accountsByWeek, mondayOf, type MigratedDay } from './progressByWeek.ts';

/** How a forecast would have done: `checks` past forecasts whose outcome is known, and how many dates held. */
export type BackTest = { readonly checks: number; readonly heldP50: number; readonly heldP80: number; readonly heldP95: number };

/**
 * Asks the forecast at the end of every past week that had enough weeks before it for the finish of what was done in the
 * four weeks after it, with nothing but what was known then, and counts the dates by which that much was really done. A
 * forecast that can be trusted holds its P80 in about four of five checks.
 *
 * Example: 100 accounts in each of ten weeks: from week 4 to week 6 there are three checks, and every date holds.
 */
export function backTestForecast(migratedByDay: readonly MigratedDay[], today: IsoDate, seed: number): BackTest {
  const ahead = 4;
  const counts = { checks: 0, heldP50: 0, heldP80: 0, heldP95: 0 };
  const known = migratedByDay.filter(({ on, accounts }) => on <= today && accounts > 0).sort((a, b) => a.on.localeCompare(b.on));
  const byWeek = accountsByWeek(known);
  if (byWeek.size === 0) return counts;
  const first = [...byWeek.keys()].reduce((a, b) => Math.min(a, b));
  const lastSunday = mondayOf(toDayNumber(today)) - 1;
  for (let sunday = first + fewestWeeks * 7 - 1; sunday + ahead * 7 <= lastSunday; sunday += 7) {
    const asOf = fromDayNumber(sunday);
    const next = known.filter(({ on }) => on > asOf && toDayNumber(on) <= sunday + ahead * 7);
    const remaining = next.reduce((sum, { accounts }) => sum + accounts, 0);
    if (remaining === 0) continue;
    const done = (next.at(-1) as MigratedDay).on;
    // Asked on the Monday, so that the Sunday's week counts as over.
    const forecast = forecastFinish({ remaining, migratedByDay: known.filter(({ on }) => on <= asOf), today: addDays(asOf, 1), seed });
    if (forecast.p50 === null || forecast.p80 === null || forecast.p95 === null) continue;
    counts.checks += 1;
    if (done <= forecast.p50) counts.heldP50 += 1;
    if (done <= forecast.p80) counts.heldP80 += 1;
    if (done <= forecast.p95) counts.heldP95 += 1;
  }
  return counts;
}
