import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { Decision } from '../../domain/mapping/decision.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function decide(context: AppContext, input: Parsed<'mapping.decide'>): Output<'mapping.decide'> {
  const { strategy, replacementId, note } = input;
  if (strategy === 'replace' && replacementId === null) throw new AppError('invalid', 'app.replacementMissing');
  if (replacementId !== null && !context.catalogue.catalogue.products.has(replacementId)) {
    throw new AppError('notFound', 'app.productUnknown', { params: { product: replacementId } });
  }
  return runCommand(context, 'mapping.decide', input, (writer) => {
    const known = new Set(writer.allItems().map((item) => item.id));
    const unknown = input.itemIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('notFound', 'app.itemUnknown', { params: { item: unknown } });
    const reasons = [{ messageKey: 'mapping.reason.decidedByPerson', params: {} }];
    const decisions = input.itemIds.map(
      (itemId): Decision => ({ itemId, strategy, replacementId: strategy === 'replace' ? replacementId : null, reasons, isOverridden: true, note }),
    );
    const changed = writer.saveDecisions(decisions);
    return outcome('history.decide', { items: changed, strategy }, changed);
  });
}
