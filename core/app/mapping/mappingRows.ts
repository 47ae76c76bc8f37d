import type { Output } from '../../contract/contract.ts';
import type { Item } from '../../domain/inventory/inventory.ts';
import { sortKey } from '../../domain/sortKey.ts';
import type { Decision } from '../../domain/mapping/decision.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

export type MappingRow = Output<'mapping.list'>['rows'][number];

/** Every item with what becomes of it; an item about which nothing is decided is undecided, not left out. */
export function mappingRows(context: AppContext, reader: PlanReader, decisions: readonly Decision[] = reader.decisions()): MappingRow[] {
  const byItem = new Map(decisions.map((decision) => [decision.itemId, decision]));
  const trackKeys = new Map(reader.timeline().tracks.map((track) => [track.id, track.key]));
  return reader.allItems().map((item) => mappingRow(context, item, byItem.get(item.id), item.trackId === null ? null : (trackKeys.get(item.trackId) ?? null)));
}

function mappingRow(context: AppContext, item: Item, decision: Decision | undefined, track: MappingRow['track']): MappingRow {
  const { products } = context.catalogue.catalogue;
  const product = item.productId === null ? undefined : products.get(item.productId);
  const replacementId = decision?.replacementId ?? null;
  return {
    itemId: item.id,
    itemName: item.name,
    productId: item.productId,
    productName: product?.name ?? null,
    vendor: item.vendor,
    track: track ?? product?.track ?? null,
    strategy: decision?.strategy ?? 'undecided',
    replacementId,
    replacementName: replacementId === null ? null : (products.get(replacementId)?.name ?? replacementId),
    reasons: (decision?.reasons ?? []).map(({ messageKey, params }) => ({ messageKey, params: { ...params } })),
    isOverridden: decision?.isOverridden ?? false,
    note: decision?.note ?? '',
    blockers: (product?.blockers ?? []).map((claim) => claim.value),
    installations: item.installations,
    seats: item.seats,
    accounts: item.accounts,
    annualCostCents: item.annualCostCents,
  };
}

/** Figures from the largest, names from A, unless the direction says otherwise; unknown costs always last; equal rows by name, so that pages do not overlap. */
export function sortRows(
  rows: readonly MappingRow[],
  by: 'accounts' | 'annualCostCents' | 'name',
  direction: 'ascending' | 'descending' = by === 'name' ? 'ascending' : 'descending',
): MappingRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = new Map(rows.map((row) => [row, sortKey(row.itemName)]));
  const keyOf = (row: MappingRow) => keys.get(row) ?? '';
  const byName = (one: MappingRow, other: MappingRow) =>
    compare(keyOf(one), keyOf(other)) || compare(one.itemName, other.itemName) || compare(one.itemId, other.itemId);
  return [...rows].sort((one, other) => {
    if (by === 'accounts') return sign * (one.accounts - other.accounts || one.installations - other.installations) || byName(one, other);
    if (by === 'name') return sign * byName(one, other);
    if (one.annualCostCents === null || other.annualCostCents === null) {
      return Number(one.annualCostCents === null) - Number(other.annualCostCents === null) || byName(one, other);
    }
    return sign * (one.annualCostCents - other.annualCostCents) || byName(one, other);
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
