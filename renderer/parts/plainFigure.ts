import type { Locale } from '../../core/i18n/keys.ts';

/** A figure as a spreadsheet of the language reads it as a figure: its decimal point, no grouping. Example: 44,000.5 with two digits is `44000,50` in German. */
export function plainFigure(value: number, locale: Locale, fractionDigits = 0): string {
  const text = value.toFixed(fractionDigits);
  return locale === 'en' ? text : text.replace('.', ',');
}
