import type { ReportItem } from './planReport.ts';

/**
 * The vendor with the largest part of the known yearly cost, and that part, 0 to 1. Items without a known cost or
 * vendor are not counted; null where nothing is known.
 *
 * Example: 60 € of one vendor and 40 € of another give the first with 0.6.
 */
export function largestVendor(items: readonly ReportItem[]): { readonly vendor: string; readonly share: number } | null {
  const costs = new Map<string, number>();
  let total = 0;
  for (const { vendor, annualCostCents } of items) {
    if (annualCostCents === null || annualCostCents <= 0) continue;
    total += annualCostCents;
    if (vendor !== '') costs.set(vendor, (costs.get(vendor) ?? 0) + annualCostCents);
  }
  const [largest] = [...costs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return largest === undefined ? null : { vendor: largest[0], share: largest[1] / total };
}
