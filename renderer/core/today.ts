import { addDays, type IsoDate, toDayNumber, weekday } from '../../core/domain/calendar.ts';

/** The day of an instant, today's if none is given, on this computer's calendar, where its user is. */
export function today(at: Date = new Date()): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as IsoDate;
}

/** Today, or on a weekend the Monday after it: nobody starts a project on a Saturday. */
export function nextWeekday(day: IsoDate = today()): IsoDate {
  const number = weekday(toDayNumber(day));
  return number > 5 ? addDays(day, 8 - number) : day;
}
