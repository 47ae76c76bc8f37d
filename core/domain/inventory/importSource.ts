import type { CollectedSource } from './collectImport.ts';
import type { AccountId, ContractId, ImportSourceId, ItemId } from '../ids.ts';
import type { Contract } from './inventory.ts';

/** A contract as a source told it last. What differs from the plan's is what a person has changed since. */
export type SaidContract = Pick<
  Contract,
  'name' | 'supplier' | 'startsOn' | 'endsOn' | 'renewal' | 'renewalMonths' | 'noticeDays' | 'seats' | 'annualCostCents'
>;

/**
 * Where imports come from: one tool's list of one kind. The next import from there replaces what it said, and what it no
 * longer lists is gone from it; what other sources or people said stays.
 */
export type ImportSource = {
  readonly id: ImportSourceId;
  /** The format, for tables with the kind of their records; only lists of the same form can follow each other. */
  readonly form: string;
  readonly name: string;
  /** `nameKey` of the raw name → installations. */
  readonly names: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<ItemId, number>;
  readonly accounts: ReadonlySet<AccountId>;
  /** Hashes of the machines' names. */
  readonly devices: ReadonlySet<number>;
  readonly contracts: ReadonlyMap<string, { readonly contractId: ContractId; readonly said: SaidContract }>;
};

/** How the source of a list was found: `share` of what it listed before stands in the list again. */
export type SourceChoice = { readonly source: ImportSource | null; readonly share: number | null; readonly listedBefore: number };

/** Assumption: a list that repeats less than this of an earlier one is another list: the accounts of a second domain, a second site's machines. */
export const leastShareOfSameSource = 0.5;

/**
 * Keeps apart what files write differently, capitals and blanks included; what they leave out is an empty text.
 *
 * Example: `7-Zip` of version `23` and `7-Zip 23` without a version have two keys.
 */
export function nameKey(name: { readonly rawName: string; readonly publisher: string; readonly version: string }): string {
  return `${name.rawName}\u0000${name.publisher}\u0000${name.version}`;
}

/**
 * Finds the earlier list that this one follows: of the same form, with the largest share listed again, at least half.
 * Compared are machines where both know them, else accounts, else contracts, else names. `asked` names a source by id or
 * name, or is `new`; it is taken at its word.
 *
 * Example: the inventory of 3,000 machines came in May. In June 2,950 of them and 80 others come: the same source, the
 * share is 98 %. Forty machines of a school, of which it knew none, are a source of their own.
 */
export function chooseSource(
  collected: CollectedSource,
  known: readonly ImportSource[],
  accountIdOf: (login: string) => AccountId | undefined,
  asked: string | undefined,
): SourceChoice {
  const none: SourceChoice = { source: null, share: null, listedBefore: 0 };
  if (asked === 'new') return none;
  const found = known.filter((source) => source.form === collected.form && (asked === undefined || source.id === asked || source.name === asked));
  let best = none;
  for (const source of found) {
    const { listedBefore, listedAgain } = compareLists(collected, source, accountIdOf);
    const share = listedBefore === 0 ? 1 : listedAgain / listedBefore;
    if (best.source === null || share >= (best.share ?? 0)) best = { source, share, listedBefore };
  }
  return asked !== undefined || (best.share ?? 0) >= leastShareOfSameSource ? best : none;
}

function compareLists(collected: CollectedSource, source: ImportSource, accountIdOf: (login: string) => AccountId | undefined) {
  const count = <Entry>(entries: Iterable<Entry>, isKnown: (entry: Entry) => boolean): number => {
    let again = 0;
    for (const entry of entries) if (isKnown(entry)) again++;
    return again;
  };
  if (source.devices.size > 0 && collected.devices.length > 0) {
    return { listedBefore: source.devices.size, listedAgain: count(collected.devices, (device) => source.devices.has(device)) };
  }
  if (source.accounts.size > 0) {
    const isKnown = (login: string) => {
      const id = accountIdOf(login);
      return id !== undefined && source.accounts.has(id);
    };
    return { listedBefore: source.accounts.size, listedAgain: count(collected.logins, isKnown) };
  }
  if (source.contracts.size > 0) {
    return { listedBefore: source.contracts.size, listedAgain: count(collected.contractKeys, (key) => source.contracts.has(key)) };
  }
  return { listedBefore: source.names.size, listedAgain: count(collected.software, (found) => source.names.has(nameKey(found))) };
}
