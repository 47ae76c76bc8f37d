import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { addUpStatus, burnUp, mondayOfWeek } from '../../../core/report/burnUp.ts';

const track = (weeks: readonly { week: string; planned: number; migrated: number | null }[], exception = 0) => ({
  accounts: 10,
  states: { planned: 6 - exception, migrated: 4, problem: 0, exception },
  plannedByToday: 8,
  weeks,
});

describe('burnUp', () => {
  it('of one running week goes from 0 to what is done today and what is planned at its end', () => {
    const { points, target, fan } = burnUp(track([{ week: '2027-W05', planned: 10, migrated: 4 }]), null, isoDate('2027-02-04'));
    expect(points).toEqual([
      { on: '2027-01-31', planned: 0, migrated: 0 },
      { on: '2027-02-04', planned: 8, migrated: 4 },
      { on: '2027-02-07', planned: 10, migrated: null },
    ]);
    expect([target, fan]).toEqual([10, null]);
  });

  it('draws the fan from today’s count, and leaves exceptions out of the target', () => {
    const finish = { p50: isoDate('2027-03-01'), p80: isoDate('2027-03-08'), p95: isoDate('2027-03-15') };
    const weeks = [
      { week: '2027-W05', planned: 5, migrated: 4 },
      { week: '2027-W06', planned: 10, migrated: null },
    ];
    expect(burnUp(track(weeks, 1), finish, isoDate('2027-02-07'))).toMatchObject({
      target: 9,
      fan: { from: { on: '2027-02-07', migrated: 4 }, p95: '2027-03-15' },
    });
    expect(burnUp(track(weeks, 6), finish, isoDate('2027-02-07')).fan).toBeNull();
    expect(burnUp(track([]), finish, isoDate('2027-02-07')).points).toEqual([]);
  });

  it('counts days without a gap, each later than the one before', () => {
    const weeks = Array.from({ length: 60 }, (_, index) => ({
      week: `2026-W${String(index + 1).padStart(2, '0')}`,
      planned: index,
      migrated: index < 20 ? index : null,
    })).slice(0, 53);
    const { points } = burnUp(track(weeks), null, isoDate('2026-05-13'));
    expect(points.map(({ on }) => on)).toEqual(points.map(({ on }) => on).toSorted());
    expect(new Set(points.map(({ on }) => on)).size).toBe(points.length);
  });
});

describe('mondayOfWeek', () => {
  it.each([
    ['2027-W05', '2027-02-01'],
    ['2026-W01', '2025-12-29'],
    ['2026-W53', '2026-12-28'],
    ['2027-W01', '2027-01-04'],
  ])('%s is %s', (week, monday) => {
    expect(mondayOfWeek(week)).toBe(monday);
  });
});

describe('addUpStatus', () => {
  it('adds tracks up', () => {
    expect(addUpStatus([track([]), track([], 2)])).toEqual({
      accounts: 20,
      states: { planned: 10, migrated: 8, problem: 0, exception: 2 },
      plannedByToday: 16,
    });
  });
});
