import { fromDayNumber, type IsoDate, toDayNumber } from '../../../core/domain/calendar.ts';

const ticksOfDay = 864_000_000_000;
const firstDay = toDayNumber('1601-01-01' as IsoDate);
/** Years 1990 to 2100: there was no directory earlier, and a later day is a defect. */
const earliest = 122_000_000_000_000_000;
const latest = 157_800_000_000_000_000;

/**
 * The day of a time of Windows: steps of 100 nanoseconds since 1601-01-01 (UTC). 0 and 9223372036854775807 mean never,
 * also after a spreadsheet rounded them (`1,30547E+17`: then the day may be off by one). `130546840494592000` is 2014-09-08.
 */
export function readFileTime(text: string): IsoDate | null {
  if (!/^\d+(?:[.,]\d+E\+?\d+)?$/i.test(text)) return null;
  const ticks = Number(text.replace(',', '.'));
  return ticks >= earliest && ticks <= latest ? fromDayNumber(firstDay + Math.floor(ticks / ticksOfDay)) : null;
}
