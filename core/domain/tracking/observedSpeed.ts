import { toDayNumber, type IsoDate } from '../calendar.ts';
import { accountsByWeek, mondayOf, type MigratedDay } from './progressByWeek.ts';

/**
 * Accounts migrated in each whole week, from the week of the first one to the last week that is over; weeks without any
 * count as 0, for standing still is part of the speed. The week of today is not over and left out.
 *
 * Example: 5 accounts in the first week, none in the second, 7 in the third, today in the fourth: 5, 0, 7.
 */
export function observedWeeks(migratedByDay: readonly MigratedDay[], today: IsoDate): readonly number[] {
  const byWeek = accountsByWeek(migratedByDay.filter(({ on, accounts }) => on <= today && accounts > 0));
  if (byWeek.size === 0) return [];
  const first = [...byWeek.keys()].reduce((a, b) => Math.min(a, b));
  const current = mondayOf(toDayNumber(today));
  const weeks: number[] = [];
  for (let monday = first; monday < current; monday += 7) weeks.push(byWeek.get(monday) ?? 0);
  return weeks;
}

/**
 * Accounts a week on average; null for no weeks.
 *
 * Example: `meanSpeed([5, 0, 7])` is 4.
 */
export function meanSpeed(weeks: readonly number[]): number | null {
  return weeks.length === 0 ? null : weeks.reduce((sum, accounts) => sum + accounts, 0) / weeks.length;
}
