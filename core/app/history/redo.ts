import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function redo(context: AppContext, input: Parsed<'history.redo'>): Output<'history.redo'> {
  const { revision, label, changed } = openStore(context).redo({ commandId: input.commandId, operation: 'history.redo', revision: input.revision });
  return { revision, labelKey: label.labelKey, params: { ...label.params }, changed };
}
