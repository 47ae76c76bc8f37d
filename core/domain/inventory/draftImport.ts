import type { MatchReason } from '../catalogue/match.ts';
import type { AccountId, ContractId, ItemId, ProductId, UnitId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { draftLicencesAndContracts } from './draftContracts.ts';
import { createItemDrafts, type ItemDrafts } from './draftItems.ts';
import {
  count,
  createSampleList,
  type DraftAccount,
  type DraftProgress,
  type DraftRawName,
  type ImportBase,
  type ImportCounts,
  type ImportDraft,
  type ImportProduct,
  noCounts,
} from './importDraft.ts';

export type ImportIds = { unit(): UnitId; account(): AccountId; item(): ItemId; contract(): ContractId };
export type MatchName = (name: { readonly rawName: string; readonly publisher: string; readonly version: string }) => MatchReason;

type Samples = ReturnType<typeof createSampleList>;

/**
 * Compares what the files say with what the plan holds and says what would change. Pure: the dry run shows the answer,
 * the import writes the same answer.
 *
 * - An account is known again by its sign-in name; one that moved to another department is changed, not new. Accounts
 *   that the files do not mention stay: a file may be a part.
 * - Departments become units; accounts without a department stand in a unit named after the administration.
 * - A raw name that matches becomes part of its product's item; noise and unmatched finds of single machines stay raw
 *   names; unmatched names of lists (which somebody wrote or counted) become items to decide.
 * - A licence bundle brings the products that it includes as items of their own, used by the same accounts.
 */
export function draftImport(
  collected: CollectedImport,
  base: ImportBase,
  products: ReadonlyMap<ProductId, ImportProduct>,
  matchName: MatchName,
  ids: ImportIds,
): ImportDraft {
  const samples = createSampleList();
  const items = createItemDrafts(base.items, products, base.trackIds, ids.item);
  const software = noCounts();
  const rawNames = draftSoftware(collected, base, matchName, items, software, samples);
  const contractCounts = noCounts();
  const contracts = draftLicencesAndContracts(collected, base.contracts, items, matchName, ids.contract, contractCounts, software, samples);
  const usages = draftUsages(collected, products, matchName, items);
  const units = createUnitDrafts(base, ids.unit);
  const accountCounts = noCounts();
  const accounts = draftAccounts(collected, base, units, usages, ids.account, accountCounts, samples);
  const unitCounts = noCounts();
  count(unitCounts, 'new', units.created.length);
  if (accountCounts.read > 0) count(unitCounts, 'unchanged', units.reused());
  for (const unit of units.created) samples.add({ kind: 'new', what: unit.path, reasonKey: 'import.newUnit', params: {} });
  const progressCounts = noCounts();
  const progress = draftProgress(collected, base, accounts.newAccounts, progressCounts, samples);
  return {
    units: units.created,
    ...accounts,
    usages,
    rawNames,
    newItems: items.newItems(),
    changedItems: items.changedItems(),
    ...contracts,
    progress,
    counts: { accounts: accountCounts, units: unitCounts, software, contracts: contractCounts, progress: progressCounts },
    samples: samples.list,
  };
}

function draftSoftware(
  collected: CollectedImport,
  base: ImportBase,
  matchName: MatchName,
  items: ItemDrafts,
  counts: ImportCounts,
  samples: Samples,
): DraftRawName[] {
  const known = new Map(base.rawNames.map((rawName) => [rawNameKey(rawName), rawName]));
  const changed: DraftRawName[] = [];
  for (const found of collected.software) {
    const match = matchName(found);
    const earlier = known.get(rawNameKey(found));
    // Single machines add up; a list replaces what the earlier version of the list said.
    const installations = found.isFromDevices ? (earlier?.installations ?? 0) + found.installations : found.installations;
    let itemId: ItemId | null = null;
    if (match.kind === 'matched') itemId = items.ensure({ productId: match.productId, name: found.rawName, vendor: found.publisher });
    else if (match.kind === 'unmatched' && !found.isFromDevices) itemId = items.ensure({ productId: null, name: found.rawName, vendor: found.publisher });
    if (itemId !== null && !(found.isFromDevices && match.kind === 'matched')) items.addInstallations(itemId, installations - (earlier?.installations ?? 0));
    if (earlier && earlier.installations === installations && earlier.itemId === itemId) {
      count(counts, 'unchanged');
      continue;
    }
    count(counts, earlier ? 'changed' : 'new');
    samples.add({ kind: earlier ? 'changed' : 'new', what: found.rawName, reasonKey: `import.software.${match.kind}`, params: { installations } });
    const { rawName, publisher, version } = found;
    changed.push({ rawName, publisher, version, installations, match, itemId });
  }
  for (const [productId, devices] of collected.devicesByProduct) {
    items.addInstallations(items.ensure({ productId: productId as ProductId, name: productId, vendor: '' }), devices);
  }
  return changed;
}

function rawNameKey(name: { readonly rawName: string; readonly publisher: string; readonly version: string }): string {
  return `${name.rawName}\u0000${name.publisher}\u0000${name.version}`;
}

function draftUsages(
  collected: CollectedImport,
  products: ReadonlyMap<ProductId, ImportProduct>,
  matchName: MatchName,
  items: ItemDrafts,
): Map<string, readonly ItemId[]> {
  const itemsByUse = new Map<string, readonly ItemId[]>();
  const itemsOfUse = (name: string): readonly ItemId[] => {
    const known = itemsByUse.get(name);
    if (known) return known;
    const match = matchName({ rawName: name, publisher: '', version: '' });
    const found = new Set<ItemId>();
    if (match.kind === 'matched') {
      found.add(items.ensure({ productId: match.productId, name, vendor: '' }));
      // One level: whoever has the bundle may use its parts, but not every program of a part is known to be used by all.
      for (const part of products.get(match.productId)?.includes ?? []) found.add(items.ensure({ productId: part, name: part, vendor: '' }));
    } else found.add(items.ensure({ productId: null, name, vendor: '' }));
    const list = [...found];
    itemsByUse.set(name, list);
    return list;
  };
  const usages = new Map<string, readonly ItemId[]>();
  for (const { usageKey } of collected.accounts.values()) {
    if (usageKey === '' || usages.has(usageKey)) continue;
    usages.set(usageKey, [...new Set(usageKey.split('\n').flatMap(itemsOfUse))].sort());
  }
  for (const [name, accounts] of collected.concealedUses) for (const itemId of itemsOfUse(name)) items.raiseAccounts(itemId, accounts);
  return usages;
}

function createUnitDrafts(base: ImportBase, nextId: () => UnitId) {
  const idsByPath = new Map<string, UnitId>(base.units.map((unit) => [unit.path, unit.id]));
  const created: { id: UnitId; parentId: UnitId | null; name: string; path: string }[] = [];
  const used = new Set<UnitId>();
  const ensurePath = (names: readonly string[]): UnitId => {
    const path = names.join(' / ');
    const known = idsByPath.get(path);
    if (known !== undefined) return known;
    const parentId = names.length > 1 ? ensurePath(names.slice(0, -1)) : null;
    const id = nextId();
    idsByPath.set(path, id);
    created.push({ id, parentId, name: names.at(-1) as string, path });
    return id;
  };
  const cache = new Map<readonly string[], UnitId>();
  return {
    created,
    reused: () => used.size - created.filter((unit) => used.has(unit.id)).length,
    of(departmentPath: readonly string[]): UnitId {
      const id = cache.get(departmentPath) ?? ensurePath(departmentPath.length > 0 ? departmentPath : [base.administration]);
      cache.set(departmentPath, id);
      used.add(id);
      return id;
    },
  };
}

function draftAccounts(
  collected: CollectedImport,
  base: ImportBase,
  units: ReturnType<typeof createUnitDrafts>,
  usages: ReadonlyMap<string, readonly ItemId[]>,
  nextId: () => AccountId,
  counts: ImportCounts,
  samples: Samples,
): { newAccounts: DraftAccount[]; changedAccounts: DraftAccount[] } {
  const newAccounts: DraftAccount[] = [];
  const changedAccounts: DraftAccount[] = [];
  for (const account of collected.accounts.values()) {
    const known = base.accounts.get(account.login);
    const usageKey = account.usageKey === '' ? null : account.usageKey;
    const { login, kind, isEnabled } = account;
    if (!known) {
      count(counts, 'new');
      newAccounts.push({ id: nextId(), login, unitId: units.of(account.departmentPath), kind, isEnabled, lastActiveOn: account.lastActiveOn, usageKey });
      samples.add({ kind: 'new', what: login, reasonKey: 'import.newAccount', params: {} });
      continue;
    }
    const unitId = account.departmentPath.length > 0 ? units.of(account.departmentPath) : known.unitId;
    const lastActiveOn = account.lastActiveOn ?? known.lastActiveOn;
    const isMoved = unitId !== known.unitId;
    const usesChange = usageKey !== null && !sameItems(usages.get(usageKey) ?? [], base.usageProfiles.get(known.usageProfileId ?? -1) ?? []);
    if (!isMoved && !usesChange && isEnabled === known.isEnabled && lastActiveOn === known.lastActiveOn && kind === known.kind) {
      count(counts, 'unchanged');
      continue;
    }
    count(counts, 'changed');
    changedAccounts.push({ id: known.id, login, unitId, kind, isEnabled, lastActiveOn, usageKey });
    samples.add({ kind: 'changed', what: login, reasonKey: isMoved ? 'import.accountMoved' : 'import.accountChanged', params: {} });
  }
  return { newAccounts, changedAccounts };
}

function sameItems(one: readonly ItemId[], other: readonly ItemId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function draftProgress(collected: CollectedImport, base: ImportBase, newAccounts: readonly DraftAccount[], counts: ImportCounts, samples: Samples): DraftProgress[] {
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
