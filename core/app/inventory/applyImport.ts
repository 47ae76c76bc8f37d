import type { AppContext } from '../context.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import type { ImportId } from '../../domain/ids.ts';
import type { DraftAccount, ImportDraft } from '../../domain/inventory/importDraft.ts';
import type { NewAccount, PlanWriter } from '../../ports/planStore.ts';
import { isOfForm, type ReadFile } from './collectFiles.ts';

/** Writes a draft inside the command that is open; answers how many things it changed. */
export function applyImport(context: AppContext, writer: PlanWriter, draft: ImportDraft, files: readonly ReadFile[], today: IsoDate): number {
  if (changesNothing(draft)) return 0;
  let importId: ImportId | null = null;
  for (const { name, outcome } of files) {
    importId = context.ids.next<'import'>();
    writer.insertImport({ id: importId, format: outcome.format, fileName: name, sha256: outcome.sha256 });
  }
  writer.insertUnits(draft.units);
  writer.insertItems(draft.newItems.map((item) => ({ ...item, importId })));
  for (const item of draft.changedItems) writer.updateItem(item);
  const profileIds = new Map<string, number>();
  for (const [usageKey, itemIds] of draft.usages) profileIds.set(usageKey, writer.usageProfileId(itemIds));
  writer.insertAccounts(withProfiles(draft.newAccounts, profileIds), importId);
  if (draft.changedAccounts.length > 0) {
    const known = writer.accountsByLogin();
    writer.updateAccounts(draft.changedAccounts.map((account) => withProfile(account, profileIds, known.get(account.login)?.usageProfileId ?? null)));
  }
  writer.saveMailboxSizes(draft.mailboxes);
  if (draft.usages.size > 0) writer.recountItemAccounts();
  writer.upsertRawNames(draft.rawNames.map((rawName) => ({ ...rawName, importId })));
  writer.insertContracts(draft.newContracts);
  for (const contract of draft.changedContracts) writer.updateContract(contract);
  for (const { id, collected, known, names, items, accounts, devices, contracts } of draft.sources) {
    const name = known?.name ?? files.find(({ outcome }) => isOfForm(outcome.format, collected.form))?.name ?? collected.form;
    writer.saveImportSource({ id, form: collected.form, name, names, items, accounts, devices, contracts });
  }
  writer.saveImportedPaths(draft.importedPaths);
  let states = 0;
  for (const group of draft.progress) states += writer.setAccountStates(group.trackId, group.accountIds, group.state, group.reason, group.on ?? today);
  return (
    draft.units.length +
    draft.newItems.length +
    draft.changedItems.length +
    draft.newAccounts.length +
    draft.changedAccounts.length +
    draft.rawNames.length +
    draft.newContracts.length +
    draft.changedContracts.length +
    states
  );
}

/** The same files once more: nothing to write, and so no step of undo that would take back nothing. */
function changesNothing(draft: ImportDraft): boolean {
  const { units, newItems, changedItems, newAccounts, changedAccounts, rawNames, newContracts, changedContracts, progress, sources } = draft;
  if (draft.mailboxes.size > 0) return false;
  return [units, newItems, changedItems, newAccounts, changedAccounts, rawNames, newContracts, changedContracts, progress, sources].every(
    (list) => list.length === 0,
  );
}

function* withProfiles(
  accounts: readonly DraftAccount[],
  profileIds: ReadonlyMap<string, number>,
): Generator<{ readonly id: DraftAccount['id'] } & NewAccount> {
  for (const account of accounts) yield withProfile(account, profileIds, null);
}

function withProfile(account: DraftAccount, profileIds: ReadonlyMap<string, number>, earlier: number | null): { readonly id: DraftAccount['id'] } & NewAccount {
  const { usageKey, ...rest } = account;
  return { ...rest, usageProfileId: usageKey === null ? earlier : (profileIds.get(usageKey) ?? null) };
}
