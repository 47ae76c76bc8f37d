import type { CollectedImport } from './collectImport.ts';
import { count, type DraftAccount, type DraftProgress, type ImportBase, type ImportCounts, type SampleList } from './importDraft.ts';

/** Migration states of the files, in groups that are written at once; an account or track that the plan lacks is skipped. */
export function draftProgress(
  collected: CollectedImport,
  base: ImportBase,
  newAccounts: readonly DraftAccount[],
  counts: ImportCounts,
  samples: SampleList,
): DraftProgress[] {
  if (collected.progress.length === 0) return [];
  const fresh = new Map(newAccounts.map((account) => [account.login, account.id]));
  const groups = new Map<string, DraftProgress>();
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
    count(counts, 'changed');
    const key = `${trackId} ${record.state} ${record.on ?? ''} ${record.reason}`;
    const group = groups.get(key);
    if (group) group.accountIds.push(accountId);
    else groups.set(key, { trackId, state: record.state, reason: record.reason, on: record.on, accountIds: [accountId] });
  }
  return [...groups.values()];
}
