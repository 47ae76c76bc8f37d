import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { Product } from '../../../core/domain/catalogue/catalogue.ts';
import { editionOf } from '../../../core/domain/catalogue/editionOf.ts';
import { readRelease } from '../../../core/domain/catalogue/readRelease.ts';
import type { SourceId } from '../../../core/domain/ids.ts';

function ending(cycles: Readonly<Record<string, string>>, always?: string): Pick<Product, 'endOfSupport'> {
  const claim = (cycle: string | null, date: string) => ({
    value: { cycle, date: date as IsoDate },
    source: 'endoflife-date' as SourceId,
    date: '2026-11-22',
    confidence: 'A' as const,
  });
  return {
    endOfSupport: [...Object.entries(cycles).map(([cycle, date]) => claim(cycle, date)), ...(always === undefined ? [] : [claim(null, always)])],
  };
}

const office = ending({ '2016': '2025-10-14', '2021': '2026-10-13' });
const windows = ending({
  '7': '2020-01-14',
  '10 22H2': '2025-10-14',
  '10 LTSC 2021': '2027-01-12',
  '11 23H2 Pro': '2025-11-11',
  '11 23H2 Enterprise': '2026-11-10',
});
const server = ending({ '2012': '2023-10-10', '2012 R2': '2023-10-10', '2016': '2027-01-12' });
const oracle = ending({ '19c': '2032-12-31' });
const python = ending({ '3.1': '2012-04-09', '3.11': '2027-10-24' });

describe('editionOf', () => {
  it.each([
    ['professionnel plus', 'Professional Plus'],
    ['standard ltsc', 'LTSC Standard'],
    ['ltsb', 'LTSB'],
    ['ubuntu lts', null],
  ])('reads "%s" as %s', (words, edition) => {
    expect(editionOf(words.split(' '))).toBe(edition);
  });
});

describe('readRelease', () => {
  it('follows the worked example', () => {
    expect(readRelease('Microsoft Office Professional Plus 2016', '16.0.4266.1001', office)).toEqual({
      edition: 'Professional Plus',
      cycle: '2016',
      supportEnds: '2025-10-14',
    });
  });

  it.each([
    ['Microsoft Office LTSC Standard 2021 - de-de', '16.0', office, 'LTSC Standard', '2021', '2026-10-13'],
    ['Microsoft Office Professionnel Plus 2019 - fr-fr', '16.0', office, 'Professional Plus', '2019', null],
    ['Microsoft Office Famille et Petite Entreprise 2010', '14.0', office, 'Home and Business', '2010', null],
    ['Microsoft Office Home & Business 2019', '16.0', office, 'Home and Business', '2019', null],
    ['Microsoft Office Home & Student 2016', '16.0', office, 'Home and Student', '2016', '2025-10-14'],
    ['Windows 10 Pro Education', '10.0.19045', windows, 'Pro Education', null, null],
    ['Windows 10 Enterprise LTSC 2021', '10.0.19044', windows, 'LTSC Enterprise', '10 LTSC 2021', '2027-01-12'],
    ['Windows 11 Professionnel 23H2', '10.0.22631', windows, 'Professional', '11 23H2 Pro', '2025-11-11'],
    ['Microsoft Windows 11 Enterprise 23H2', '10.0.22631', windows, 'Enterprise', '11 23H2 Enterprise', '2026-11-10'],
    ['Windows 7 Professional', '6.1.7601', windows, 'Professional', '7', '2020-01-14'],
    ['Windows 11 Pro 21H2', '10.0.22000', windows, 'Professional', '21H2', null],
    ['Windows Server 2012 R2 Datacenter', '', server, 'Datacenter', '2012 R2', '2023-10-10'],
    ['Oracle Database 11g Release 2', '11.2', oracle, null, '11g', null],
    ['Oracle Database', '19.3.0', oracle, null, '19c', '2032-12-31'],
    ['Python 3.11.5 (64-bit)', '3.11.5150.0', python, null, '3.11', '2027-10-24'],
    ['Python 3.12.0 (64-bit)', '3.12.150.0', python, null, null, null],
    ['Mozilla Firefox ESR (x64 de)', '128.4.0', ending({}), 'ESR', null, null],
    ['Skype 7.41', '7.41', ending({}, '2025-05-05'), null, null, '2025-05-05'],
  ] as const)('%s %s', (rawName, version, product, edition, cycle, supportEnds) => {
    expect(readRelease(rawName, version, product)).toEqual({ edition, cycle, supportEnds });
  });
});
