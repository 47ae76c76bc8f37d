import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoolean } from '../../formats/read/booleanCell.ts';
import { dateOrderEvidence, readDate } from '../../formats/read/dateCell.ts';
import { foldHeading } from '../../formats/read/headings.ts';
import { currencyIn, decimalEvidence, readAmount, readCount } from '../../formats/read/numberCell.ts';
import { readLine, readText } from '../../formats/read/textCell.ts';

describe('dates', () => {
  it.each([
    ['20240116', '2024-01-16'],
    ['02/05/2017', '2017-05-02'],
    ['1/23/23', null],
    ['03.12.2019', '2019-12-03'],
    ['3.1.19', '2019-01-03'],
    ['2024/11/04', '2024-11-04'],
    ['15/11/2024 01:00:00', '2024-11-15'],
    ['2022-03-18 19:49:35Z', '2022-03-18'],
    ['2018-10-18T08:00:00', '2018-10-18'],
    ['2023/09/03 20:23:16', '2023-09-03'],
    [' 2024-10-08 14:40:12', '2024-10-08'],
    ['20200101120000.0Z', '2020-01-01'],
    ['16.01.2024 08:12:00', '2024-01-16'],
    ['1. März 2024', '2024-03-01'],
    ['1er août 2026', '2026-08-01'],
    ['16-Jan-2024', '2024-01-16'],
    ['Dec 24, 2025', '2025-12-24'],
    ['29/02/2028', '2028-02-29'],
  ])('reads %s day first as %s', (cell, expected) => {
    expect(readDate(cell, 'dmy')).toEqual(expected === null ? { kind: 'doesNotExist' } : { kind: 'date', date: expected });
  });

  it('reads month first where the column has it, a time with a narrow blank included', () => {
    expect(readDate('11/24/2008', 'mdy')).toEqual({ kind: 'date', date: '2008-11-24' });
    expect(readDate('1/23/23', 'mdy')).toEqual({ kind: 'date', date: '2023-01-23' });
    expect(readDate('10/29/25, 2:21\u202fAM', 'mdy')).toEqual({ kind: 'date', date: '2025-10-29' });
    expect(readDate('03.12.2019', 'mdy')).toEqual({ kind: 'date', date: '2019-12-03' });
  });

  it.each([
    ['', 'blank'],
    ['-', 'blank'],
    ['Unknown', 'unknown'],
    ['Never logged in', 'unknown'],
    ['unbekannt', 'unknown'],
    ['01/01/1970', 'unknown'],
    ['1900-01-01', 'unknown'],
    ['00.00.0000', 'unknown'],
    ['31.12.9999', 'endless'],
    ['unbefristet', 'endless'],
    ['31/02/2027', 'doesNotExist'],
    ['29.02.2027', 'doesNotExist'],
    ['32.01.2027', 'doesNotExist'],
    ['2027-13-01', 'doesNotExist'],
    ['15.03.1850', 'outOfRange'],
    ['2300-01-01', 'outOfRange'],
    ['soon', 'notADate'],
    ['1705363200', 'notADate'],
    ['1.2.3', 'notADate'],
  ])('takes %s as %s', (cell, kind) => {
    expect(readDate(cell, 'dmy').kind).toBe(kind);
  });

  it('knows which order a cell proves', () => {
    expect(['25/12/2024', '12/25/2024', '03/04/2024', '04/04/2024', '25.12.2024', '2024-12-25', '31/02/2027'].map(dateOrderEvidence)).toEqual([
      'dmy',
      'mdy',
      'either',
      null,
      null,
      null,
      'dmy',
    ]);
  });

  it('reads every day back in every way of writing it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-') as [string, string, string];
        const expected = { kind: 'date', date: iso };
        expect(readDate(iso, 'dmy')).toEqual(expected);
        expect(readDate(`${year}${month}${day}`, 'mdy')).toEqual(expected);
        expect(readDate(`${Number(day)}.${Number(month)}.${year}`, 'mdy')).toEqual(expected);
        expect(readDate(`${day}/${month}/${year}`, 'dmy')).toEqual(expected);
        expect(readDate(`${Number(month)}/${Number(day)}/${year} 11:59 PM`, 'mdy')).toEqual(expected);
      }),
    );
  });
});

describe('amounts of money', () => {
  it.each([
    ['1.234,56', 123_456, null],
    ['1,234.56', 123_456, null],
    ['1\u00a0234,56', 123_456, null],
    ['1\u202f234,56 €', 123_456, 'EUR'],
    ['1 234 567,89', 123_456_789, null],
    ["CHF 1'234.50", 123_450, 'CHF'],
    ['$12.58', 1_258, 'USD'],
    ['12,5 €', 1_250, 'EUR'],
    ['EUR 12', 1_200, 'EUR'],
    ['12 Euro', 1_200, 'EUR'],
    ['1000.99', 100_099, null],
    ['2000,56', 200_056, null],
    ['9.999,99', 999_999, null],
    ['1.234.567', 123_456_700, null],
    ['0.41', 41, null],
    ['.5', 50, null],
    ['12,-', 1_200, null],
    ['12,–– €', 1_200, 'EUR'],
    ['-5,00', -500, null],
    ['(5.00)', -500, null],
    ['5,00-', -500, null],
    ['-$5.00', -500, 'USD'],
    ['1234.5000', 123_450, null],
    ['0,29', 29, null],
    ['1.15', 115, null],
    ['90071992547,99', 9_007_199_254_799, null],
  ])('reads %s as %d cents of %s', (cell, cents, currency) => {
    expect(readAmount(cell, ',')).toEqual({ kind: 'amount', cents, currency, isRounded: false });
  });

  it('reads 1.234 and 1,234 as the column writes them', () => {
    expect(readAmount('1.234', ',')).toMatchObject({ cents: 123_400 });
    expect(readAmount('1.234', '.')).toMatchObject({ cents: 123, isRounded: true });
    expect(readAmount('1,234', '.')).toMatchObject({ cents: 123_400 });
    expect([decimalEvidence('1.234'), decimalEvidence('1.234,5'), decimalEvidence('12.5'), decimalEvidence('1.234.567'), decimalEvidence('12')]).toEqual([
      'either',
      ',',
      '.',
      ',',
      null,
    ]);
  });

  it('rounds half a cent away from zero and says so', () => {
    expect(readAmount('0,125', ',')).toMatchObject({ cents: 13, isRounded: true });
    expect(readAmount('-0,125', ',')).toMatchObject({ cents: -13, isRounded: true });
    expect(readAmount('0,1249', ',')).toMatchObject({ cents: 12, isRounded: true });
  });

  it.each(['abc', '1e18', '12 34', '1,2,3', '1.2.3', '12..5', '€', '--5', '5 licences', '1.23.456'])('takes %s for no amount', (cell) => {
    expect(readAmount(cell, ',').kind).toBe('notANumber');
  });

  it('refuses what no administration pays', () => {
    expect(readAmount('1000000000000000000', ',').kind).toBe('outOfRange');
    expect(readAmount('100.000.000.000,01', ',').kind).toBe('outOfRange');
  });

  it('reads every amount back to the cent, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (cents) => {
        const whole = String(Math.floor(cents / 100));
        const fraction = String(cents % 100).padStart(2, '0');
        const grouped = (sign: string) => whole.replaceAll(/\B(?=(\d{3})+$)/g, sign);
        for (const text of [
          `${whole},${fraction}`,
          `${whole}.${fraction}`,
          `${grouped('.')},${fraction}`,
          `${grouped(',')}.${fraction}`,
          `${grouped('\u202f')},${fraction} €`,
          `$${grouped(',')}.${fraction}`,
        ]) {
          expect(readAmount(text, ',')).toMatchObject({ kind: 'amount', cents });
        }
      }),
    );
  });

  it('finds the currency of a heading', () => {
    expect([currencyIn('Kosten (EUR)'), currencyIn('Preis in €'), currencyIn('Cost USD'), currencyIn('Europa')]).toEqual(['EUR', 'EUR', 'USD', null]);
  });
});

describe('counts', () => {
  it.each([
    ['12', 12],
    ['1.234', 1_234],
    ['1,234', 1_234],
    ['1 234', 1_234],
    ['12,0', 12],
    ['12.00', 12],
    ['007', 7],
    ['-5', -5],
  ])('reads %s as %d', (cell, count) => {
    expect(readCount(cell)).toEqual({ kind: 'count', count });
  });

  it('tells broken, huge and missing numbers apart', () => {
    expect(['12,5', '1000000000000', 'many', '', '1e3'].map((cell) => readCount(cell).kind)).toEqual([
      'notWhole',
      'outOfRange',
      'notANumber',
      'blank',
      'notANumber',
    ]);
  });
});

describe('yes and no', () => {
  it('reads the mixture of one real column', () => {
    expect(['TRUE', 'true', 'yes', 'YES', 'sometimes', '', 'no', 'Ja', 'Nein', 'Oui', 'Non'].map(readBoolean)).toEqual([
      true,
      true,
      true,
      true,
      'unreadable',
      null,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('texts and headings', () => {
  it('takes off what protects a text', () => {
    expect([readText('="00123"'), readText("'=1+3"), readText("'+49"), readText("'s-Hertogenbosch"), readText('\u00a01.42.0 ')]).toEqual([
      '00123',
      '=1+3',
      '+49',
      "'s-Hertogenbosch",
      '1.42.0',
    ]);
    expect(readLine('Name\nof two lines')).toBe('Name of two lines');
  });

  it('takes headings for the same that people take for the same', () => {
    expect(foldHeading('Nombre d’installations ')).toBe(foldHeading("nombre_d'installations"));
    expect(foldHeading('\u0421atégorie')).toBe(foldHeading('Categorie'));
    expect(foldHeading('Email Address [Required]')).toBe('emailaddress');
    expect(foldHeading('Straße')).toBe('strasse');
  });
});
