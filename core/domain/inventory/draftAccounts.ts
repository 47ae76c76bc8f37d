import type { AccountId, ItemId, UnitId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import type { SourceDraft } from './draftSources.ts';
import { isNameless } from './namelessLogins.ts';
import { count, type DraftAccount, type ImportBase, type ImportCounts, type SampleList } from './importDraft.ts';

/**
 * Finds the unit of a department and makes it, with the parents that are missing. A department is found as files wrote it
 * before, also where its unit has another name since; an empty path means a unit named after the administration.
 *
 * Example: files wrote `Finanzen` for what is called `Kämmerei` now. `Finanzen / Haushalt` makes one unit,
 * `Kämmerei / Haushalt`.
 */
export function createUnitDrafts(base: ImportBase, nextId: () => UnitId) {
  const pathsById = new Map(base.units.map((unit) => [unit.id, unit.path]));
  const idsByPath = new Map<string, UnitId>([
    ...base.units.map((unit) => [unit.path, unit.id] as const),
    // A unit that a person gave another name is still the one that files mean.
    ...[...base.importedPaths].filter(([, id]) => pathsById.has(id)),
  ]);
  const created: { id: UnitId; parentId: UnitId | null; name: string; path: string }[] = [];
  const used = new Set<UnitId>();
  const ensurePath = (names: readonly string[]): UnitId => {
    const asWritten = names.join(' / ');
    const known = idsByPath.get(asWritten);
    if (known !== undefined) return known;
    const parentId = names.length > 1 ? ensurePath(names.slice(0, -1)) : null;
    const id = nextId();
    const name = names.at(-1) as string;
    const path = parentId === null ? name : `${pathsById.get(parentId)} / ${name}`;
    idsByPath.set(asWritten, id);
    pathsById.set(id, path);
    created.push({ id, parentId, name, path });
    return id;
  };
  const cache = new Map<readonly string[], UnitId>();
  const namesOf = (departmentPath: readonly string[]) => (departmentPath.length > 0 ? departmentPath : [base.administration]);
  return {
    created,
    /** As files write the departments of this import and those above them, where they are not known yet. */
    newPaths(): ReadonlyMap<string, UnitId> {
      const paths = new Map<string, UnitId>();
      for (const departmentPath of cache.keys()) {
        for (let names = namesOf(departmentPath); names.length > 0; names = names.slice(0, -1)) {
          const path = names.join(' / ');
          const id = idsByPath.get(path);
          if (id !== undefined && base.importedPaths.get(path) !== id) paths.set(path, id);
        }
      }
      return paths;
    },
    reused: () => used.size - created.filter((unit) => used.has(unit.id)).length,
    of(departmentPath: readonly string[]): UnitId {
      const id = cache.get(departmentPath) ?? ensurePath(namesOf(departmentPath));
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
  sources: readonly SourceDraft[],
  base: ImportBase,
  units: ReturnType<typeof createUnitDrafts>,
  usages: ReadonlyMap<string, readonly ItemId[]>,
  nextId: () => AccountId,
  counts: ImportCounts,
  samples: SampleList,
  goneAccounts: 'keep' | 'disable',
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
  const ids = new Map<string, AccountId>();
  const renamed = createRenames(collected, base);
  for (const account of collected.accounts.values()) {
    const known = base.accounts.get(account.login);
    if (known) ids.set(account.login, known.id);
    const usageKey = account.usageKey === '' ? null : account.usageKey;
    const { login, kind, isEnabled } = account;
    if (!known) {
      const unitId = units.of(account.departmentPath);
      const standIn = nameless.get(unitId)?.pop();
      if (standIn !== undefined) {
        ids.set(login, standIn);
        count(counts, 'changed');
        changedAccounts.push({ id: standIn, login, unitId, kind, isEnabled, lastActiveOn: account.lastActiveOn, usageKey });
        samples.add({ kind: 'changed', what: login, reasonKey: 'import.accountNamed', params: {} });
        continue;
      }
      const id = nextId();
      ids.set(login, id);
      newAccounts.push({ id, login, unitId, kind, isEnabled, lastActiveOn: account.lastActiveOn, usageKey });
      const earlier = renamed.earlierOf(login);
      count(counts, earlier === null ? 'new' : 'ambiguous');
      if (earlier === null) samples.add({ kind: 'new', what: login, reasonKey: 'import.newAccount', params: {} });
      else samples.add({ kind: 'ambiguous', what: login, reasonKey: 'import.accountMaybeRenamed', params: { earlier } });
      continue;
    }
    const unitId = account.departmentPath.length > 0 ? units.of(account.departmentPath) : known.unitId;
    const lastActiveOn = account.lastActiveOn ?? known.lastActiveOn;
    const isMoved = unitId !== known.unitId;
    const bytes = collected.mailboxes.get(login);
    const isResized = bytes !== undefined && bytes !== base.mailboxes.get(login);
    const usesChange = usageKey !== null && !sameItems(usages.get(usageKey) ?? [], base.usageProfiles.get(known.usageProfileId ?? -1) ?? []);
    if (!isMoved && !isResized && !usesChange && isEnabled === known.isEnabled && lastActiveOn === known.lastActiveOn && kind === known.kind) {
      count(counts, 'unchanged');
      continue;
    }
    count(counts, 'changed');
    changedAccounts.push({ id: known.id, login, unitId, kind, isEnabled, lastActiveOn, usageKey });
    samples.add({ kind: 'changed', what: login, reasonKey: isMoved ? 'import.accountMoved' : 'import.accountChanged', params: {} });
  }
  for (const source of sources) for (const login of source.collected.logins) source.accounts.add(ids.get(login) as AccountId);
  for (const [login, account] of goneFrom(sources, base)) {
    count(counts, 'gone');
    samples.add({ kind: 'gone', what: login, reasonKey: goneAccounts === 'disable' ? 'import.accountDisabled' : 'import.accountGone', params: {} });
    if (goneAccounts === 'disable') changedAccounts.push({ ...withoutProfile(account), login, isEnabled: false, usageKey: null });
  }
  return { newAccounts, changedAccounts };
}

type KnownAccount = ImportBase['accounts'] extends ReadonlyMap<string, infer Account> ? Account : never;

function withoutProfile({ usageProfileId: _, ...account }: KnownAccount) {
  return account;
}

/** Enabled accounts that a source of this import listed before, and that now none lists. */
function goneFrom(sources: readonly SourceDraft[], base: ImportBase): (readonly [string, KnownAccount])[] {
  const left = sources.filter(({ collected, known }) => known !== null && collected.logins.size > 0 && !collected.isPartial);
  if (left.length === 0) return [];
  const changing = new Set(sources.map(({ known }) => known?.id));
  const listedElsewhere = base.sources.filter(({ id }) => !changing.has(id));
  return [...base.accounts].filter(
    ([login, { id, isEnabled }]) =>
      isEnabled &&
      left.some(({ known }) => known?.accounts.has(id)) &&
      !sources.some(({ collected }) => collected.logins.has(login)) &&
      !listedElsewhere.some(({ accounts }) => accounts.has(id)),
  );
}

/**
 * A new sign-in name may be somebody whose domain changed: the part before the @ is that of one known account which the
 * files no longer list. It is told and not decided.
 */
function createRenames(collected: CollectedImport, base: ImportBase) {
  const byLocalPart = new Map<string, string | null>();
  for (const login of base.accounts.keys()) {
    if (collected.accounts.has(login) || isNameless(login)) continue;
    const part = localPart(login);
    byLocalPart.set(part, byLocalPart.has(part) ? null : login);
  }
  return { earlierOf: (login: string): string | null => (login.includes('@') ? (byLocalPart.get(localPart(login)) ?? null) : null) };
}

function localPart(login: string): string {
  const at = login.indexOf('@');
  return at < 0 ? login : login.slice(0, at);
}

function sameItems(one: readonly ItemId[], other: readonly ItemId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
