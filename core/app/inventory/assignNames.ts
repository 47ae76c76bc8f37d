import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { createMatcher, type UserRule } from '../../domain/catalogue/matchNames.ts';
import { assignNames as assign } from '../../domain/inventory/assignNames.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { trackOfProduct } from './addItem.ts';

export function assignNames(context: AppContext, input: Parsed<'inventory.assignNames'>): Output<'inventory.assignNames'> {
  const { catalogue } = context.catalogue;
  const product = catalogue.products.get(input.productId);
  if (!product) throw new AppError('notFound', 'app.productUnknown', { params: { product: input.productId } });
  const rules = input.names.map((name): UserRule => ({ ...name, productId: product.id }));
  const matcher = createMatcher([], rules);
  const ruleByAlias = new Map(rules.map((rule) => [rule.rawName, rule]));
  return runCommand(context, 'inventory.assignNames', input, (writer) => {
    const named = {
      id: product.id,
      name: product.name,
      vendorName: catalogue.providers.get(product.vendor)?.name ?? product.vendor,
      trackId: trackOfProduct(context, writer, product.id),
    };
    const result = assign(
      { rawNames: writer.allRawNames(), items: writer.allItems(), contracts: writer.contracts() },
      named,
      (name) => {
        const match = matcher.match(name);
        return match.kind === 'matched' && match.rule === 'userRule' ? (ruleByAlias.get(match.alias) ?? null) : null;
      },
      () => context.ids.next<'item'>(),
    );
    if (result.newItem) writer.insertItems([result.newItem]);
    for (const item of result.changedItems) writer.updateItem(item);
    if (result.target !== null) writer.moveSaidInstallations(result.movedNames, result.target);
    writer.upsertRawNames(result.rawNames);
    for (const contract of result.changedContracts) writer.updateContract(contract);
    if (result.removedItems.length > 0) writer.removeItems(result.removedItems);
    const changed = result.rawNames.length;
    return outcome('history.assignNames', { name: input.names[0]?.rawName ?? '', names: changed, product: product.name }, changed);
  });
}
