import { describe, expect, it } from 'vitest';
import { readCents, readCount } from '../../renderer/core/readFigure.ts';

describe('readCents', () => {
  it.each([
    { text: '1.234,5', locale: 'de', is: 123_450 },
    { text: '1.234', locale: 'de', is: 123_400 },
    { text: '1,234.50', locale: 'en', is: 123_450 },
    { text: '€1,234', locale: 'en', is: 123_400 },
    { text: '1\u202f234,50\u00a0€', locale: 'fr', is: 123_450 },
    { text: '0,07', locale: 'de', is: 7 },
    { text: '12.50', locale: 'de', is: 1250 },
    { text: '90000000,01', locale: 'fr', is: 9_000_000_001 },
  ] as const)('reads $text in $locale as $is cents', ({ text, locale, is }) => {
    expect(readCents(text, locale)).toBe(is);
  });

  it.each([
    { text: '1.234', locale: 'en' },
    { text: '1,234', locale: 'fr' },
    { text: '12,345', locale: 'de' },
    { text: '-5', locale: 'de' },
    { text: 'viel', locale: 'de' },
    { text: '', locale: 'en' },
  ] as const)('refuses "$text" in $locale', ({ text, locale }) => {
    expect(readCents(text, locale)).toBeNull();
  });
});

describe('readCount', () => {
  it('reads whole numbers with the groups of the language, and nothing with decimals', () => {
    expect([readCount('1.200', 'de'), readCount('1,200', 'en'), readCount('1 200', 'fr'), readCount('1200', 'fr')]).toEqual([1200, 1200, 1200, 1200]);
    expect([readCount('1,5', 'de'), readCount('1.200', 'en')]).toEqual([null, null]);
  });
});
