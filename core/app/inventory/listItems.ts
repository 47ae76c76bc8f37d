import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ItemId } from '../../domain/ids.ts';
import { type ItemSupport, type SupportState, supportStateOf } from '../../domain/inventory/itemSupport.ts';
import type { ItemFilter, ItemOrder, ListedItem, Page, PlanReader } from '../../ports/planStore.ts';
import { sourceOfClaim } from '../catalogue/claimLines.ts';
import { type AppContext, openStore } from '../context.ts';
import { itemSupports } from './itemSupports.ts';

type Supports = ReadonlyMap<ItemId, ItemSupport>;
type Filter = Omit<ItemFilter, 'ids'> & Pick<Parsed<'inventory.listItems'>, 'support'>;
type Order = { readonly by: Parsed<'inventory.listItems'>['sort']; readonly direction: ItemOrder['direction'] };
const all: Page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
const byName: ItemOrder = { by: 'name', direction: 'ascending' };

export function listItems(context: AppContext, input: Parsed<'inventory.listItems'>): Output<'inventory.listItems'> {
  const { sort, direction, offset, limit, ...filter } = input;
  return openStore(context).read((reader) => {
    const supports = itemSupports(context, reader);
    const { total, items } = pageOf(reader, supports, filter, { by: sort, direction }, { offset, limit });
    return { total, items: items.map((item) => itemLine(context, supports, item)) };
  });
}

export function listItemIds(context: AppContext, input: Parsed<'inventory.listItemIds'>): Output<'inventory.listItemIds'> {
  const { sort, direction, offset, limit, ...filter } = input;
  return openStore(context).read((reader) => [
    ...idsOf(reader, itemSupports(context, reader), filter, { by: sort, direction }, { offset, limit: limit ?? Number.MAX_SAFE_INTEGER }),
  ]);
}

export function countItems(context: AppContext, input: Parsed<'inventory.countItems'>): Output<'inventory.countItems'> {
  const { contractsEnding, supportEnding, ...filter } = input;
  return openStore(context).read((reader) => {
    const supports = itemSupports(context, reader);
    const counts = reader.itemCounts(storedFilter(reader, supports, filter), contractsEnding);
    const support: Record<SupportState, number> = { ended: 0, endsWithin: 0, later: 0, unknown: 0 };
    for (const id of reader.itemIds(storedFilter(reader, supports, { ...filter, support: undefined }), byName, all)) {
      support[supportStateOf(endOf(supports, id), supportEnding)]++;
    }
    return { ...counts, tracks: [...counts.tracks], vendors: [...counts.vendors], strategies: { ...counts.strategies }, support };
  });
}

export function getItem(context: AppContext, { itemId }: Parsed<'inventory.getItem'>): Output<'inventory.getItem'> {
  return openStore(context).read((reader) => {
    const item = reader.item(itemId);
    if (!item) throw new AppError('notFound', 'app.itemUnknown', { params: { item: itemId } });
    const decision = reader.decisions().find((one) => one.itemId === itemId) ?? null;
    const track = reader.timeline().tracks.find((one) => one.id === item.trackId)?.key ?? null;
    const listed = { ...item, track, strategy: decision?.strategy ?? 'undecided', replacementId: decision?.replacementId ?? null } as const;
    return {
      item: itemLine(context, itemSupports(context, reader), listed),
      contracts: reader.contracts().filter((contract) => contract.itemId === itemId),
      decision: decision && { ...decision, reasons: decision.reasons.map(({ messageKey, params }) => ({ messageKey, params: { ...params } })) },
    };
  });
}

const endOf = (supports: Supports, id: ItemId) => supports.get(id)?.claim.value.date ?? null;

/** The plan file knows no end of support, the catalogue does: what fits is handed in by its ids. */
function storedFilter(reader: PlanReader, supports: Supports, { support, ...filter }: Filter): ItemFilter {
  if (support === undefined) return filter;
  const fits = (id: ItemId) => support.is.includes(supportStateOf(endOf(supports, id), support));
  return { ...filter, ids: reader.itemIds({}, byName, all).filter(fits) };
}

function idsOf(reader: PlanReader, supports: Supports, filter: Filter, { by, direction }: Order, page: Page): readonly ItemId[] {
  const stored = storedFilter(reader, supports, filter);
  if (by !== 'supportEnds') return reader.itemIds(stored, { by, direction }, page);
  // By name first: items that end on one day stay in the order of their names. The unknown comes last in both directions.
  const sign = direction === 'ascending' ? 1 : -1;
  const ids = reader.itemIds(stored, byName, all).map((id) => ({ id, endsOn: endOf(supports, id) }));
  ids.sort((one, other) => {
    if (one.endsOn === other.endsOn) return 0;
    if (one.endsOn === null || other.endsOn === null) return one.endsOn === null ? 1 : -1;
    return one.endsOn < other.endsOn ? -sign : sign;
  });
  return ids.slice(page.offset, page.offset + page.limit).map(({ id }) => id);
}

function pageOf(
  reader: PlanReader,
  supports: Supports,
  filter: Filter,
  order: Order,
  page: Page,
): { readonly total: number; readonly items: readonly ListedItem[] } {
  const { by, direction } = order;
  const stored = storedFilter(reader, supports, filter);
  if (by !== 'supportEnds') return reader.items(stored, { by, direction }, page);
  const { total } = reader.items(stored, byName, { offset: 0, limit: 1 });
  const ids = idsOf(reader, supports, filter, order, page);
  const rows = new Map(reader.items({ ids }, byName, all).items.map((item) => [item.id, item]));
  return { total, items: ids.flatMap((id) => rows.get(id) ?? []) };
}

function itemLine(context: AppContext, supports: Supports, item: ListedItem): Output<'inventory.listItems'>['items'][number] {
  const { products } = context.catalogue.catalogue;
  const nameOf = (id: ListedItem['productId']) => (id === null ? null : (products.get(id)?.name ?? id));
  return { ...item, productName: nameOf(item.productId), replacementName: nameOf(item.replacementId), support: supportLine(context, supports.get(item.id)) };
}

function supportLine(context: AppContext, support: ItemSupport | undefined): Output<'inventory.listItems'>['items'][number]['support'] {
  if (support === undefined) return null;
  const { claim, installations, of, unknown } = support;
  return { endsOn: claim.value.date, cycle: claim.value.cycle, installations, of, unknown, ...sourceOfClaim(context.catalogue.catalogue, claim) };
}
