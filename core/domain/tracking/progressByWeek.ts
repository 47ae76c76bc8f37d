import { fromDayNumber, isoWeek, toDayNumber, weekday, type DayNumber, type IsoDate } from '../calendar.ts';
import { countPlannedBy, type PlannedWave } from './plannedAccounts.ts';

/** Accounts that became migrated on a day. */
export type MigratedDay = { readonly on: IsoDate; readonly accounts: number };

/** An ISO week, `2027-W05`, with cumulated accounts at its end; `migrated` is null for weeks that have not begun. */
export type WeekProgress = { readonly week: string; readonly planned: number; readonly migrated: number | null };

/**
 * The accounts of a track week by week, cumulated: planned by the schedule (see `countPlannedByToday`) and migrated. Weeks
 * go without a gap from the first wave or the first migrated account to the last wave, the last migrated account or
 * today's week, whichever is later. The week of today counts what is migrated so far.
 *
 * Example: 10 accounts planned from 2027-02-01 to 2027-02-05, 4 migrated on 2027-02-03, today 2027-02-04:
 * one week, `2027-W05`, 10 planned, 4 migrated.
 */
export function progressByWeek(waves: readonly PlannedWave[], migratedByDay: readonly MigratedDay[], today: IsoDate): readonly WeekProgress[] {
  const days = [...waves.flatMap((wave) => [toDayNumber(wave.startsOn), toDayNumber(wave.finishesOn)]), ...migratedByDay.map(({ on }) => toDayNumber(on))];
  if (days.length === 0) return [];
  const thisMonday = mondayOf(toDayNumber(today));
  const firstMonday = mondayOf(days.reduce((a, b) => Math.min(a, b)));
  const lastMonday = Math.max(mondayOf(days.reduce((a, b) => Math.max(a, b))), thisMonday);
  const byWeek = accountsByWeek(migratedByDay);
  const weeks: WeekProgress[] = [];
  let migrated = 0;
  for (let monday = firstMonday; monday <= lastMonday; monday += 7) {
    migrated += byWeek.get(monday) ?? 0;
    weeks.push({ week: weekName(monday), planned: countPlannedBy(waves, monday + 6), migrated: monday > thisMonday ? null : migrated });
  }
  return weeks;
}

/**
 * The Monday of the ISO week that holds the day.
 *
 * Example: of Sunday 2027-02-07 it is 2027-02-01.
 */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekday(day) + 1;
}

/**
 * Accounts that became migrated in each week, by the week's Monday; a week without a day is not in it.
 *
 * Example: 3 on 2027-02-01 and 4 on 2027-02-07 are 7 for Monday 2027-02-01, and 5 on 2027-02-15 are 5 for that Monday.
 */
export function accountsByWeek(migratedByDay: readonly MigratedDay[]): ReadonlyMap<DayNumber, number> {
  const byWeek = new Map<DayNumber, number>();
  for (const { on, accounts } of migratedByDay) {
    const monday = mondayOf(toDayNumber(on));
    byWeek.set(monday, (byWeek.get(monday) ?? 0) + accounts);
  }
  return byWeek;
}

function weekName(monday: DayNumber): string {
  const { year, week } = isoWeek(fromDayNumber(monday));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
