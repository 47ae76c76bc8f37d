import type { Output, Parsed } from '../../contract/contract.ts';
import type { TrackId } from '../../domain/ids.ts';
import type { AccountOrder, AccountStateFilter } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';

export function listAccountStates(context: AppContext, input: Parsed<'tracking.listAccounts'>): Output<'tracking.listAccounts'> {
  const { total, accounts } = openStore(context).read((reader) => reader.accountStates(stateFilter(input.trackId, input), input, orderOf(input)));
  return { total, accounts: accounts.map((account) => ({ ...account })) };
}

export function listAccountIds(context: AppContext, input: Parsed<'tracking.listAccountIds'>): Output<'tracking.listAccountIds'> {
  const page = { offset: input.offset, limit: input.limit ?? Number.MAX_SAFE_INTEGER };
  return [...openStore(context).read((reader) => reader.accountStateIds(stateFilter(input.trackId, input), page, orderOf(input)))];
}

function orderOf({ sort, direction }: Pick<Parsed<'tracking.listAccounts'>, 'sort' | 'direction'>): AccountOrder {
  return { by: sort, direction };
}

type Given = Pick<Parsed<'tracking.listAccounts'>, 'state' | 'unitId' | 'waveId' | 'search'>;

/** The filter with only what was asked for. */
export function stateFilter(trackId: TrackId, { state, unitId, waveId, search }: Given): AccountStateFilter {
  return {
    trackId,
    ...(state === undefined ? {} : { state }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(waveId === undefined ? {} : { waveId }),
    ...(search === undefined ? {} : { search }),
  };
}
