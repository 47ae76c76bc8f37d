import type { IsoDate } from '../calendar.ts';
import type { MatchReason } from '../catalogue/match.ts';
import type { AccountId, ContractId, ImportSourceId, ItemId, ProductId, TrackId, UnitId } from '../ids.ts';
import type { SourceDraft } from './draftSources.ts';
import type { ImportSource } from './importSource.ts';
import type { AccountKind, Contract, Item } from './inventory.ts';

/** How an import changes each kind of thing; `read` is the sum of the others but `gone`, which its source listed before and no longer does. */
export type ImportCounts = { read: number; new: number; changed: number; unchanged: number; ambiguous: number; skipped: number; gone: number };

export type DifferenceSample = {
  readonly kind: 'new' | 'changed' | 'ambiguous' | 'skipped' | 'gone';
  readonly what: string;
  readonly reasonKey: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type DraftAccount = {
  readonly id: AccountId;
  readonly login: string;
  readonly unitId: UnitId;
  readonly kind: AccountKind;
  readonly isEnabled: boolean;
  readonly lastActiveOn: IsoDate | null;
  /** Key into `ImportDraft.usages`; null leaves the account's uses as they are. */
  readonly usageKey: string | null;
};

export type DraftRawName = {
  readonly rawName: string;
  readonly publisher: string;
  readonly version: string;
  readonly installations: number;
  readonly match: MatchReason;
  readonly itemId: ItemId | null;
};

export type DraftProgress = {
  readonly trackId: TrackId;
  readonly state: 'planned' | 'migrated' | 'problem' | 'exception';
  readonly reason: string;
  readonly on: IsoDate | null;
  readonly accountIds: AccountId[];
};

/** The source of a list, as an import's report tells it. */
export type ReportedSource = {
  readonly form: string;
  /** Null for a source that is new. */
  readonly sourceId: ImportSourceId | null;
  readonly name: string;
  /** Share of what it listed before that is listed again, 0 to 1. */
  readonly share: number | null;
  readonly listedBefore: number;
  readonly isPartial: boolean;
  /** The earlier lists of the same form, any of which it may follow. */
  readonly candidates: readonly { readonly id: ImportSourceId; readonly name: string }[];
};

/** What an import is about to change: shown by a dry run, written by the import, the same in both. */
export type ImportDraft = {
  readonly units: readonly { readonly id: UnitId; readonly parentId: UnitId | null; readonly name: string; readonly path: string }[];
  readonly newAccounts: readonly DraftAccount[];
  readonly changedAccounts: readonly DraftAccount[];
  /** Sign-in name → bytes, where they are not what the plan knows. */
  readonly mailboxes: ReadonlyMap<string, number>;
  readonly usages: ReadonlyMap<string, readonly ItemId[]>;
  readonly rawNames: readonly DraftRawName[];
  readonly newItems: readonly Item[];
  readonly changedItems: readonly Item[];
  readonly newContracts: readonly Contract[];
  readonly changedContracts: readonly Contract[];
  readonly progress: readonly DraftProgress[];
  /** Only those whose state the import changes. */
  readonly sources: readonly SourceDraft[];
  /** How the source of each list was found. */
  readonly choices: readonly ReportedSource[];
  /** Departments as files write them → the units that they mean, as far as they are not known yet. */
  readonly importedPaths: ReadonlyMap<string, UnitId>;
  readonly counts: {
    readonly accounts: ImportCounts;
    readonly units: ImportCounts;
    readonly software: ImportCounts;
    readonly contracts: ImportCounts;
    readonly progress: ImportCounts;
  };
  readonly samples: readonly DifferenceSample[];
};

/** The part of a plan that an import is compared with. */
export type ImportBase = {
  readonly administration: string;
  readonly units: readonly { readonly id: UnitId; readonly path: string }[];
  readonly accounts: ReadonlyMap<
    string,
    {
      readonly id: AccountId;
      readonly unitId: UnitId;
      readonly kind: AccountKind;
      readonly isEnabled: boolean;
      readonly lastActiveOn: IsoDate | null;
      readonly usageProfileId: number | null;
    }
  >;
  readonly mailboxes: ReadonlyMap<string, number>;
  readonly usageProfiles: ReadonlyMap<number, readonly ItemId[]>;
  readonly items: readonly Item[];
  readonly rawNames: readonly DraftRawName[];
  readonly contracts: readonly Contract[];
  readonly trackIds: ReadonlyMap<string, TrackId>;
  readonly sources: readonly ImportSource[];
  /** Departments as earlier files wrote them; a unit that was given another name is found again by them. */
  readonly importedPaths: ReadonlyMap<string, UnitId>;
};

export type ImportChoices = {
  /** Form → id of the source that the list is the next state of, or `new`; others are found by what they list. */
  readonly sources: Readonly<Record<string, string>>;
  /** What happens to accounts that their source no longer lists. */
  readonly goneAccounts: 'keep' | 'disable';
};

/** What the catalogue says about a product, as far as an import needs it. */
export type ImportProduct = {
  readonly id: ProductId;
  readonly name: string;
  readonly vendorName: string;
  readonly track: string;
  readonly includes: readonly ProductId[];
};

export type ImportIds = { unit(): UnitId; account(): AccountId; item(): ItemId; contract(): ContractId; source(): ImportSourceId };
export type MatchName = (name: { readonly rawName: string; readonly publisher: string; readonly version: string }) => MatchReason;

/**
 * The counts before anything is read, as an object of their own, since `count` adds to it.
 *
 * Example: `read`, `new` and `gone` are 0, and so are all others.
 */
export function noCounts(): ImportCounts {
  return { read: 0, new: 0, changed: 0, unchanged: 0, ambiguous: 0, skipped: 0, gone: 0 };
}

/**
 * Adds to the counts in place; what is gone is no longer in any file, so it is not read.
 *
 * Example: 3 new and 1 gone are `read` 3, `new` 3 and `gone` 1.
 */
export function count(counts: ImportCounts, outcome: Exclude<keyof ImportCounts, 'read'>, times = 1): void {
  if (outcome !== 'gone') counts.read += times;
  counts[outcome] += times;
}

const samplesOfEachKind = 20;

export type SampleList = { add(sample: DifferenceSample): void; readonly list: DifferenceSample[] };

/**
 * Keeps the first 20 differences of each kind and reason; the counts stay complete.
 *
 * Example: of 25 new units and 2 new accounts, 20 and 2 are kept.
 */
export function createSampleList(): SampleList {
  const list: DifferenceSample[] = [];
  const kept = new Map<string, number>();
  return {
    list,
    add(sample) {
      const key = `${sample.kind} ${sample.reasonKey}`;
      const already = kept.get(key) ?? 0;
      if (already >= samplesOfEachKind) return;
      kept.set(key, already + 1);
      list.push(sample);
    },
  };
}
