import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { cents } from '../../../core/domain/money.ts';
import { buildPlanReport } from '../../../core/report/buildPlanReport.ts';
import { costsByKind, cumulatedByKind, cumulatedCosts, savedWithTheMove } from '../../../core/report/costSeries.ts';
import { largestVendor } from '../../../core/report/largestVendor.ts';
import { moneyScale } from '../../../core/report/moneyScale.ts';
import type { ReportCosts, TrackRow } from '../../../core/report/planReport.ts';
import { quarterRows } from '../../../core/report/quarterRows.ts';
import { niceScale } from '../../../core/report/scale.ts';
import { sampleInput } from '../../support/sampleReport.ts';

describe('niceScale', () => {
  it('runs from 0 to 100 in steps of 20 for 87', () => {
    expect(niceScale(0, 87, 5)).toEqual({ from: 0, to: 100, ticks: [0, 20, 40, 60, 80, 100] });
  });

  it('is one step for nothing', () => {
    expect(niceScale(0, 0)).toEqual({ from: 0, to: 1, ticks: [0, 1] });
  });

  it('always holds the values and 0, in even steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom(1, 1000, 1_000_000),
        (low, span, divisor) => {
          const [smallest, largest] = [low / divisor, (low + span) / divisor];
          const { from, to, ticks } = niceScale(smallest, largest);
          const tolerance = (to - from) * 1e-8;
          expect(from).toBeLessThanOrEqual(Math.min(0, smallest) + tolerance);
          expect(to).toBeGreaterThanOrEqual(Math.max(0, largest) - tolerance);
          expect(ticks.some((tick) => Math.abs(tick) <= tolerance)).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(9);
          const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
          for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
        },
      ),
    );
  });
});

describe('costs', () => {
  const costs = buildPlanReport(sampleInput()).costs;

  it('by kind add up to the total of each year to the cent', () => {
    const groups = costsByKind(costs);
    for (const [year] of costs.years.entries()) expect(groups.reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0)).toBe(costs.totalsByYear[year]);
    expect(groups.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(costs.totalCents);
  });

  it('cumulated: 300 then 100 a year against 200 a year meet at the end of the second', () => {
    const simple: ReportCosts = {
      ...costs,
      years: [2027, 2028],
      totalsByYear: [cents(300), cents(100)],
      stayByYear: [cents(200), cents(200)],
      paybackOn: isoDate('2028-12-31'),
    };
    const { plan, stay, breakEven } = cumulatedCosts(simple);
    expect(plan).toEqual([0, 300, 400]);
    expect(stay).toEqual([0, 200, 400]);
    expect(breakEven?.on).toBe('2028-12-31');
    expect(breakEven?.years).toBeCloseTo(2, 2);
    expect(breakEven?.cents).toBe(400);
  });

  it('cumulated by kind add up to the cumulated plan at the end of each year', () => {
    const kinds = cumulatedByKind(costs);
    expect(kinds.length).toBeGreaterThan(1);
    for (const [year, sum] of cumulatedCosts(costs).plan.entries()) expect(kinds.reduce((total, { sums }) => total + (sums[year] ?? 0), 0)).toBe(sum);
  });

  it('saved: 300 with the move in a year that costs 200 without it saves -100', () => {
    const simple = {
      ...costs,
      totalsByYear: [cents(300), cents(100)],
      totalCents: cents(400),
      stayByYear: [cents(200), cents(200)],
      stayTotalCents: cents(400),
    };
    expect(savedWithTheMove(simple)).toEqual({ byYear: [-100, 100], totalCents: 0 });
  });

  it('on an axis count thousands for one and a half million, millions from two million on', () => {
    expect(moneyScale(0, 150_000_000)).toEqual({ euroPerUnit: 1000, from: 0, to: 1500, ticks: [0, 250, 500, 750, 1000, 1250, 1500] });
    expect(moneyScale(0, 200_000_000)).toMatchObject({ euroPerUnit: 1_000_000, to: 2 });
    expect(moneyScale(0, 199_900)).toMatchObject({ euroPerUnit: 1, to: 2000 });
  });

  it('mark no break-even that lies outside the years', () => {
    expect(cumulatedCosts({ ...costs, paybackOn: isoDate('2040-01-01') }).breakEven).toBeNull();
    expect(cumulatedCosts({ ...costs, paybackOn: null }).breakEven).toBeNull();
  });
});

describe('quarterRows', () => {
  const track = (finishes: readonly (string | null)[]): TrackRow =>
    ({ key: 'mail', waves: finishes.map((finishesOn) => ({ accounts: 200, finishesOn })) }) as unknown as TrackRow;

  it('count a wave in the quarter of its last day and keep quiet quarters', () => {
    expect(quarterRows([track(['2027-03-31', '2027-10-01', null])]).map(({ year, quarter, total }) => [year, quarter, total])).toEqual([
      [2027, 1, 200],
      [2027, 2, 0],
      [2027, 3, 0],
      [2027, 4, 200],
    ]);
  });
});

describe('largestVendor', () => {
  const item = (vendor: string, cost: number | null) =>
    ({ vendor, annualCostCents: cost === null ? null : cents(cost) }) as Parameters<typeof largestVendor>[0][number];

  it('takes its part of the known cost', () => {
    expect(largestVendor([item('A', 6000), item('B', 4000), item('B', null)])).toEqual({ vendor: 'A', share: 0.6 });
    expect(largestVendor([item('A', null)])).toBeNull();
  });
});
