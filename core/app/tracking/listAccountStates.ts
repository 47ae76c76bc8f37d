import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function listAccountStates(context: AppContext, input: Parsed<'tracking.listAccounts'>): Output<'tracking.listAccounts'> {
  const filter = {
    trackId: input.trackId,
    ...(input.state === undefined ? {} : { state: input.state }),
    ...(input.unitId === undefined ? {} : { unitId: input.unitId }),
    ...(input.waveId === undefined ? {} : { waveId: input.waveId }),
  };
  const { total, accounts } = openStore(context).read((reader) => reader.accountStates(filter, input));
  return { total, accounts: accounts.map((account) => ({ ...account })) };
}
