import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { type NameRule, withNameRules } from '../../domain/catalogue/nameRules.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { applyNameRules } from './applyNameRules.ts';

export function assignNames(context: AppContext, input: Parsed<'inventory.assignNames'>): Output<'inventory.assignNames'> {
  const product = context.catalogue.catalogue.products.get(input.productId);
  if (!product) throw new AppError('notFound', 'app.productUnknown', { params: { product: input.productId } });
  return runCommand(context, 'inventory.assignNames', input, (writer) => {
    const rules = input.names.map(({ rawName, publisher }): NameRule => {
      const effect = { kind: 'product', productId: product.id } as const;
      return { id: context.ids.next<'nameRule'>(), pattern: 'exact', text: rawName, publisher, effect };
    });
    const changed = applyNameRules(context, writer, withNameRules(writer.nameRules(), rules));
    return outcome('history.assignNames', { name: input.names[0]?.rawName ?? '', names: changed, product: product.name }, changed);
  });
}
