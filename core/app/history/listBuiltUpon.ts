import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function listBuiltUpon(context: AppContext, input: Parsed<'history.listBuiltUpon'>): Output<'history.listBuiltUpon'> {
  return openStore(context)
    .builtUpon(input.sequence)
    .map((entry) => ({ ...entry, params: { ...entry.params } }));
}
