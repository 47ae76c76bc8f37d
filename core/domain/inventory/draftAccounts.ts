import type { AccountId, ItemId, UnitId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { count, type DraftAccount, type ImportBase, type ImportCounts, type SampleList } from './importDraft.ts';

/** Finds the unit of a department and makes it, with the parents that are missing. */
export function createUnitDrafts(base: ImportBase, nextId: () => UnitId) {
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

/** The accounts that are new, and those of which something changed. */
export function draftAccounts(
  collected: CollectedImport,
  base: ImportBase,
  units: ReturnType<typeof createUnitDrafts>,
  usages: ReadonlyMap<string, readonly ItemId[]>,
  nextId: () => AccountId,
  counts: ImportCounts,
  samples: SampleList,
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
