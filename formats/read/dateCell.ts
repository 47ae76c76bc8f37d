import { type IsoDate, isIsoDate } from '../../core/domain/calendar.ts';

export type DateOrder = 'dmy' | 'mdy';

/** `unknown` and `endless` are dates that stand for something else: 1900-01-01 for "nobody knows", 9999-12-31 for "never". */
export type DateReading =
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'blank' | 'unknown' | 'endless' | 'notADate' | 'doesNotExist' | 'outOfRange' };

const time = String.raw`(?:[T ,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?`;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`, 'i');
const digitsOnly = /^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\.\d+)?Z?)?$/;
const named = new RegExp(`^(\\d{1,2})(?:er|st|nd|rd|th)?[. -]+(\\p{L}{3,10})\\.?,?[ -]+(\\d{4}|\\d{2})${time}$`, 'iu');
const monthFirst = new RegExp(`^(\\p{L}{3,10})\\.? (\\d{1,2}),? (\\d{4})${time}$`, 'iu');

const months: readonly (readonly string[])[] = [
  ['jan', 'jän', 'janv'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aoû'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc'],
];

const unknownWords = new Set([
  'unknown',
  'unbekannt',
  'inconnu',
  'inconnue',
  'never',
  'nie',
  'jamais',
  'never logged in',
  'none',
  'keine',
  'aucun',
  'aucune',
  'offen',
]);
const endlessWords = new Set([
  'unbefristet',
  'unbegrenzt',
  'perpetual',
  'unlimited',
  'no end',
  'endless',
  'indefinite',
  'illimité',
  'illimitée',
  'indéterminée',
  'sans fin',
  'perpétuelle',
]);
/** First days of the clocks of programs, and what Excel makes of 0. */
const unknownDates = new Set([
  '0000-00-00',
  '0001-01-01',
  '1601-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-00',
  '1900-01-01',
  '1900-01-02',
  '1970-01-01',
]);
/** The longest way to write a day and a time has half as many characters. */
const cellLimit = 80;
const blanks = new Set(['', '-', '--', '–', '—', 'null', 'n/a']);

/**
 * Reads a day in any of the ways the tools write one; a time of day is left away. `order` decides `03/04/2024`.
 * `readDate('16.01.2024 08:12:00', 'dmy')` is 2024-01-16.
 */
export function readDate(cell: string, order: DateOrder): DateReading {
  const text = normalise(cell);
  if (blanks.has(text.toLowerCase())) return { kind: 'blank' };
  const parts = split(text, order);
  if (parts) return check(parts.year, parts.month, parts.day);
  const word = text.toLowerCase();
  if (unknownWords.has(word)) return { kind: 'unknown' };
  if (endlessWords.has(word)) return { kind: 'endless' };
  return { kind: 'notADate' };
}

/** Which order a cell proves: `25/12/2024` day first, `12/25/2024` month first, `03/04/2024` neither. */
export function dateOrderEvidence(cell: string): DateOrder | 'either' | null {
  const parts = yearLast.exec(normalise(cell));
  if (!parts || parts[2] === '.') return null;
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'dmy';
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'mdy';
  return first >= 1 && first <= 12 && second >= 1 && second <= 12 && first !== second ? 'either' : null;
}

function normalise(cell: string): string {
  return cell
    .slice(0, cellLimit)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trim();
}

function split(text: string, order: DateOrder): { year: number; month: number; day: number } | null {
  let match = yearFirst.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  match = yearLast.exec(text);
  if (match) {
    const isDayFirst = match[2] === '.' || order === 'dmy';
    return { year: fullYear(match[4] as string), month: Number(match[isDayFirst ? 3 : 1]), day: Number(match[isDayFirst ? 1 : 3]) };
  }
  match = digitsOnly.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  match = named.exec(text);
  if (match) return withMonth(match[2] as string, match[1] as string, match[3] as string);
  match = monthFirst.exec(text);
  return match ? withMonth(match[1] as string, match[2] as string, match[3] as string) : null;
}

function withMonth(name: string, day: string, year: string): { year: number; month: number; day: number } | null {
  const start = name.toLowerCase();
  const index = months.findIndex((starts) => starts.some((prefix) => start.startsWith(prefix)));
  return index < 0 ? null : { year: fullYear(year), month: index + 1, day: Number(day) };
}

/** Two-digit years: 70 to 99 are the last century's, as spreadsheets read them. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function check(year: number, month: number, day: number): DateReading {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (unknownDates.has(text)) return { kind: 'unknown' };
  if (year === 9999 || year === 2999) return { kind: 'endless' };
  if (month < 1 || month > 12 || day < 1 || day > 31) return { kind: 'doesNotExist' };
  if (year < 1950 || year > 2199) return { kind: 'outOfRange' };
  return isIsoDate(text) ? { kind: 'date', date: text } : { kind: 'doesNotExist' };
}
