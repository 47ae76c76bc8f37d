import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function undo(context: AppContext, input: Parsed<'history.undo'>): Output<'history.undo'> {
  const { revision, label, changed } = openStore(context).undo({ commandId: input.commandId, operation: 'history.undo', revision: input.revision });
  return { revision, labelKey: label.labelKey, params: { ...label.params }, changed };
}
