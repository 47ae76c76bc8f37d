import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export function matchNames(context: AppContext, input: Parsed<'catalogue.matchNames'>): Output<'catalogue.matchNames'> {
  return input.names.map((name) => context.catalogue.matcher.match(name));
}
