import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { SourceId } from '../../../core/domain/ids.ts';
import { itemSupport, supportStateOf } from '../../../core/domain/inventory/itemSupport.ts';

const ends = (cycle: string, date: string) => ({
  value: { cycle, date: isoDate(date) },
  source: 'endoflife-date' as SourceId,
  date: '2026-11-22',
  confidence: 'A' as const,
});
const office2016 = ends('2016', '2025-10-14');
const office2021 = ends('2021', '2026-10-13');

describe('the end of support of an item', () => {
  it('is that of the release in use that ends first, with the installations that it concerns', () => {
    const releases = [
      { installations: 2_000, claim: office2021 },
      { installations: 200, claim: office2016 },
      { installations: 100, claim: office2016 },
      { installations: 40, claim: null },
    ];
    expect(itemSupport(releases)).toEqual({ claim: office2016, installations: 300, of: 2_340, unknown: 40 });
  });

  it('leaves aside what no list counts any more, unless nothing is counted at all', () => {
    expect(
      itemSupport([
        { installations: 0, claim: office2016 },
        { installations: 3, claim: office2021 },
      ])?.claim,
    ).toBe(office2021);
    expect(itemSupport([{ installations: 0, claim: office2016 }])).toEqual({ claim: office2016, installations: 0, of: 0, unknown: 0 });
  });

  it('is unknown where nobody states it', () => {
    expect([itemSupport([]), itemSupport([{ installations: 7, claim: null }])]).toEqual([null, null]);
  });

  it.each([
    ['2026-11-21', 'ended'],
    ['2026-11-22', 'endsWithin'],
    ['2027-11-22', 'endsWithin'],
    ['2027-11-23', 'later'],
    [null, 'unknown'],
  ] as const)('%s is %s, seen from 22 November 2026 for a year', (endsOn, state) => {
    const year = { from: isoDate('2026-11-22'), to: isoDate('2027-11-22') };
    expect(supportStateOf(endsOn === null ? null : isoDate(endsOn), year)).toBe(state);
  });
});
