import { createRequire } from 'node:module';
import { addDays, isIsoDate, toDayNumber } from '../core/domain/calendar.ts';
import type { IsoDate } from '../core/domain/calendar.ts';
import type { HolidayCountry } from '../core/ports/holidays.ts';

/** The European Union, the states of EFTA and the United Kingdom; the reader gets them sorted by name. */
const countryCodes = [
  'DE',
  'FR',
  'AT',
  'BE',
  'CH',
  'LU',
  'LI',
  'NL',
  'IT',
  'ES',
  'PT',
  'DK',
  'SE',
  'FI',
  'NO',
  'PL',
  'CZ',
  'SK',
  'SI',
  'HR',
  'HU',
  'RO',
  'BG',
  'GR',
  'IE',
  'EE',
  'LV',
  'LT',
  'MT',
  'CY',
  'IS',
  'GB',
];

export type PublicHoliday = { readonly date: IsoDate; readonly name: string };

type Library = typeof import('date-holidays').default;

// The library's rules are 6 MB of text: they are read when the first plan asks for holidays, not when the program starts.
let library: Library | null = null;

function loadLibrary(): Library {
  library ??= createRequire(import.meta.url)('date-holidays') as Library;
  return library;
}

/**
 * Public holidays of a country (ISO 3166) and, where given, of its region, both years included, one entry a day, in order.
 * Days on which a holiday that falls on a weekend is made up for count too. Empty for a country that is not known; a
 * region that is not known counts as the country alone. Bank, school and optional holidays are left out: offices work on them.
 */
export function publicHolidays(country: string, region: string | null, fromYear: number, toYear: number): readonly PublicHoliday[] {
  const Holidays = loadLibrary();
  const catalogue = new Holidays();
  if (!Object.hasOwn(catalogue.getCountries(), country)) return [];
  const hasRegion = region !== null && Object.hasOwn(catalogue.getStates(country) ?? {}, region);
  const holidays = hasRegion ? new Holidays(country, region) : new Holidays(country);
  const byDate = new Map<IsoDate, string>();
  // A holiday that begins in December can be made up for, or last, into January: the year before is read too.
  for (let year = fromYear - 1; year <= toYear; year += 1) {
    for (const holiday of holidays.getHolidays(year)) {
      if (holiday.type !== 'public') continue;
      const firstDay = holiday.date.slice(0, 10);
      if (!isIsoDate(firstDay)) continue;
      // The end is exclusive and in local time, so a clock change makes a day 23 or 25 hours long.
      const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
      for (let offset = 0; offset < days; offset += 1) {
        const date = addDays(firstDay, offset);
        const itsYear = Number(date.slice(0, 4));
        if (itsYear >= fromYear && itsYear <= toYear && !byDate.has(date)) byDate.set(date, holiday.name);
      }
    }
  }
  return [...byDate].map(([date, name]) => ({ date, name })).sort((a, b) => toDayNumber(a.date) - toDayNumber(b.date));
}

/** The countries and regions whose holidays are known, named in the reader's language where the library has it. */
export function holidayCountries(locale: 'de' | 'en' | 'fr'): readonly HolidayCountry[] {
  const catalogue = new (loadLibrary())();
  const known = catalogue.getCountries();
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const byName = new Intl.Collator(locale);
  return countryCodes
    .filter((code) => Object.hasOwn(known, code))
    .map((code) => ({
      code,
      name: names.of(code) ?? known[code] ?? code,
      regions: Object.entries((catalogue.getStates(code, locale) ?? {}) as Record<string, string>)
        .map(([region, name]) => ({ code: region, name }))
        .sort((one, other) => byName.compare(one.name, other.name)),
    }))
    .sort((one, other) => byName.compare(one.name, other.name));
}
