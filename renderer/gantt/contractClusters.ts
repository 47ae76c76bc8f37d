import { type IsoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { ContractId } from '../../core/domain/ids.ts';
import { type GanttScale, xOf } from './ganttScale.ts';

export type ContractDay = { readonly contractId: ContractId; readonly name: string; readonly decideBy: IsoDate; readonly endsOn: IsoDate };

/** Contracts whose marks would touch each other, drawn as one. */
type ContractCluster = {
  readonly kind: 'decision' | 'end';
  readonly x: number;
  /** So near the chart's last day that its count stands before it, or it would be cut. */
  readonly isAtEdge: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** One of them renews or ends before what it is for is switched off. */
  readonly isAtRisk: boolean;
  readonly contracts: readonly ContractDay[];
};

/** One term of one contract. */
export function termKey({ contractId, decideBy }: Pick<ContractDay, 'contractId' | 'decideBy'>): string {
  return `${contractId} ${decideBy}`;
}

/** A flag or a diamond without its count, in pixels. */
const shapeWidth = 16;

/** What a mark and the count beside it take, in pixels; with two digits also the least that a finger can meet. */
function markWidth(count: number): number {
  return 28 + 8 * Math.max(0, String(count).length - 2);
}

/**
 * Flags for the last days to decide and diamonds for the ends of terms, each kind in order of its days; marks that would
 * touch are one with a count. Marks outside the chart are left out.
 *
 * Example: at 1 pixel a day, decisions of 1, 9 and 90 days from the edge are a flag of two contracts and one of one.
 */
export function contractClusters(
  decisions: readonly ContractDay[],
  atRisk: ReadonlySet<string>,
  scale: GanttScale,
  kind: ContractCluster['kind'],
): readonly ContractCluster[] {
  const dayOf = (contract: ContractDay) => (kind === 'decision' ? contract.decideBy : contract.endsOn);
  const sorted = [...decisions].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0));
  const clusters: { x: number; from: IsoDate; to: IsoDate; isAtRisk: boolean; contracts: ContractDay[] }[] = [];
  for (const contract of sorted) {
    const x = xOf(scale, toDayNumber(dayOf(contract)));
    if (x < 0 || x >= scale.days * scale.pxPerDay) continue;
    const last = clusters[clusters.length - 1];
    if (last && x - last.x < markWidth(last.contracts.length)) {
      last.contracts.push(contract);
      last.to = dayOf(contract);
      last.isAtRisk ||= atRisk.has(termKey(contract));
    } else clusters.push({ x, from: dayOf(contract), to: dayOf(contract), isAtRisk: atRisk.has(termKey(contract)), contracts: [contract] });
  }
  const isAtEdge = ({ x, contracts }: { readonly x: number; readonly contracts: readonly ContractDay[] }) =>
    x > scale.days * scale.pxPerDay - markWidth(contracts.length);
  const edge = clusters.at(-1);
  const before = clusters.at(-2);
  // A count that stands before its mark needs the room there.
  if (edge && before && isAtEdge(edge) && edge.x - before.x < markWidth(before.contracts.length) + markWidth(edge.contracts.length) - shapeWidth) {
    clusters.splice(-2, 2, { ...before, to: edge.to, isAtRisk: before.isAtRisk || edge.isAtRisk, contracts: [...before.contracts, ...edge.contracts] });
  }
  return clusters.map((cluster) => ({ kind, ...cluster, isAtEdge: isAtEdge(cluster) }));
}
