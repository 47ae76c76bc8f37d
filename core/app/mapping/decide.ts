import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { Decision } from '../../domain/mapping/decision.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { mappingRows } from './mappingRows.ts';
import { matchRows } from './matchRows.ts';

export function decide(context: AppContext, input: Parsed<'mapping.decide'>): Output<'mapping.decide'> {
  const { strategy, replacementId, note } = input;
  if (strategy === 'replace' && replacementId === null) throw new AppError('invalid', 'app.replacementMissing');
  if (replacementId !== null && !context.catalogue.catalogue.products.has(replacementId)) {
    throw new AppError('notFound', 'app.productUnknown', { params: { product: replacementId } });
  }
  return runCommand(context, 'mapping.decide', input, (writer) => {
    const known = new Set(writer.allItems().map((item) => item.id));
    const excepted = new Set(input.exceptItemIds);
    const matching = input.matching === undefined ? [] : matchRows(mappingRows(context, writer), input.matching).map((row) => row.itemId);
    const itemIds = [...new Set([...input.itemIds, ...matching])].filter((id) => !excepted.has(id));
    if (itemIds.length === 0) throw new AppError('invalid', 'app.noItemChosen');
    const unknown = itemIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('notFound', 'app.itemUnknown', { params: { item: unknown } });
    const reasons = [{ messageKey: 'mapping.reason.decidedByPerson', params: {} }];
    const decisions = itemIds.map(
      (itemId): Decision => ({ itemId, strategy, replacementId: strategy === 'replace' ? replacementId : null, reasons, isOverridden: true, note }),
    );
    const changed = writer.saveDecisions(decisions);
    return outcome('history.decide', { items: changed, strategy }, changed);
  });
}
