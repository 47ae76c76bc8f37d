import type { AccountId, TrackId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { count, type DraftAccount, type DraftProgress, type ImportBase, type ImportCounts, type SampleList } from './importDraft.ts';
import type { ProgressRecord } from './importRecords.ts';

/**
 * Migration states of the files, in groups that are written at once; an account or track that the plan lacks is skipped.
 * A folder of logs has a file for every try: of several states of an account on a track the one of the latest day holds,
 * of one day or without a day the one that was read last.
 *
 * Example: a log of 1 March tells a problem of `a@x`, one of 2 March that it has moved: it has moved.
 */
export function draftProgress(
  collected: CollectedImport,
  base: ImportBase,
  newAccounts: readonly DraftAccount[],
  counts: ImportCounts,
  samples: SampleList,
): DraftProgress[] {
  if (collected.progress.length === 0) return [];
  const fresh = new Map(newAccounts.map((account) => [account.login, account.id]));
  const latest = new Map<string, { readonly record: ProgressRecord; readonly accountId: AccountId; readonly trackId: TrackId }>();
  for (const record of collected.progress) {
    const accountId = base.accounts.get(record.login)?.id ?? fresh.get(record.login);
    const trackId = base.trackIds.get(record.trackKey);
    if (accountId === undefined || trackId === undefined) {
      count(counts, 'skipped');
      samples.add({
        kind: 'skipped',
        what: record.login,
        reasonKey: accountId === undefined ? 'import.accountUnknown' : 'import.trackUnknown',
        params: { row: record.row, track: record.trackKey },
      });
      continue;
    }
    const place = `${accountId} ${trackId}`;
    const known = latest.get(place);
    if (known) {
      const isEarlier = record.on !== null && known.record.on !== null && record.on < known.record.on;
      const superseded = isEarlier ? record : known.record;
      count(counts, 'skipped');
      samples.add({ kind: 'skipped', what: record.login, reasonKey: 'import.stateSuperseded', params: { row: superseded.row, track: record.trackKey } });
      if (isEarlier) continue;
      latest.delete(place);
    }
    latest.set(place, { record, accountId, trackId });
  }
  const groups = new Map<string, DraftProgress>();
  for (const { record, accountId, trackId } of latest.values()) {
    count(counts, 'changed');
    const key = `${trackId} ${record.state} ${record.on ?? ''} ${record.reason}`;
    const group = groups.get(key);
    if (group) group.accountIds.push(accountId);
    else groups.set(key, { trackId, state: record.state, reason: record.reason, on: record.on, accountIds: [accountId] });
  }
  return [...groups.values()];
}
