import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AccountId, TrackId } from '../../domain/ids.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { stateFilter } from './listAccountStates.ts';

export function setStates(context: AppContext, input: Parsed<'tracking.setStates'>): Output<'tracking.setStates'> {
  if (input.state === 'problem' && input.reason.trim() === '') throw new AppError('invalid', 'app.reasonMissing');
  return runCommand(context, 'tracking.setStates', input, (writer) => {
    const track = writer.timeline().tracks.find((candidate) => candidate.id === input.trackId);
    if (!track) throw new AppError('notFound', 'app.trackUnknown', { params: { track: input.trackId } });
    const accountIds = chosenAccounts(writer, input.trackId, input.accounts);
    const changed = writer.setAccountStates(input.trackId, accountIds, input.state, input.reason.trim(), input.on);
    return {
      result: { matched: accountIds.length },
      label: { labelKey: `history.setStates.${input.state}`, params: { accounts: changed, track: track.name } },
      changed,
    };
  });
}

function chosenAccounts(reader: PlanReader, trackId: TrackId, accounts: Parsed<'tracking.setStates'>['accounts']): readonly AccountId[] {
  switch (accounts.by) {
    case 'account':
      return accounts.accountIds;
    case 'unit':
      return reader.accountIdsOfUnit(accounts.unitId, true);
    case 'wave':
      return reader.accountIdsOfWave(accounts.waveId);
    case 'filter': {
      const except = new Set(accounts.exceptAccountIds);
      const found = reader.accountStates(stateFilter(trackId, accounts), { offset: 0, limit: Number.MAX_SAFE_INTEGER }).accounts;
      return found.flatMap(({ accountId }) => (except.has(accountId) ? [] : [accountId]));
    }
    case 'login': {
      const found = reader.accountIdsOfLogins(accounts.logins.map((login) => login.toLowerCase()));
      const missing = accounts.logins.filter((login) => !found.has(login.toLowerCase()));
      // All or nothing: a list with a typing error must not be half carried out.
      if (missing.length > 0) throw new AppError('notFound', 'app.loginsUnknown', { params: { count: missing.length, first: missing[0] ?? '' } });
      return [...new Set(found.values())];
    }
  }
}
