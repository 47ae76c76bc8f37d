import type { Locale } from '../../core/i18n/keys.ts';

type Length = 'long' | 'short';
const names = new Map<string, Intl.DisplayNames>();

/** The name of a country or of the Union; null for `ZZ`, which stands for a country that nobody knows. */
export function countryName(locale: Locale, code: string, length: Length = 'long'): string | null {
  if (code === 'ZZ') return null;
  const known = names.get(`${locale} ${length}`) ?? new Intl.DisplayNames(locale, { type: 'region', style: length });
  names.set(`${locale} ${length}`, known);
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}
