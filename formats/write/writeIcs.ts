import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type IsoDate } from '../../core/domain/calendar.ts';

/** An event of whole days; `lastDay` is inclusive, as a plan's days are. */
export type IcsEvent = {
  /** The same event keeps it through every export, so that a calendar updates instead of doubling. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly category: string;
};

export type IcsCalendar = {
  readonly name: string;
  readonly language: 'de' | 'en' | 'fr' /** Day of the export, for DTSTAMP. */;
  readonly stamp: IsoDate;
  readonly events: readonly IcsEvent[];
};

/** iCalendar (RFC 5545), lines folded at 75 octets, days without a time zone. People stay free: nobody's diary is blocked by a wave. */
export function writeIcs(calendar: IcsCalendar): Uint8Array {
  const file = ical({ name: oneLine(calendar.name), prodId: { company: 'Bascule', product: 'Bascule', language: calendar.language.toUpperCase() } });
  for (const event of calendar.events) {
    file.createEvent({
      id: event.uid,
      start: utcDay(event.firstDay),
      end: utcDay(addDays(event.lastDay, 1)),
      allDay: true,
      stamp: utcDay(calendar.stamp),
      summary: oneLine(event.title),
      description: event.description === '' ? null : event.description,
      categories: [{ name: event.category }],
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return new TextEncoder().encode(`${file.toString()}\r\n`);
}

const utcDay = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
