import type { AccountId, ContractId, ImportSourceId, ItemId } from '../ids.ts';
import type { CollectedImport, CollectedSource } from './collectImport.ts';
import { chooseSource, type ImportSource, type SaidContract } from './importSource.ts';

/** A source while an import gives it its next state; names and items begin empty and are filled by what the import reads. */
export type SourceDraft = {
  readonly id: ImportSourceId;
  readonly collected: CollectedSource;
  /** Its state before; null for a source that is new. */
  readonly known: ImportSource | null;
  readonly share: number | null;
  readonly listedBefore: number;
  readonly names: Map<string, number>;
  readonly items: Map<ItemId, number>;
  readonly accounts: Set<AccountId>;
  readonly devices: ReadonlySet<number>;
  readonly contracts: Map<string, { readonly contractId: ContractId; readonly said: SaidContract }>;
};

/**
 * Finds for each list of an import the source that it is the next state of, see `chooseSource`; for one that follows none
 * it makes a new source. Accounts and contracts of the state before are kept, its machines only where the list tells no
 * more than changes or names none.
 *
 * Example: a list named the machines 1 to 4. The next one names 2 to 5: the same source, with the machines 2 to 5. Where
 * it tells only what changed, the source has 1 to 5.
 */
export function draftSources(
  collected: CollectedImport,
  known: readonly ImportSource[],
  accountIdOf: (login: string) => AccountId | undefined,
  /** Form, or `*` for all others → id or name of a source, or `new`. */
  asked: Readonly<Record<string, string>>,
  nextId: () => ImportSourceId,
): SourceDraft[] {
  return collected.sources.map((list) => {
    const { source, share, listedBefore } = chooseSource(list, known, accountIdOf, asked[list.form] ?? asked['*']);
    const earlier = list.isPartial || list.devices.length === 0 ? (source?.devices ?? []) : [];
    return {
      id: source?.id ?? nextId(),
      collected: list,
      known: source,
      share,
      listedBefore,
      names: new Map(),
      items: new Map(),
      accounts: new Set(source?.accounts ?? []),
      devices: new Set([...earlier, ...list.devices]),
      contracts: new Map(source?.contracts ?? []),
    };
  });
}

/**
 * The sources whose state an import changes; one that says again what it said is none of them, a new one always is one.
 *
 * Example: a list named the machines 1 to 4. Naming them again in another order changes nothing, naming 2 to 5 does.
 */
export function changedSources(sources: readonly SourceDraft[]): SourceDraft[] {
  return sources.filter(
    ({ known, names, items, accounts, devices, contracts }) =>
      known === null ||
      !sameMap(known.names, names) ||
      !sameMap(known.items, items) ||
      !sameSet(known.accounts, accounts) ||
      !sameSet(known.devices, devices) ||
      JSON.stringify([...known.contracts].sort(byKey)) !== JSON.stringify([...contracts].sort(byKey)),
  );
}

function sameMap<Key>(one: ReadonlyMap<Key, number>, other: ReadonlyMap<Key, number>): boolean {
  if (one.size !== other.size) return false;
  for (const [key, value] of one) if (other.get(key) !== value) return false;
  return true;
}

function sameSet<Entry>(one: ReadonlySet<Entry>, other: ReadonlySet<Entry>): boolean {
  if (one.size !== other.size) return false;
  for (const entry of one) if (!other.has(entry)) return false;
  return true;
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
