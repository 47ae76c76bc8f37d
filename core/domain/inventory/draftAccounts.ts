import type { AccountId, ItemId, UnitId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { isNameless } from './namelessLogins.ts';
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

/**
 * The accounts that are new, and those of which something changed. A new one takes the place of an account that was
 * entered in its unit by number alone, as long as there is one: place, waves and states stay as they are.
 *
 * Example: `Bauamt` was entered with 40 accounts. A file names 38 in it: 38 have a name, 2 are left without, none is new.
 */
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
  const nameless = new Map<UnitId, AccountId[]>();
  for (const [login, { id, unitId }] of [...base.accounts].filter(([name]) => isNameless(name)).sort(([one], [other]) => (one < other ? 1 : -1))) {
    if (collected.accounts.has(login)) continue;
    const list = nameless.get(unitId);
    if (list) list.push(id);
    else nameless.set(unitId, [id]);
  }
  for (const account of collected.accounts.values()) {
    const known = base.accounts.get(account.login);
    const usageKey = account.usageKey === '' ? null : account.usageKey;
    const { login, kind, isEnabled } = account;
    if (!known) {
      const unitId = units.of(account.departmentPath);
      const standIn = nameless.get(unitId)?.pop();
      if (standIn !== undefined) {
        count(counts, 'changed');
        changedAccounts.push({ id: standIn, login, unitId, kind, isEnabled, lastActiveOn: account.lastActiveOn, usageKey });
        samples.add({ kind: 'changed', what: login, reasonKey: 'import.accountNamed', params: {} });
        continue;
      }
      count(counts, 'new');
      newAccounts.push({ id: nextId(), login, unitId, kind, isEnabled, lastActiveOn: account.lastActiveOn, usageKey });
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
