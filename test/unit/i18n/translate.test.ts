import { describe, expect, it } from 'vitest';
import { locales } from '../../../core/i18n/keys.ts';
import { isoDate } from '../../../core/domain/calendar.ts';
import { createTranslator } from '../../../core/i18n/translate.ts';

const de = createTranslator('de');
const en = createTranslator('en');
const fr = createTranslator('fr');

describe('figures in the three languages', () => {
  it('group thousands', () => {
    expect([de.number(44_000), en.number(44_000), fr.number(44_000)]).toEqual(['44.000', '44,000', '44\u202f000']);
    expect([de.number(-1234567.5), en.number(0), fr.number(999)]).toEqual(['−1.234.567,5', '0', '999']);
  });

  it('stand in French sentences whose marks no line break parts from their words', () => {
    const sentences = { 'a.b': 'Vue : « {name} » ; encore ? Oui !', 'a.c': '{count, plural, one {1 ligne : vide} other {# lignes : vides}}' };
    expect(createTranslator('fr', sentences).translate('a.b', { name: 'Tout' })).toBe('Vue\u202f: «\u202fTout\u202f»\u202f; encore\u202f? Oui\u202f!');
    expect(createTranslator('fr', sentences).translate('a.c', { count: 2 })).toBe('2 lignes\u202f: vides');
    // Without a param, too: such a sentence is not parsed.
    expect(createTranslator('fr', { 'a.d': 'Rien à faire : « Tout »' }).translate('a.d')).toBe('Rien à faire\u202f: «\u202fTout\u202f»');
    expect(createTranslator('en', { 'a.b': 'as it is : yes' }).translate('a.b')).toBe('as it is : yes');
  });

  it('inside sentences are written the same way', () => {
    for (const t of [de, en, fr]) expect(t.translate('common.accounts', { accounts: 1_234_567 }).startsWith(t.number(1_234_567)), t.locale).toBe(true);
  });

  it('write money to the cent, or whole where there are no cents', () => {
    expect([de.money(1_200_000), de.money(1_200_050), de.money(1_200_050, 'whole')]).toEqual(['12.000\u00a0€', '12.000,50\u00a0€', '12.001\u00a0€']);
    expect([en.money(1_200_050), fr.money(1_200_050)]).toEqual(['€12,000.50', '12\u202f000,50\u00a0€']);
    expect([de.money(-5), de.money(-5, 'whole'), en.money(-123_456, 'bare')]).toEqual(['−0,05\u00a0€', '0\u00a0€', '−1,234.56']);
  });

  it('keep every cent of the largest sums', () => {
    expect(de.money(9_007_199_254_740_991, 'exact')).toBe('90.071.992.547.409,91\u00a0€');
  });

  it('write shares', () => {
    expect([de.percent(0.014, 1), en.percent(0.014, 1), fr.percent(0.014, 1)]).toEqual(['1,4\u00a0%', '1.4%', '1,4\u202f%']);
  });
});

describe('shares inside sentences', () => {
  it.each(locales)('are written as such, in French too, where a colon has a space before it: %s', (locale) => {
    const sentence = createTranslator(locale).translate('app.step.search', { days: 100, share: 0.0271 });
    expect(sentence).toMatch(/2[.,]7\s?%/);
    expect(sentence).not.toContain('0,027');
  });
});

describe('dates in the three languages', () => {
  const day = isoDate('2027-05-03');

  it('are written as the language writes them', () => {
    expect([de.date(day), en.date(day), fr.date(day)]).toEqual(['03.05.2027', '3\u00a0May\u00a02027', '03/05/2027']);
    expect([de.dateLong(day), fr.dateLong(isoDate('2027-08-01'))]).toEqual(['3.\u00a0Mai\u00a02027', '1er\u00a0août\u00a02027']);
    expect(de.dateRange(day, day)).toBe('03.05.2027');
  });

  it('count ISO weeks over the turn of the year', () => {
    expect(de.isoWeek(isoDate('2027-01-01'))).toBe('KW\u00a053/2026');
    expect(de.isoWeekRange(isoDate('2026-12-28'), isoDate('2027-01-10'))).toBe('53/2026–01/2027');
    expect(de.isoWeekRange(day, isoDate('2027-05-07'))).toBe('18/2027');
  });
});

describe('translate', () => {
  const t = createTranslator('de', {
    plain: '{date}, {costCents}, {track}, {year}',
    icu: '{cost, number}',
    plural: '{n, plural, one {# Welle am {date}} other {# Wellen am {date}}}',
    'common.track.mail': 'E-Mail',
    straight: "fin d'{name}, jusqu'au {date}",
  });

  it('writes dates, amounts and words of the domain in the reader’s language, and years as they are', () => {
    expect(t.translate('plain', { date: '2027-05-03', costCents: 123_450, track: 'mail', year: 2027 })).toBe('03.05.2027, 1.234,50\u00a0€, E-Mail, 2027');
    expect(t.translate('plural', { n: 2, date: '2027-05-03' })).toBe('2 Wellen am 03.05.2027');
  });

  it('leaves what an ICU form asks for as a number', () => {
    expect(t.translate('icu', { cost: 44_000 })).toBe('44.000');
  });

  it('curls apostrophes, which would otherwise quote the param after them', () => {
    expect(t.translate('straight', { name: 'Exchange', date: '2027-05-03' })).toBe('fin d’Exchange, jusqu’au 03.05.2027');
  });

  it('shows a key that has no sentence, and a sentence whose param is missing', () => {
    expect(t.translate('nothing.here')).toBe('nothing.here');
    expect(t.translate('toString')).toBe('toString');
    expect(t.translate('icu')).toBe('{cost, number}');
  });
});
