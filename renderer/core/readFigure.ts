import { cents, type Cents } from '../../core/domain/money.ts';
import type { Locale } from '../../core/i18n/keys.ts';

const groups: Readonly<Record<Locale, string>> = { de: '.', en: ',', fr: ' ' };

/**
 * The figure that somebody typed, as whole and decimal digits; null where it is none. Spaces and apostrophes group in
 * every language, a point or comma where the language writes it so and three digits follow; the other one parts the
 * decimals. What could be both is refused rather than guessed.
 */
function readDigits(text: string, locale: Locale): { readonly whole: string; readonly decimals: string } | null {
  const bare = text.replace(/[\s\u00a0\u202f'’€]/g, '');
  const group = groups[locale];
  const isGrouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+([.,]\\d{1,2})?$`).test(bare) && group !== ' ';
  const plain = isGrouped ? bare.replaceAll(group, '') : bare;
  const parts = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain);
  return parts ? { whole: parts[1] ?? '', decimals: parts[2] ?? '' } : null;
}

/**
 * Money as it is typed, in cents; null where it is none. Example: `1.234,5` in German and `1,234.50` in English are
 * 123,450 cents; `1.234` is 1,234 euro in German and refused in English.
 */
export function readCents(text: string, locale: Locale): Cents | null {
  const digits = readDigits(text, locale);
  return digits && cents(Number(digits.whole + digits.decimals.padEnd(2, '0')));
}

/** A whole number as it is typed: `1.200` in German, `1,200` in English, `1 200` in French; null where it is none. */
export function readCount(text: string, locale: Locale): number | null {
  const digits = readDigits(text, locale);
  return digits && digits.decimals === '' ? Number(digits.whole) : null;
}
