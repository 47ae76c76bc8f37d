import { type Cents, cents } from '../../core/domain/money.ts';

export type DecimalSign = ',' | '.';

export type AmountReading =
  | { readonly kind: 'amount'; readonly cents: Cents; readonly currency: string | null; readonly isRounded: boolean }
  | { readonly kind: 'blank' | 'notANumber' | 'outOfRange' };

export type CountReading = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'blank' | 'notANumber' | 'notWhole' | 'outOfRange' };

/** More than 100 billion is no cost of an administration but a defect of the file. */
export const amountLimitCents = 10_000_000_000_000;
/** More than ten million seats, machines or days likewise. */
export const countLimit = 10_000_000;

const currencies: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['eur', 'EUR'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['chf', 'CHF'],
  ['sfr.', 'CHF'],
  ['sfr', 'CHF'],
  ['fr.', 'CHF'],
  ['sek', 'SEK'],
  ['dkk', 'DKK'],
  ['nok', 'NOK'],
  ['pln', 'PLN'],
  ['zł', 'PLN'],
  ['czk', 'CZK'],
  ['kč', 'CZK'],
];
/** A number with its currency has less; a longer text is none and must not cost time. */
const cellLimit = 80;
const blanks = new Set(['', '-', '--', '–', '—', 'null', 'n/a', 'k.a.', 'k. a.']);

/**
 * Money as whole cents, read digit by digit so that no binary fraction touches it; what is finer than a cent is
 * rounded half away from zero. `decimal` is what the column writes and decides only `1.234`, which can be both.
 * `shift` 3 is for a column in thousands, 6 for millions. `readAmount('1.234,56 €', ',')` is 123456 cents of EUR.
 */
export function readAmount(cell: string, decimal: DecimalSign, shift = 0): AmountReading {
  const text = normalise(cell);
  if (blanks.has(text)) return { kind: 'blank' };
  const { currency, rest } = takeCurrency(text);
  const number = splitNumber(rest, decimal);
  if (!number) return { kind: 'notANumber' };
  const whole = number.whole + number.fraction.slice(0, shift).padEnd(shift, '0');
  if (whole.length > 15 + shift) return { kind: 'outOfRange' };
  const fraction = number.fraction.slice(shift);
  const finer = fraction.slice(2);
  const isRounded = /[1-9]/.test(finer);
  const amount = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (finer !== '' && finer.charCodeAt(0) >= 53 ? 1 : 0);
  if (amount > amountLimitCents) return { kind: 'outOfRange' };
  return { kind: 'amount', cents: cents(number.isNegative && amount !== 0 ? -amount : amount), currency, isRounded };
}

/** A whole number; `1.234` and `1,234` are a thousand and more, `12,0` is 12, `12,5` is not whole. */
export function readCount(cell: string): CountReading {
  const text = normalise(cell);
  if (blanks.has(text)) return { kind: 'blank' };
  if (/^\d{1,7}$/.test(text)) return { kind: 'count', count: Number(text) };
  const decimal = /^[^.]*,\d{3}$/.test(text) ? '.' : ',';
  const number = splitNumber(text, decimal);
  if (!number) return { kind: 'notANumber' };
  if (/[1-9]/.test(number.fraction)) return { kind: 'notWhole' };
  const count = number.whole.length > 15 ? Number.POSITIVE_INFINITY : Number(number.whole);
  if (count > countLimit) return { kind: 'outOfRange' };
  return { kind: 'count', count: number.isNegative && count !== 0 ? -count : count };
}

/** Which decimal sign a cell proves; `either` for `1.234`, null for a cell without separators. */
export function decimalEvidence(cell: string): DecimalSign | 'either' | null {
  const { rest } = takeCurrency(normalise(cell));
  return evidence(rest);
}

/** The currency that a heading or a cell names, such as `Kosten (EUR)`. */
export function currencyIn(text: string): string | null {
  const word = /€|\$|£|\b[TKM]?(?:EUR|USD|CHF|GBP|SEK|DKK|NOK|PLN|CZK)\b/.exec(text)?.[0];
  return word === undefined ? null : (currencies.find(([sign]) => word.toLowerCase().endsWith(sign))?.[1] ?? null);
}

/** How far a heading moves the decimal sign: 3 for `Kosten in T€` or `k€`, 6 for `Mio. €`. */
export function shiftIn(heading: string): number {
  if (/\b(?:mio|millions?|meur)\b|\bm€/i.test(heading)) return 6;
  return /\b(?:teur|t eur|tsd|tausend|keur|thousands?|milliers?)\b|\b[tk] ?€/i.test(heading) ? 3 : 0;
}

function normalise(cell: string): string {
  return cell
    .slice(0, cellLimit)
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('\u2212', '-')
    .trim()
    .toLowerCase();
}

function takeCurrency(text: string): { currency: string | null; rest: string } {
  if (/^[\d.,' -]*$/.test(text)) return { currency: null, rest: text };
  for (const [sign, currency] of currencies) {
    const bare = /^[-(]?/.exec(text)?.[0] ?? '';
    if (text.startsWith(bare + sign)) return { currency, rest: bare + text.slice(bare.length + sign.length).trim() };
    if (text.endsWith(sign)) return { currency, rest: text.slice(0, -sign.length).trim() };
    if (text.endsWith(`${sign})`)) return { currency, rest: `${text.slice(0, -sign.length - 1).trim()})` };
  }
  return { currency: null, rest: text };
}

function evidence(text: string): DecimalSign | 'either' | null {
  const lastComma = text.lastIndexOf(',');
  const lastDot = text.lastIndexOf('.');
  if (lastComma < 0 && lastDot < 0) return null;
  if (lastComma >= 0 && lastDot >= 0) return lastComma > lastDot ? ',' : '.';
  const sign = lastComma >= 0 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const place = Math.max(lastComma, lastDot);
  if (text.indexOf(sign) !== place) return other;
  const before = text.slice(0, place).replace(/^-/, '');
  const after = /\d*/.exec(text.slice(place + 1))?.[0] ?? '';
  if (after.length !== 3 || /[ '’]/.test(before) || before.length > 3 || before === '' || before.startsWith('0')) return sign;
  return 'either';
}

function splitNumber(text: string, columnDecimal: DecimalSign): { isNegative: boolean; whole: string; fraction: string } | null {
  let rest = text;
  let isNegative = false;
  const inBrackets = /^\((.*)\)$/.exec(rest);
  if (inBrackets) {
    isNegative = true;
    rest = inBrackets[1] as string;
  }
  if (/[.,] ?[-–—]{1,2}$/.test(rest)) rest = rest.replace(/[.,] ?[-–—]{1,2}$/, '');
  if (/^[-+]/.test(rest)) {
    isNegative = rest.startsWith('-') !== isNegative;
    rest = rest.slice(1).trim();
  } else if (rest.endsWith('-')) {
    isNegative = !isNegative;
    rest = rest.slice(0, -1).trim();
  }
  const proven = evidence(rest);
  const decimal = proven === ',' || proven === '.' ? proven : columnDecimal;
  const group = decimal === ',' ? '.' : ',';
  const place = rest.lastIndexOf(decimal);
  const wholeText = place < 0 ? rest : rest.slice(0, place);
  const fraction = place < 0 ? '' : rest.slice(place + 1);
  if (!/^\d*$/.test(fraction) || (wholeText === '' && fraction === '')) return null;
  const groups = wholeText.split(group === '.' ? /[ '’.]/ : /[ '’,]/);
  if (!groups.every((part) => /^\d+$/.test(part)) && !(wholeText === '' && fraction !== '')) return null;
  if (groups.length > 1 && !(groups.slice(1).every((part) => part.length === 3) && (groups[0] as string).length <= 3)) return null;
  return { isNegative, whole: groups.join('').replace(/^0+(?=\d)/, '') || '0', fraction };
}
