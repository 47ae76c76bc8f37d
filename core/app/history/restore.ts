import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function restore(context: AppContext, input: Parsed<'history.restore'>): Output<'history.restore'> {
  const request = { commandId: input.commandId, operation: 'history.restore', revision: input.revision };
  const { revision, steps, changed } = openStore(context).restore(request, input.sequence);
  return { revision, labelKey: 'history.restored', params: { steps }, changed };
}
