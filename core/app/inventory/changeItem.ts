import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { trackOfProduct } from './addItem.ts';

export function changeItem(context: AppContext, input: Parsed<'inventory.changeItem'>): Output<'inventory.changeItem'> {
  return runCommand(context, 'inventory.changeItem', input, (writer) => {
    const item = writer.item(input.itemId);
    if (!item) throw new AppError('notFound', 'app.itemUnknown', { params: { item: input.itemId } });
    const productId = input.productId === undefined ? item.productId : input.productId;
    writer.updateItem({
      ...item,
      productId,
      trackId: input.productId === undefined ? item.trackId : trackOfProduct(context, writer, productId),
      seats: input.seats ?? item.seats,
      accounts: input.accounts ?? item.accounts,
      annualCostCents: input.annualCostCents === undefined ? item.annualCostCents : input.annualCostCents,
    });
    return { result: {}, label: { labelKey: 'history.changeItem', params: { name: item.name } }, changed: 1 };
  });
}
