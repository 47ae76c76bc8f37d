import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';
import { historyLine } from './historyLine.ts';

export function rollBack(context: AppContext, input: Parsed<'history.rollBack'>): Output<'history.rollBack'> {
  const store = openStore(context);
  const entry = store.historyEntry(input.sequence);
  if (entry === null) throw new AppError('notFound', 'storage.stepNotStanding');
  if (!historyLine(entry).mayRollBack) throw new AppError('rule', 'app.onlyImportsRollBack');
  const request = { commandId: input.commandId, operation: 'history.rollBack', revision: input.revision };
  const { revision, label, changed } = store.rollBack(request, input.sequence);
  return { revision, labelKey: label.labelKey, params: { ...label.params }, changed };
}
