import { addDays, type IsoDate, laterDate } from '../../calendar.ts';
import { firstWorkingDay, type WorkingCalendar } from './workingCalendar.ts';

/**
 * The first day on which something that is open on the evening of the status can be done: the next working day, and no day
 * before the project's start. Null where there is no status.
 *
 * Example: a status of Friday 8 January 2027 opens on Monday the 11th.
 */
export function firstOpenDay(statusOn: IsoDate | null, projectStart: IsoDate, calendar: WorkingCalendar): IsoDate | null {
  return statusOn === null ? null : laterDate(projectStart, firstWorkingDay(calendar, addDays(statusOn, 1)));
}
