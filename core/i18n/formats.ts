import { type IsoDate, isoWeek } from '../domain/calendar.ts';
import type { Locale } from './keys.ts';

/** BCP 47 tags whose figures this project prints: 44.000 in German, 44,000 in English, 44 000 in French. */
export const languageTags: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB', fr: 'fr-FR' };

const noBreakSpace = '\u00a0';
const thinNoBreakSpace = '\u202f';
const minus = '\u2212';

/**
 * Figures and dates in a language's usual writing. Grouping is written out here rather than left to the ICU data of
 * whatever runs the program, because the same plan must print the same bytes on every computer.
 */
export type Formats = {
  number(value: number, fractionDigits?: number): string;
  /** Whole euro without decimals when the cents are 0, otherwise to the cent: `12.000 €`, `€12,000.50`. */
  money(cents: number, style?: MoneyStyle): string;
  /** `0.014` with one digit is `1,4 %`. */
  percent(share: number, fractionDigits?: number): string;
  /** `03.05.2027`, `03/05/2027`, `3 May 2027`. */
  date(iso: IsoDate): string;
  dateLong(iso: IsoDate): string;
  /** One date when both are the same day. */
  dateRange(from: IsoDate, to: IsoDate): string;
  isoWeek(iso: IsoDate): string;
  isoWeekRange(from: IsoDate, to: IsoDate): string;
  month(iso: IsoDate): string;
};

/** `auto` leaves out zero cents, `exact` always shows them, `whole` rounds to the euro; `bare` is `exact` without the sign of the currency. */
export type MoneyStyle = 'auto' | 'exact' | 'whole' | 'bare' | 'bareWhole';

export type MonthNames = { readonly short: (month: number) => string; readonly long: (month: number) => string; readonly weekPrefix: string };

const decimalPoint: Readonly<Record<Locale, string>> = { de: ',', en: '.', fr: ',' };
const thousands: Readonly<Record<Locale, string>> = { de: '.', en: ',', fr: thinNoBreakSpace };

export function createFormats(locale: Locale, names: MonthNames): Formats {
  const number = (value: number, fractionDigits?: number): string => {
    if (!Number.isFinite(value)) return '–';
    const digits = fractionDigits ?? (Number.isInteger(value) ? 0 : Math.min(2, (String(value).split('.')[1] ?? '').length));
    const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands[locale]);
    const text = fraction === undefined ? grouped : `${grouped}${decimalPoint[locale]}${fraction}`;
    return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
  };
  const amount = (cents: number, digits: 0 | 2): string => {
    const positive = Math.abs(cents);
    if (digits === 0) return number(Math.round(positive / 100), 0);
    return `${number(Math.floor(positive / 100), 0)}${decimalPoint[locale]}${String(positive % 100).padStart(2, '0')}`;
  };
  const money = (cents: number, style: MoneyStyle = 'auto'): string => {
    const digits = style === 'whole' || style === 'bareWhole' || (style === 'auto' && cents % 100 === 0) ? 0 : 2;
    const text = amount(cents, digits);
    const sign = cents < 0 && /[1-9]/.test(text) ? minus : '';
    if (style === 'bare' || style === 'bareWhole') return `${sign}${text}`;
    return locale === 'en' ? `${sign}€${text}` : `${sign}${text}${noBreakSpace}€`;
  };
  const parts = (iso: IsoDate) => ({ year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) });
  const date = (iso: IsoDate): string => {
    const { year, month, day } = parts(iso);
    if (locale === 'en') return `${day}${noBreakSpace}${names.short(month)}${noBreakSpace}${year}`;
    const separator = locale === 'de' ? '.' : '/';
    return `${String(day).padStart(2, '0')}${separator}${String(month).padStart(2, '0')}${separator}${year}`;
  };
  const dateLong = (iso: IsoDate): string => {
    const { year, month, day } = parts(iso);
    const dayText = locale === 'de' ? `${day}.` : locale === 'fr' && day === 1 ? '1er' : String(day);
    return `${dayText}${noBreakSpace}${names.long(month)}${noBreakSpace}${year}`;
  };
  const week = (iso: IsoDate): string => String(isoWeek(iso).week).padStart(2, '0');
  return {
    number,
    money,
    percent: (share, fractionDigits = 0) => {
      const text = number(share * 100, fractionDigits);
      return locale === 'en' ? `${text}%` : `${text}${locale === 'fr' ? thinNoBreakSpace : noBreakSpace}%`;
    },
    date,
    dateLong,
    dateRange: (from, to) => (from === to ? date(from) : `${date(from)} – ${date(to)}`),
    isoWeek: (iso) => `${names.weekPrefix}${noBreakSpace}${week(iso)}/${isoWeek(iso).year}`,
    isoWeekRange: (from, to) => {
      const first = isoWeek(from);
      const last = isoWeek(to);
      if (first.year === last.year && first.week === last.week) return `${week(from)}/${first.year}`;
      return first.year === last.year ? `${week(from)}–${week(to)}/${last.year}` : `${week(from)}/${first.year}–${week(to)}/${last.year}`;
    },
    month: (iso) => `${names.long(parts(iso).month)}${noBreakSpace}${parts(iso).year}`,
  };
}
