import { addDays, type IsoDate } from '../../../core/domain/calendar.ts';
import type { Translator } from '../../../core/i18n/translate.ts';
import { today } from '../../core/today.ts';

/** The day of an instant on this computer's calendar. */
export function dayOf(instant: string): IsoDate {
  return today(new Date(instant));
}

/** `14:05`, as all three languages write it. */
export function timeOf(instant: string): string {
  const at = new Date(instant);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

export function dayName({ translate, dateLong }: Translator, day: IsoDate, now: IsoDate): string {
  if (day === now) return translate('historyPage.today');
  return day === addDays(now, -1) ? translate('historyPage.yesterday') : dateLong(day);
}

/** Today by its time alone, otherwise with its day. */
export function instantText({ date }: Translator, instant: string): string {
  const day = dayOf(instant);
  return day === today() ? timeOf(instant) : `${date(day)}, ${timeOf(instant)}`;
}
