import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ListedItem } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';

export function listItems(context: AppContext, input: Parsed<'inventory.listItems'>): Output<'inventory.listItems'> {
  const { sort, direction, offset, limit, ...filter } = input;
  const { total, items } = openStore(context).read((reader) => reader.items(filter, { by: sort, direction }, { offset, limit }));
  return { total, items: items.map((item) => itemLine(context, item)) };
}

export function listItemIds(context: AppContext, input: Parsed<'inventory.listItemIds'>): Output<'inventory.listItemIds'> {
  const { sort, direction, offset, limit, ...filter } = input;
  return [...openStore(context).read((reader) => reader.itemIds(filter, { by: sort, direction }, { offset, limit: limit ?? Number.MAX_SAFE_INTEGER }))];
}

export function countItems(context: AppContext, input: Parsed<'inventory.countItems'>): Output<'inventory.countItems'> {
  const { contractsEnding, ...filter } = input;
  const counts = openStore(context).read((reader) => reader.itemCounts(filter, contractsEnding));
  return { ...counts, tracks: [...counts.tracks], vendors: [...counts.vendors], strategies: { ...counts.strategies } };
}

export function getItem(context: AppContext, { itemId }: Parsed<'inventory.getItem'>): Output<'inventory.getItem'> {
  return openStore(context).read((reader) => {
    const item = reader.item(itemId);
    if (!item) throw new AppError('notFound', 'app.itemUnknown', { params: { item: itemId } });
    const decision = reader.decisions().find((one) => one.itemId === itemId) ?? null;
    const track = reader.timeline().tracks.find((one) => one.id === item.trackId)?.key ?? null;
    return {
      item: itemLine(context, { ...item, track, strategy: decision?.strategy ?? 'undecided', replacementId: decision?.replacementId ?? null }),
      contracts: reader.contracts().filter((contract) => contract.itemId === itemId),
      decision: decision && { ...decision, reasons: decision.reasons.map(({ messageKey, params }) => ({ messageKey, params: { ...params } })) },
    };
  });
}

function itemLine(context: AppContext, item: ListedItem): Output<'inventory.listItems'>['items'][number] {
  const { products } = context.catalogue.catalogue;
  const nameOf = (id: ListedItem['productId']) => (id === null ? null : (products.get(id)?.name ?? id));
  return { ...item, productName: nameOf(item.productId), replacementName: nameOf(item.replacementId) };
}
