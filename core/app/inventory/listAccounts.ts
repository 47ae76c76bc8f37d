import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function listAccounts(context: AppContext, input: Parsed<'inventory.listAccounts'>): Output<'inventory.listAccounts'> {
  const filter = {
    ...(input.unitId === undefined ? {} : { unitId: input.unitId }),
    ...(input.waveId === undefined ? {} : { waveId: input.waveId }),
    ...(input.search === undefined ? {} : { search: input.search }),
  };
  const { total, accounts } = openStore(context).read((reader) => reader.accounts(filter, input));
  return { total, accounts: [...accounts] };
}
