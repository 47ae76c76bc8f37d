import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { cents } from '../../core/domain/money.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { breakEvenRange } from '../../renderer/pages/costs/breakEvenRange.ts';
import { groupAssumptions, readValue, writeValue } from '../../renderer/parts/assumptionText.ts';
import { monthTicks } from '../../renderer/pages/tracking/monthTicks.ts';
import { waveState } from '../../renderer/pages/tracking/waveState.ts';

describe('the range of the break-even', () => {
  const side = (paybackOn: string | null, totalCents = 100) => ({
    totalsByYear: [],
    totalCents: cents(totalCents),
    stayByYear: [],
    stayTotalCents: cents(200),
    paybackOn: paybackOn === null ? null : isoDate(paybackOn),
  });
  const free = side(null);
  const never = side(null, 300);
  const english = createTranslator('en');
  it.each([
    ['low to high: 1 Feb 2028 to 3 Apr 2029', side('2028-02-01'), side('2028-07-01'), side('2029-04-03'), '2028-02-01', '2029-04-03'],
    ['1 Feb 2028 at the earliest, at worst not in these years', side('2028-02-01'), never, never, '2028-02-01', null],
    ['even at best not in these years', never, never, never, null, null],
    ['nothing to pay back', free, free, free, null, null],
    ['at best nothing to pay back, otherwise on 3 Apr 2029 at the latest', free, free, side('2029-04-03'), '2029-04-03', '2029-04-03'],
    ['at best nothing to pay back, at worst not in these years', free, side('2028-02-01'), never, '2028-02-01', null],
  ])('reads “%s”', (sentence, low, base, high, from, until) => {
    const paybackFrom = from === null ? null : isoDate(from);
    const paybackUntil = until === null ? null : isoDate(until);
    expect(breakEvenRange({ low, base, high, paybackFrom, paybackUntil }, english).replaceAll('\u00a0', ' ')).toBe(sentence);
  });
});

describe('a value that is typed', () => {
  it.each([
    ['52,50', 'centsPerHour', 'de', 5250],
    ['1.250', 'centsPerAccount', 'de', 125_000],
    ['1.250,5', 'centsPerAccount', 'de', 125_050],
    ['12.5', 'centsPerAccount', 'de', 1250],
    ['1,250.50', 'cents', 'en', 125_050],
    ['1 250,50 €', 'cents', 'fr', 125_050],
    ['0,07', 'centsPerAccount', 'de', 7],
    ['−1,5 %', 'percentPerYear', 'de', -1.5],
    ['2.5', 'percent', 'fr', 2.5],
    ['30', 'days', 'en', 30],
  ] as const)('%s as %s in %s is %d', (text, unit, locale, value) => {
    expect(readValue(text, unit, locale)).toBe(value);
  });

  it.each(['', 'abc', '1.2.3', '12,', '1,2,3', '--5', '1e5'])('“%s” is no number', (text) => {
    for (const locale of ['de', 'en', 'fr'] as const) expect(readValue(text, 'days', locale)).toBeNull();
  });

  it('is what was written, in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom('centsPerHour', 'days', 'percentPerYear'),
        fc.constantFrom('de', 'en', 'fr'),
        (value, unit, locale) => {
          const exact = unit === 'percentPerYear' ? value / 100 : value;
          expect(readValue(writeValue(exact, unit, locale), unit, locale)).toBe(exact);
        },
      ),
    );
    expect(writeValue(4512.5, 'centsPerHour', 'de')).toBe('45,125');
  });
});

describe('assumptions', () => {
  it('stand in groups, each once', () => {
    const line = (key: string) => ({
      key,
      value: 1,
      unit: 'cents' as const,
      sourceTitle: null,
      sourceUrl: null,
      confidence: 'unverified' as const,
      note: '',
      isChanged: false,
      templateValue: 1,
      range: null,
    });
    const groups = groupAssumptions(['crew.ratePerHour', 'migration.mail', 'doubleRunning.office', 'migration.files'].map(line));
    expect(groups.map(({ id, rows }) => [id, rows.map(({ assumption, track }) => track ?? assumption.key)])).toEqual([
      ['general', ['crew.ratePerHour']],
      ['migration', ['mail', 'files']],
      ['doubleRunning', ['office']],
    ]);
  });
});

describe('waveState', () => {
  const wave = (planned: number, migrated: number, problem = 0, exception = 0) => ({
    accounts: planned + migrated + problem + exception,
    states: { planned, migrated, problem, exception },
    startsOn: isoDate('2027-03-01'),
    finishesOn: isoDate('2027-03-05'),
  });
  it.each([
    ['done', wave(0, 9, 0, 1), '2027-03-03'],
    ['running', wave(10, 0), '2027-03-01'],
    ['running', wave(9, 1), '2027-02-20'],
    ['planned', wave(10, 0), '2027-02-20'],
    ['running', wave(1, 9), '2027-03-05'],
    ['late', wave(1, 9), '2027-03-06'],
    ['late', wave(0, 9, 1), '2027-03-06'],
    ['undated', { ...wave(10, 0), startsOn: null, finishesOn: null }, '2027-03-06'],
  ] as const)('is %s', (state, given, today) => {
    expect(waveState(given, isoDate(today))).toBe(state);
  });
});

describe('monthTicks', () => {
  it('are months of a short time, years of a long one', () => {
    expect(monthTicks(isoDate('2027-01-15'), isoDate('2027-04-02'))).toEqual(['2027-02-01', '2027-03-01', '2027-04-01']);
    expect(monthTicks(isoDate('2026-05-31'), isoDate('2031-02-01'))).toEqual(['2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01', '2031-01-01']);
  });

  it('are never more than asked for, and lie within', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 400 }), (from, months) => {
        const day = (month: number) => isoDate(`${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
        const ticks = monthTicks(day(from), day(from + months));
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every((tick) => tick >= day(from) && tick <= day(from + months))).toBe(true);
      }),
    );
  });
});

describe('the colours of the kinds of cost', () => {
  const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8').replaceAll("'", '"');
  const blocks = { light: ':root {', dark: ':root[data-theme="dark"] {', contrast: ':root[data-theme="contrast"] {' };
  const kinds = ['licence', 'replacement', 'migration', 'training', 'doubleRunning'];

  function tokensOf(head: string): ReadonlyMap<string, string> {
    const start = css.indexOf(head);
    expect(start).toBeGreaterThanOrEqual(0);
    const body = css.slice(start, css.indexOf('}', start));
    return new Map([...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
  }
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
      const part = Number.parseInt(hex.slice(place, place + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each(Object.entries(blocks))('stand out from the paper at 3 to 1 in %s', (_theme, head) => {
    const tokens = tokensOf(head);
    for (const kind of kinds) expect(contrast(tokens.get(`--kind-${kind}`) ?? '#ffffff', tokens.get('--paper') ?? '#ffffff'), kind).toBeGreaterThanOrEqual(3);
  });
});
