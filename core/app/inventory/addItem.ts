import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { TrackKey } from '../../domain/catalogue/catalogue.ts';
import type { ProductId, TrackId } from '../../domain/ids.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';

export function addItem(context: AppContext, input: Parsed<'inventory.addItem'>): Output<'inventory.addItem'> {
  return runCommand(context, 'inventory.addItem', input, (writer) => {
    const itemId = context.ids.next<'item'>();
    const { name, productId, vendor, track, installations, seats, accounts, annualCostCents } = input;
    const trackId = track === undefined ? trackOfProduct(context, writer, productId) : trackOfKey(writer, track);
    const twice = writer.allItems().find((item) => sameText(item.name, name) || (productId !== null && item.productId === productId));
    if (twice) throw new AppError('conflict', 'app.itemExists', { params: { name: twice.name } });
    writer.insertItems([{ id: itemId, name, productId, vendor, trackId, installations, seats, accounts, annualCostCents, importId: null }]);
    return { result: { itemId }, label: { labelKey: 'history.addItem', params: { name } }, changed: 1 };
  });
}

/** The plan's track on which a product moves; null for none, and for a track that the plan leaves out. */
export function trackOfProduct(context: AppContext, reader: PlanReader, productId: ProductId | null): TrackId | null {
  if (productId === null) return null;
  const product = context.catalogue.catalogue.products.get(productId);
  if (!product) throw new AppError('notFound', 'app.productUnknown', { params: { product: productId } });
  return reader.timeline().tracks.find((track) => track.key === product.track)?.id ?? null;
}

export function trackOfKey(reader: PlanReader, key: TrackKey | null): TrackId | null {
  if (key === null) return null;
  const found = reader.timeline().tracks.find((track) => track.key === key);
  if (!found) throw new AppError('notFound', 'app.trackUnknown', { params: { track: key } });
  return found.id;
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
