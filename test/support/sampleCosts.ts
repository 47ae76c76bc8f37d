import { addDays, type IsoDate, isoDate } from '../../core/domain/calendar.ts';
import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import type { Contract } from '../../core/domain/inventory/inventory.ts';
import { type Cents, cents, sumCents } from '../../core/domain/money.ts';
import type { CostKind, ReportAssumption, ReportCosts, ReportItem } from '../../core/report/planReport.ts';

/** Made-up costs that add up, of which the old licences fade while the new solutions grow. */
export function sampleCosts(
  items: readonly ReportItem[],
  assumptions: readonly ReportAssumption[],
  contracts: readonly Contract[],
  tracks: readonly TrackKey[],
): ReportCosts {
  const years = [2027, 2028, 2029, 2030, 2031, 2032];
  const yearly = sumCents(items.flatMap(({ annualCostCents }) => (annualCostCents === null ? [] : [annualCostCents])));
  const shape: Record<CostKind, readonly number[]> = {
    licence: [1, 0.72, 0.3, 0.18, 0.18, 0.18],
    replacement: [0.05, 0.18, 0.25, 0.25, 0.25, 0.25],
    migration: [0.3, 0.35, 0.1, 0, 0, 0],
    training: [0.12, 0.2, 0.08, 0, 0, 0],
    doubleRunning: [0.02, 0.08, 0.04, 0, 0, 0],
  };
  const lines = (Object.keys(shape) as CostKind[]).flatMap((kind) =>
    tracks.map((track, index) => {
      const byYear = shape[kind].map((factor) => cents(Math.round((yearly * factor * (index + 1)) / 36)));
      return { track, kind, byYear, totalCents: sumCents(byYear) };
    }),
  );
  const totalsByYear = years.map((_, year) => sumCents(lines.map(({ byYear }) => byYear[year] as Cents)));
  const stayByYear = years.map((_, year) => cents(Math.round(yearly * 1.03 ** year)));
  const totalCents = sumCents(totalsByYear);
  const stayTotalCents = sumCents(stayByYear);
  return {
    firstYear: 2027,
    years,
    lines,
    totalsByYear,
    totalCents,
    stayByYear,
    stayTotalCents,
    netPresentValueCents: cents(Math.round((stayTotalCents - totalCents) * 0.9)),
    discountRatePercent: 2.5,
    paybackOn: crossing(years, totalsByYear, stayByYear),
    missedRenewals: contracts.slice(0, 2).map((contract) => ({
      contractId: contract.id,
      name: contract.name,
      renewsOn: contract.endsOn as IsoDate,
      decideBy: addDays(contract.endsOn as IsoDate, -90),
      lastWaveFinishesOn: isoDate('2027-12-03'),
      costCents: contract.annualCostCents ?? cents(0),
    })),
    itemsWithoutCost: items.filter(({ annualCostCents }) => annualCostCents === null).length,
    assumptions,
    problems: [],
  };
}

/** The day on which the plan's sum falls below that of staying, straight within the year. */
function crossing(years: readonly number[], plan: readonly Cents[], stay: readonly Cents[]): IsoDate | null {
  let ahead = 0;
  for (const [index, year] of years.entries()) {
    const next = ahead + (plan[index] ?? 0) - (stay[index] ?? 0);
    if (ahead > 0 && next <= 0) return addDays(isoDate(`${year}-01-01`), Math.floor((ahead / (ahead - next)) * 365));
    ahead = next;
  }
  return null;
}
