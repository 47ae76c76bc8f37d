import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';
import { historyLine } from './historyLine.ts';

export function listBuiltUpon(context: AppContext, input: Parsed<'history.listBuiltUpon'>): Output<'history.listBuiltUpon'> {
  return openStore(context).builtUpon(input.sequence).map(historyLine);
}
