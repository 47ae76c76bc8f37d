import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

/** Imports alone: other steps are small and are put right by hand, where an import is thousands of rows. */
const rolledBack: readonly string[] = ['inventory.importFiles', 'tracking.importProgress'];

export function rollBack(context: AppContext, input: Parsed<'history.rollBack'>): Output<'history.rollBack'> {
  const store = openStore(context);
  const { total, entries } = store.history({ offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const entry = entries.find(({ sequence }) => sequence === input.sequence);
  if (!entry || total === 0) throw new AppError('notFound', 'storage.stepNotStanding');
  if (!rolledBack.includes(entry.operation)) throw new AppError('rule', 'app.onlyImportsRollBack');
  const request = { commandId: input.commandId, operation: 'history.rollBack', revision: input.revision };
  const { revision, label, changed } = store.rollBack(request, input.sequence);
  return { revision, labelKey: label.labelKey, params: { ...label.params }, changed };
}
