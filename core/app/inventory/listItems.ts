import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function listItems(context: AppContext, input: Parsed<'inventory.listItems'>): Output<'inventory.listItems'> {
  const filter = {
    ...(input.search === undefined ? {} : { search: input.search }),
    ...(input.matched === undefined ? {} : { matched: input.matched }),
  };
  const { total, items } = openStore(context).read((reader) => reader.items(filter, { by: input.sort, direction: input.direction }, input));
  return { total, items: [...items] };
}
