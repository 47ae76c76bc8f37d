import { type IsoDate, toDayNumber } from '../domain/calendar.ts';
import type { TrackKey } from '../domain/catalogue/catalogue.ts';
import { type Cents, cents, sumCents } from '../domain/money.ts';
import { type CostKind, costKinds, type ReportCosts } from './planReport.ts';

export type CostGroup = {
  readonly kind: CostKind;
  readonly byYear: readonly Cents[];
  readonly totalCents: Cents;
  /** A null track holds what no track can be charged with. */
  readonly tracks: readonly { readonly track: TrackKey | null; readonly byYear: readonly Cents[]; readonly totalCents: Cents }[];
};

/** Costs by kind, each with its tracks; kinds without any cost are left out. Sums are exact to the cent. */
export function costsByKind(costs: ReportCosts): CostGroup[] {
  return costKinds.flatMap((kind): CostGroup[] => {
    const lines = costs.lines.filter((line) => line.kind === kind && line.byYear.some((amount) => amount !== 0));
    if (lines.length === 0) return [];
    return [
      {
        kind,
        byYear: costs.years.map((_, year) => sumCents(lines.map((line) => line.byYear[year] ?? cents(0)))),
        totalCents: sumCents(lines.map(({ totalCents }) => totalCents)),
        tracks: lines.map(({ track, byYear, totalCents }) => ({ track, byYear, totalCents })),
      },
    ];
  });
}

/**
 * What staying costs more than moving, in each year and together; negative where the move costs more.
 *
 * Example: 300 with the move in a year that would cost 200 without it saves −100.
 */
export function savedWithTheMove(costs: Pick<ReportCosts, 'totalsByYear' | 'totalCents' | 'stayByYear' | 'stayTotalCents'>): {
  readonly byYear: readonly Cents[];
  readonly totalCents: Cents;
} {
  return {
    byYear: costs.stayByYear.map((stay, year) => cents(stay - (costs.totalsByYear[year] ?? 0))),
    totalCents: cents(costs.stayTotalCents - costs.totalCents),
  };
}

/**
 * Each kind's costs added up to the end of each year, in the order of `costsByKind`: 0 first, then year by year.
 *
 * Example: 300 then 100 a year are 0, 300, 400.
 */
export function cumulatedByKind(costs: ReportCosts): readonly { readonly kind: CostKind; readonly sums: readonly Cents[] }[] {
  return costsByKind(costs).map(({ kind, byYear }) => ({ kind, sums: cumulate(byYear) }));
}

/** What all missed renewals cost together; of two of 120.00 and 126.00 it is 246.00. */
export function totalOfMissed(missed: ReportCosts['missedRenewals']): Cents {
  return sumCents(missed.map(({ costCents }) => costCents));
}

export type CumulatedCosts = {
  /** Ends of years since the start: 0 before the first year, then the sum up to the end of each year. */
  readonly plan: readonly Cents[];
  readonly stay: readonly Cents[];
  /** Where the plan becomes cheaper: years since the first of January of the first year, and the amount spent by then. */
  readonly breakEven: { readonly on: IsoDate; readonly years: number; readonly cents: number } | null;
};

/**
 * What the plan and staying cost together up to the end of each year. The break-even lies on the day that the costs
 * name; its amount is read off the plan's line, straight within a year.
 *
 * Example: 300 then 100 a year against 200 and 200 gives plan 0, 300, 400 and stay 0, 200, 400.
 */
export function cumulatedCosts(costs: ReportCosts): CumulatedCosts {
  const plan = cumulate(costs.totalsByYear);
  const stay = cumulate(costs.stayByYear);
  if (costs.paybackOn === null || costs.years.length === 0) return { plan, stay, breakEven: null };
  const year = Number(costs.paybackOn.slice(0, 4));
  const index = year - (costs.years[0] as number);
  if (index < 0 || index >= costs.years.length) return { plan, stay, breakEven: null };
  const firstDay = toDayNumber(`${year}-01-01` as IsoDate);
  const share = (toDayNumber(costs.paybackOn) - firstDay) / (toDayNumber(`${year + 1}-01-01` as IsoDate) - firstDay);
  const before = plan[index] ?? 0;
  return { plan, stay, breakEven: { on: costs.paybackOn, years: index + share, cents: Math.round(before + ((plan[index + 1] ?? before) - before) * share) } };
}

/** Sums up to the end of each year, 0 first: of 300 and 100 they are 0, 300, 400. */
export function cumulate(amounts: readonly Cents[]): Cents[] {
  let sum = 0;
  const sums = [cents(0)];
  for (const amount of amounts) {
    sum += amount;
    sums.push(cents(sum));
  }
  return sums;
}
