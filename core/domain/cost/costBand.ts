import type { IsoDate } from '../calendar.ts';
import { hasNothingToPayBack } from './appraise.ts';
import { computeCosts } from './computeCosts.ts';
import type { CostInput, Costs } from './costInput.ts';

/** The lowest and the highest value that an assumption may take. */
export type AssumptionRange = { readonly low: number; readonly high: number };

/** What a plan costs when every assumption stands at the same end of its range. */
export type BandSide = Pick<Costs, 'totalsByYear' | 'totalCents' | 'stayByYear' | 'stayTotalCents' | 'paybackOn'>;

export type CostBand = {
  readonly years: readonly number[];
  readonly low: BandSide;
  readonly base: BandSide;
  readonly high: BandSide;
  /**
   * The earliest and the latest of the three break-evens. Null is not within these years: the first when none is, the second
   * when one is not. A side that has nothing to pay back has no break-even and counts for neither.
   */
  readonly paybackFrom: IsoDate | null;
  readonly paybackUntil: IsoDate | null;
};

/** How wide ranges are, in per cent to either side, where nobody published one: an assumption itself. */
export const rangeShareKey = 'range.share';

/** A rate that a ministry prescribes and a width: both are set, not estimated, so neither has a range of its own. */
const withoutRange: ReadonlySet<string> = new Set(['discount.rate', rangeShareKey]);

/**
 * The range of each assumption: the published one where the value is the template's, otherwise the value more or less
 * `sharePercent`. A value that its owner changed is the owner's own estimate, and what was published about another one
 * says nothing about it. The discount rate has no range.
 *
 * Example: 40.00 without a published range and 20 % is 32.00 to 48.00.
 */
export function assumptionRange(
  assumption: { readonly key: string; readonly value: number; readonly isChanged: boolean; readonly published: AssumptionRange | null },
  sharePercent: number,
): AssumptionRange | null {
  if (withoutRange.has(assumption.key)) return null;
  if (assumption.published !== null && !assumption.isChanged) return { low: assumption.published.low, high: assumption.published.high };
  const ends = [assumption.value * (1 - sharePercent / 100), assumption.value * (1 + sharePercent / 100)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/**
 * What the plan costs with every assumption at its low end, as it is, and at its high end, over the same years.
 *
 * All assumptions move together. That they are all too low or all too high at once is less likely than that some cancel
 * others out, so the band is wider than any spread one would expect: it is a range, not a probability. The price increase
 * of licences moves with them, on both sides of the comparison, so the break-even at an end is not a matter of the
 * plan's costs alone. Dates, accounts, contracts and their prices are the plan's in all three.
 *
 * Example: 10 accounts at 5.00 each, ranging from 4.00 to 6.00, cost 40.00, 50.00 and 60.00.
 */
export function costBand(input: CostInput, ranges: ReadonlyMap<string, AssumptionRange>): CostBand {
  const base = computeCosts(input);
  const at = (end: keyof AssumptionRange): BandSide => {
    const assumptions = new Map([...input.assumptions].map(([key, value]) => [key, ranges.get(key)?.[end] ?? value]));
    return sideOf(computeCosts({ ...input, assumptions }));
  };
  const [low, high] = [at('low'), at('high')];
  const paybacks = [low, base, high].filter((side) => !hasNothingToPayBack(side)).map((side) => side.paybackOn);
  const known = paybacks.filter((day) => day !== null).sort();
  return {
    years: base.years,
    low,
    base: sideOf(base),
    high,
    paybackFrom: known[0] ?? null,
    paybackUntil: known.length === paybacks.length ? (known[known.length - 1] ?? null) : null,
  };
}

function sideOf({ totalsByYear, totalCents, stayByYear, stayTotalCents, paybackOn }: Costs): BandSide {
  return { totalsByYear, totalCents, stayByYear, stayTotalCents, paybackOn };
}
