import { fromDayNumber, toDayNumber, weekday, type DayNumber, type IsoDate } from '../calendar.ts';
import type { Task } from '../schedule/timeline/timeline.ts';

/** A wave as the schedule placed it. */
export type PlannedWave = { readonly accounts: number; readonly startsOn: IsoDate; readonly finishesOn: IsoDate };

/**
 * The dated waves of a track's tasks; a wave without dates is planned on no day.
 *
 * Example: of a wave task from 2027-03-01 to 2027-03-05 with 100 accounts and a gate, only the wave is left.
 */
export function plannedWaves(tasks: readonly Pick<Task, 'kind' | 'accountCount' | 'startsOn' | 'finishesOn'>[]): readonly PlannedWave[] {
  return tasks.flatMap(({ kind, accountCount, startsOn, finishesOn }) =>
    kind === 'wave' && startsOn !== null && finishesOn !== null ? [{ accounts: accountCount, startsOn, finishesOn }] : [],
  );
}

/**
 * How many accounts the schedule wants migrated at the end of a day. The accounts of a wave are spread evenly over its
 * days from Monday to Friday, whole accounts only, and are all there on its last day; public holidays are not taken out,
 * they shift a few accounts within the wave and none beyond it.
 *
 * Example: 10 accounts from Monday to Friday are 4 on Tuesday evening and 10 on Friday.
 */
export function countPlannedByToday(waves: readonly PlannedWave[], today: IsoDate): number {
  return countPlannedBy(waves, toDayNumber(today));
}

/**
 * `countPlannedByToday` for a day by its number.
 *
 * Example: 10 accounts from Monday 1970-01-05 to Friday are 4 on day 5, the Tuesday.
 */
export function countPlannedBy(waves: readonly PlannedWave[], day: DayNumber): number {
  const date = fromDayNumber(day);
  let planned = 0;
  for (const { accounts, startsOn, finishesOn } of waves) {
    if (date >= finishesOn) planned += accounts;
    else if (date >= startsOn) {
      const start = toDayNumber(startsOn);
      planned += Math.floor((accounts * weekdaysBetween(start, day)) / Math.max(1, weekdaysBetween(start, toDayNumber(finishesOn))));
    }
  }
  return planned;
}

/**
 * Days from Monday to Friday, both ends included; 0 where the end is before the beginning.
 *
 * Example: from Monday 2027-02-01 to the Sunday after it there are 5, and from the Saturday to the Sunday none.
 */
export function weekdaysBetween(from: DayNumber, to: DayNumber): number {
  if (to < from) return 0;
  const wholeWeeks = Math.floor((to - from + 1) / 7);
  let count = wholeWeeks * 5;
  for (let day = from + wholeWeeks * 7; day <= to; day += 1) if (weekday(day) <= 5) count += 1;
  return count;
}
