import { addDays, type DayNumber, fromDayNumber, type IsoDate, toDayNumber, weekday } from '../../../core/domain/calendar.ts';

/** True for a day on which is worked. */
export type WorkDays = (day: DayNumber) => boolean;

/** No task of a plan is longer: twenty years of working days. */
const longestTask = 5_200;

export const mondayToFriday: WorkDays = (day) => weekday(day) <= 5;

/** The last day of a task of so many working days, the first included; null where that is no length. */
export function lastWorkDay(startsOn: IsoDate, workingDays: number, isWorkDay: WorkDays): IsoDate | null {
  if (!Number.isFinite(workingDays) || workingDays < 0 || workingDays > longestTask) return null;
  let day = toDayNumber(startsOn);
  let left = Math.ceil(workingDays);
  // A calendar without a single working day would never end.
  for (let tries = 0; tries < longestTask * 3; tries++, day++) {
    if (left <= 0) return startsOn;
    if (isWorkDay(day) && --left === 0) return fromDayNumber(day);
  }
  return null;
}

/** The working day before a day. */
export function workDayBefore(date: IsoDate, isWorkDay: WorkDays): IsoDate {
  for (let back = 1; back <= 14; back++) if (isWorkDay(toDayNumber(date) - back)) return addDays(date, -back);
  return addDays(date, -1);
}
