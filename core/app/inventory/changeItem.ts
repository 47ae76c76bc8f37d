import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { trackOfKey, trackOfProduct } from './addItem.ts';

export function changeItem(context: AppContext, input: Parsed<'inventory.changeItem'>): Output<'inventory.changeItem'> {
  return runCommand(context, 'inventory.changeItem', input, (writer) => {
    const item = writer.item(input.itemId);
    if (!item) throw new AppError('notFound', 'app.itemUnknown', { params: { item: input.itemId } });
    const productId = input.productId === undefined ? item.productId : input.productId;
    const ownTrack = input.productId === undefined || input.productId === item.productId ? item.trackId : trackOfProduct(context, writer, productId);
    const name = input.name ?? item.name;
    writer.updateItem({
      ...item,
      name,
      productId,
      vendor: input.vendor ?? item.vendor,
      trackId: input.track === undefined ? ownTrack : trackOfKey(writer, input.track),
      installations: input.installations ?? item.installations,
      seats: input.seats ?? item.seats,
      accounts: input.accounts ?? item.accounts,
      annualCostCents: input.annualCostCents === undefined ? item.annualCostCents : input.annualCostCents,
    });
    return { result: {}, label: { labelKey: 'history.changeItem', params: { name } }, changed: 1 };
  });
}
