import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../host/holidays.ts';

describe('publicHolidays', () => {
  it('knows the ten holidays of Schleswig-Holstein', () => {
    expect(publicHolidays('DE', 'SH', 2027, 2027).map((holiday) => holiday.date)).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
      '2027-10-03',
      '2027-10-31',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('knows the eleven holidays of France', () => {
    expect(publicHolidays('FR', null, 2028, 2028).map((holiday) => holiday.date)).toEqual([
      '2028-01-01',
      '2028-04-17',
      '2028-05-01',
      '2028-05-08',
      '2028-05-25',
      '2028-06-05',
      '2028-07-14',
      '2028-08-15',
      '2028-11-01',
      '2028-11-11',
      '2028-12-25',
    ]);
  });

  it('tells regions apart: Good Friday is a holiday in the Moselle, Epiphany in Bavaria', () => {
    const dates = (country: string, region: string | null) => publicHolidays(country, region, 2027, 2027).map((holiday) => holiday.date);
    expect(dates('FR', '57')).toContain('2027-03-26');
    expect(dates('FR', null)).not.toContain('2027-03-26');
    expect(dates('DE', 'BY')).toContain('2027-01-06');
    expect(dates('DE', 'SH')).not.toContain('2027-01-06');
  });

  it('counts substitute days: Christmas 2027 falls on a weekend in the United Kingdom', () => {
    const dates = publicHolidays('GB', null, 2027, 2027).map((holiday) => holiday.date);
    expect(dates).toContain('2027-12-27');
    expect(dates).toContain('2027-12-28');
  });

  it('gives one entry a day, in order: Ascension Day and 1 May fell together in 2008', () => {
    const list = publicHolidays('DE', 'SH', 2008, 2008).filter((holiday) => holiday.date === '2008-05-01');
    expect(list).toHaveLength(1);
    const years = publicHolidays('FR', null, 2026, 2040).map((holiday) => holiday.date);
    expect(years).toEqual([...new Set(years)].sort());
  });

  it('is empty for a country that is not known, and takes an unknown region for the country', () => {
    expect(publicHolidays('ZZ', null, 2027, 2027)).toEqual([]);
    expect(publicHolidays('FR', 'XX', 2027, 2027)).toEqual(publicHolidays('FR', null, 2027, 2027));
  });
});
