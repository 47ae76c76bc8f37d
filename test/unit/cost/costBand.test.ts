import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../core/domain/ids.ts';
import { type AssumptionRange, assumptionRange, costBand } from '../../../core/domain/cost/costBand.ts';
import { computeCosts } from '../../../core/domain/cost/computeCosts.ts';
import { input, item, task, track } from './costPlan.ts';

const office = track('office');
const timeline = {
  tracks: [office],
  waves: [],
  tasks: [task('office', 'wave', 'rollOut', '2027-03-01', '2027-03-05', 10), task('office', 'phase', 'switchOff', '2027-06-30', '2027-06-30')],
};
const assumption = (key: string, value: number, published: AssumptionRange | null = null, isChanged = false) => ({ key, value, published, isChanged });

describe('assumptionRange', () => {
  it('is the share to either side where nobody published a range: 40.00 and 20 % are 32.00 to 48.00', () => {
    expect(assumptionRange(assumption('migration.mail', 4000), 20)).toEqual({ low: 3200, high: 4800 });
    expect(assumptionRange(assumption('migration.mail', -100), 20)).toEqual({ low: -120, high: -80 });
  });

  it('is the published one as long as the value is the one that was published', () => {
    const published = { low: 8000, high: 20_857 };
    expect(assumptionRange(assumption('migration.office', 8000, published), 20)).toEqual(published);
    expect(assumptionRange(assumption('migration.office', 10_000, published, true), 20)).toEqual({ low: 8000, high: 12_000 });
  });

  it('leaves out what is set and not estimated', () => {
    expect(assumptionRange(assumption('discount.rate', 0.9), 20)).toBeNull();
    expect(assumptionRange(assumption('range.share', 20), 20)).toBeNull();
  });
});

describe('costBand', () => {
  it('computes everything at the low ends, as it is, and at the high ends: 10 accounts at 4.00 to 6.00 are 40.00, 50.00, 60.00', () => {
    const plan = input({ timeline, assumptions: new Map([['migration.office', 500]]) });
    const { years, low, base, high } = costBand(plan, new Map([['migration.office', { low: 400, high: 600 }]]));
    expect(years).toEqual([2027, 2028, 2029]);
    expect([low, base, high].map((side) => side.totalsByYear)).toEqual([
      [4000, 0, 0],
      [5000, 0, 0],
      [6000, 0, 0],
    ]);
    expect(base.totalCents).toBe(computeCosts(plan).totalCents);
  });

  it('names the earliest and the latest break-even, and none where one end never pays', () => {
    const plan = input({
      timeline,
      items: [item('a', 'office', 36_500)],
      decisions: [{ itemId: 'a' as ItemId, strategy: 'replace' as const }],
      assumptions: new Map([['migration.office', 1825]]),
    });
    // 100 a day are saved from 1 July on: 18,250 once are back after 183 days; half of it and twice as much as well.
    const paid = costBand(plan, new Map([['migration.office', { low: 912.5, high: 3650 }]]));
    expect([paid.low.paybackOn, paid.base.paybackOn, paid.high.paybackOn]).toEqual([paid.paybackFrom, paid.base.paybackOn, paid.paybackUntil]);
    expect((paid.paybackFrom ?? '') < (paid.base.paybackOn ?? '')).toBe(true);
    expect((paid.base.paybackOn ?? '') < (paid.paybackUntil ?? '')).toBe(true);
    const lost = costBand(plan, new Map([['migration.office', { low: 1825, high: 1_000_000 }]]));
    expect([lost.paybackFrom, lost.paybackUntil]).toEqual([paid.base.paybackOn, null]);
    const never = costBand(input({ timeline, assumptions: plan.assumptions }), new Map());
    expect([never.paybackFrom, never.paybackUntil]).toEqual([null, null]);
    const freeAtBest = costBand(plan, new Map([['migration.office', { low: 0, high: 3650 }]]));
    expect([freeAtBest.low.paybackOn, freeAtBest.paybackFrom, freeAtBest.paybackUntil]).toEqual([null, paid.base.paybackOn, paid.paybackUntil]);
  });

  it('never lets a year cost less at the high ends than at the low ones', () => {
    const keys = ['migration.office', 'replacement.office', 'doubleRunning.office', 'support.account', 'price.increase'];
    const values = fc.tuple(...keys.map(() => fc.integer({ min: 0, max: 5000 })));
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (drawn, share) => {
        const assumptions = new Map(keys.map((key, index) => [key, key === 'price.increase' ? (drawn[index] ?? 0) / 500 : (drawn[index] ?? 0)]));
        const plan = input({
          timeline,
          items: [item('a', 'office', 36_500), item('b', 'office', 10_000)],
          decisions: [{ itemId: 'a' as ItemId, strategy: 'replace' as const }],
          assumptions,
        });
        const ranges = new Map([...assumptions].map(([key, value]) => [key, assumptionRange(assumption(key, value), share) as AssumptionRange]));
        const { low, base, high } = costBand(plan, ranges);
        for (const [year, cents] of base.totalsByYear.entries()) {
          expect(low.totalsByYear[year]).toBeLessThanOrEqual(cents);
          expect(high.totalsByYear[year]).toBeGreaterThanOrEqual(cents);
        }
      }),
      { numRuns: 60 },
    );
  });
});
