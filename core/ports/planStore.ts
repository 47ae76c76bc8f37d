import type { IsoDate } from '../domain/calendar.ts';
import type { MatchReason } from '../domain/catalogue/match.ts';
import type { TrackKey } from '../domain/catalogue/catalogue.ts';
import type { NameRule } from '../domain/catalogue/nameRules.ts';
import type {
  AccountId,
  BaselineId,
  ContractId,
  FreezeId,
  ImportId,
  ItemId,
  NameRuleId,
  ProductId,
  ScenarioId,
  TaskId,
  TrackId,
  UnitId,
  ViewId,
  WaveId,
} from '../domain/ids.ts';
import type { ImportSource } from '../domain/inventory/importSource.ts';
import type { Account, AccountKind, Contract, Item, RawName, Unit, UsageProfile } from '../domain/inventory/inventory.ts';
import type { Decision, Strategy } from '../domain/mapping/decision.ts';
import type { Cents } from '../domain/money.ts';
import type { ColumnNames } from './importReader.ts';
import type { Baseline, BaselineHead } from '../domain/schedule/baseline/baseline.ts';
import type { Capacity, Freeze, Task, TaskLink, Timeline, Track, Wave } from '../domain/schedule/timeline/timeline.ts';

/** What a plan file holds, as its readers see it. Lists that can be long are paged or streamed; none is cut silently. */

export type PlanDetails = {
  readonly name: string;
  readonly administration: string;
  readonly country: string;
  readonly region: string | null;
  readonly currency: 'EUR';
  readonly templateId: string;
  readonly startsOn: IsoDate;
};

export type Page = { readonly offset: number; readonly limit: number };

export type ItemFilter = {
  readonly search?: string | undefined;
  readonly matched?: boolean | undefined;
  /** Null stands for the items that are on no track of the plan. */
  readonly tracks?: readonly (TrackKey | null)[] | undefined;
  readonly vendors?: readonly string[] | undefined;
  readonly strategies?: readonly Strategy[] | undefined;
  /** Only these, of which the caller knows more than the plan file says. */
  readonly ids?: readonly ItemId[] | undefined;
  /** Items of which a contract's current term ends between these days, both included. */
  readonly contractEnds?: { readonly from: IsoDate; readonly to: IsoDate } | undefined;
};
export type ItemOrder = {
  readonly by: 'name' | 'vendor' | 'track' | 'installations' | 'seats' | 'accounts' | 'annualCostCents' | 'matched' | 'strategy';
  readonly direction: 'ascending' | 'descending';
};
/** An item with what a list shows of its surroundings; nothing decided is `undecided`. */
export type ListedItem = Item & { readonly track: TrackKey | null; readonly strategy: Strategy; readonly replacementId: ProductId | null };
/** How many items each choice of a filter would show while the other filters stand. */
export type ItemCounts = {
  readonly total: number;
  /** Sum of the yearly costs that are known, and how many items have none. */
  readonly annualCostCents: Cents;
  readonly withoutCost: number;
  readonly tracks: readonly { readonly track: TrackKey | null; readonly items: number }[];
  /** The most frequent vendors first, at most `listedVendors`, and those that are chosen. */
  readonly vendors: readonly { readonly vendor: string; readonly items: number }[];
  readonly matched: number;
  readonly unmatched: number;
  readonly strategies: Readonly<Record<Strategy, number>>;
  readonly contractEnds: number;
};
export type RawNameFilter = { readonly kind?: MatchReason['kind'] | undefined; readonly itemId?: ItemId | undefined; readonly search?: string | undefined };
export type RawNameOrder = { readonly by: 'installations' | 'rawName' | 'publisher' | 'version'; readonly direction: 'ascending' | 'descending' };
export type AccountFilter = { readonly unitId?: UnitId; readonly waveId?: WaveId; readonly search?: string };

export type AccountState = 'planned' | 'migrated' | 'problem' | 'exception';
export type StateCounts = Readonly<Record<AccountState, number>>;

/** `search` is part of a sign-in name or of a reason, in any case. */
export type AccountStateFilter = {
  readonly trackId: TrackId;
  readonly state?: AccountState;
  readonly unitId?: UnitId;
  readonly waveId?: WaveId;
  readonly search?: string;
};

/**
 * `unit` is the order of the places: by the unit's path, within it by rank. In every other order accounts that are equal
 * come by sign-in name; those that are still planned have no day and come last.
 */
export type AccountOrder = { readonly by: 'unit' | 'login' | 'state' | 'since'; readonly direction: 'ascending' | 'descending' };

/** Only accounts that are no longer simply planned have a stored state. */
export type StoredAccountState = {
  readonly accountId: AccountId;
  readonly trackId: TrackId;
  readonly state: AccountState;
  readonly reason: string;
  readonly changedOn: IsoDate;
};

export type StoredScenario = {
  readonly id: ScenarioId;
  readonly name: string;
  readonly changes: {
    readonly startsOn?: IsoDate | undefined;
    readonly accountsPerWeek?: Readonly<Partial<Record<Track['key'], number>>> | undefined;
    readonly minutesPerDay?: Readonly<Partial<Record<Capacity['resource'], number>>> | undefined;
    readonly assumptions?: Readonly<Record<string, number>> | undefined;
  };
};

/** A table's columns, order and filter under a name; what stands in the definition is the contract's matter. */
export type StoredView = {
  readonly id: ViewId;
  readonly table: string;
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>>;
};

/** How a person named the columns of a table; `headings` is its `headingsKey`. */
export type NamedColumns = { readonly headings: string; readonly fileName: string; readonly columns: ColumnNames };

export type ImportEntry = { readonly id: ImportId; readonly format: string; readonly fileName: string; readonly sha256: string };

/** A raw name as it is stored: one row per (name, publisher, version). */
export type StoredRawName = RawName & { readonly importId: ImportId | null };

export type NewAccount = {
  readonly login: string;
  readonly unitId: UnitId;
  readonly kind: AccountKind;
  readonly isEnabled: boolean;
  readonly lastActiveOn: IsoDate | null;
  readonly usageProfileId: number | null;
};

export interface PlanReader {
  /** Null in a file that has been made but not yet filled from a template. */
  plan(): PlanDetails | null;
  /** Number of commands answered so far, undo and redo included; never goes down. */
  revision(): number;
  /** SHA-256, hex, over all content tables in the order of their keys; history, imports' names, instants and views left out. */
  fingerprint(): string;
  /**
   * What `compute` makes of this plan and of nothing else, computed once a revision and inside a command each time. The
   * name stands for the computation: pages of one moment ask for the same costs.
   */
  computedOnce<Value>(name: string, compute: () => Value): Value;
  /** Values that the owner changed; templates hold the rest. */
  changedAssumptions(): ReadonlyMap<string, number>;

  units(): readonly Unit[];
  accountTotal(): number;
  /** Enabled and disabled accounts of these kinds standing directly in each unit. */
  unitAccountCounts(kinds: readonly AccountKind[]): ReadonlyMap<UnitId, number>;
  /** Places of the unit's accounts of these kinds, ascending: where a unit that is too large for one week can be cut. */
  unitRanks(unitId: UnitId, kinds: readonly AccountKind[]): readonly number[];
  accounts(filter: AccountFilter, page: Page): { readonly total: number; readonly accounts: readonly Account[] };
  /** Accounts that stand directly in the unit, by their sign-in names. */
  accountsOfUnit(unitId: UnitId): readonly { readonly id: AccountId; readonly login: string }[];
  /** Ids and places by sign-in name, lower case, for the next import; all accounts, compact. */
  accountsByLogin(): ReadonlyMap<
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
  /** Bytes by sign-in name, of the mailboxes of which a report told the size. */
  mailboxSizes(): ReadonlyMap<string, number>;
  /**
   * Of the enabled accounts of persons: the latest day on which any was used, of how many the last use is known, and how
   * many were last used before the day that `unusedBefore` makes of the latest; with the mailboxes of known size.
   */
  accountUse(unusedBefore: (latestUse: IsoDate) => IsoDate): {
    readonly latestUse: IsoDate | null;
    readonly known: number;
    readonly unused: number;
    readonly mailboxes: number;
    readonly mailboxBytes: number;
  };
  usageProfiles(): readonly UsageProfile[];

  items(filter: ItemFilter, order: ItemOrder, page: Page): { readonly total: number; readonly items: readonly ListedItem[] };
  itemIds(filter: ItemFilter, order: ItemOrder, page: Page): readonly ItemId[];
  /** `contractEnds` says which days the count of ending contracts looks at, whether it filters or not. */
  itemCounts(filter: ItemFilter, contractEnds: { readonly from: IsoDate; readonly to: IsoDate }): ItemCounts;
  allItems(): readonly Item[];
  /** The raw names of these items, in no order. */
  namesOfItems(
    ids: readonly ItemId[],
  ): readonly { readonly itemId: ItemId; readonly rawName: string; readonly version: string; readonly installations: number }[];
  item(id: ItemId): Item | null;
  /** The most frequent first, unless another order is wanted. */
  rawNames(filter: RawNameFilter, page: Page, order?: RawNameOrder): { readonly total: number; readonly rawNames: readonly RawName[] };
  rawNameCoverage(): {
    readonly matched: number;
    readonly ownItem: number;
    readonly noise: number;
    readonly unmatched: number;
    readonly matchedInstallations: number;
    readonly ownItemInstallations: number;
    readonly unmatchedInstallations: number;
  };
  allRawNames(): readonly StoredRawName[];
  /** What people decided about names in this plan. */
  nameRules(): readonly NameRule[];
  contracts(): readonly Contract[];
  /** As they were named last for a table with these headings. */
  namedColumns(headings: string): NamedColumns | null;
  /** In the order in which they were imported. */
  imports(): readonly ImportEntry[];
  /** Where imports came from, with all that each of them said last; in the order in which they were first imported. */
  importSources(): readonly ImportSource[];
  /** Departments as files wrote them, joined by ` / `, and the units that they mean. */
  importedPaths(): ReadonlyMap<string, UnitId>;

  decisions(): readonly Decision[];

  timeline(): Timeline;
  /** The day of the status that the dates follow: what was open on its evening stands behind it; null where nothing had been migrated. */
  statusOn(): IsoDate | null;
  /**
   * Accounts of each wave that stand in each state; accounts without a stored state are planned. Everything about a
   * track or a wave counts only the kinds of account that move there: `accountKindsOfTrack` of the track's key.
   */
  waveStates(): ReadonlyMap<WaveId, StateCounts>;
  trackStates(): ReadonlyMap<TrackId, StateCounts>;
  /** Accounts that stand directly in each unit, by their state on one track; units without an account there are left out. */
  unitStates(trackId: TrackId): ReadonlyMap<UnitId, StateCounts>;
  /** Accounts that became migrated, by track and day. */
  migratedByDay(): readonly { readonly trackId: TrackId; readonly on: IsoDate; readonly accounts: number }[];
  problemReasons(): readonly { readonly trackId: TrackId; readonly reason: string; readonly accounts: number }[];
  /** By unit where no order is given. */
  accountStates(
    filter: AccountStateFilter,
    page: Page,
    order?: AccountOrder,
  ): {
    readonly total: number;
    readonly accounts: readonly {
      readonly accountId: AccountId;
      readonly login: string;
      readonly unitPath: string;
      readonly state: AccountState;
      readonly reason: string;
      readonly changedOn: IsoDate | null;
      readonly lastActiveOn: IsoDate | null;
      readonly mailboxBytes: number | null;
    }[];
  };
  /** The ids of the same rows. */
  accountStateIds(filter: AccountStateFilter, page: Page, order: AccountOrder): readonly AccountId[];
  accountIdsOfUnit(unitId: UnitId, withSubUnits: boolean): readonly AccountId[];
  accountIdsOfWave(waveId: WaveId): readonly AccountId[];
  accountIdsOfLogins(logins: readonly string[]): ReadonlyMap<string, AccountId>;

  scenarios(): readonly StoredScenario[];
  /** In the order of their approval. */
  baselines(): readonly BaselineHead[];
  baseline(id: BaselineId): Baseline | null;
  views(): readonly StoredView[];
}

/** Writes exist only inside a command. Each `insert…` takes ids made by the caller; each `replace…` removes what stood. */
export interface PlanWriter extends PlanReader {
  insertPlan(details: PlanDetails): void;
  updatePlan(details: PlanDetails): void;
  setAssumption(key: string, value: number): void;
  /** Back to the template's value; answers 0 where it had not been changed. */
  removeAssumption(key: string): number;

  insertUnits(units: readonly { readonly id: UnitId; readonly parentId: UnitId | null; readonly name: string; readonly path: string }[]): void;
  /** Name and path; the paths of the units below are the caller's too. */
  renameUnits(units: readonly { readonly id: UnitId; readonly name: string; readonly path: string }[]): number;
  setUnitRole(unitIds: readonly UnitId[], role: Unit['role']): number;
  /** Bulk: one log entry however many. Gives each account the next rank of its unit. */
  insertAccounts(accounts: Iterable<{ readonly id: AccountId } & NewAccount>, importId: ImportId | null): void;
  /** A changed unit gives the account the next rank there. */
  updateAccounts(accounts: readonly ({ readonly id: AccountId } & NewAccount)[]): number;
  /** With their states; the ranks that they had are not given again. */
  removeAccounts(ids: readonly AccountId[]): number;
  /** Bulk: by sign-in name; those that are not named keep theirs. */
  saveMailboxSizes(sizes: ReadonlyMap<string, number>): void;
  /** Finds or makes the profile of exactly these items and answers its id. */
  usageProfileId(itemIds: readonly ItemId[]): number;
  insertImport(entry: ImportEntry): void;
  /** Bulk: makes the source, or replaces all that it said. */
  saveImportSource(source: ImportSource): void;
  /** Installations of these names that sources counted for their item are counted for `itemId` from now on, or for none. */
  moveSaidInstallations(names: readonly RawName[], itemId: ItemId | null): void;
  /** A new rule, or another text or effect of the one that has this id; answers 0 where nothing changes. */
  saveNameRule(rule: NameRule): number;
  removeNameRule(id: NameRuleId): number;
  insertNamedColumns(named: NamedColumns): void;
  saveImportedPaths(paths: ReadonlyMap<string, UnitId>): void;

  insertItems(items: readonly Item[]): void;
  updateItem(item: Item): void;
  /** Also removes decisions, contracts and uses of the items; raw names lose their item. */
  removeItems(ids: readonly ItemId[]): number;
  /** Recounts `items.accounts` from the usage profiles, for items that profiles name. */
  recountItemAccounts(): void;
  /** Bulk: inserts, or replaces installations, match and item where (name, publisher, version) stands already. */
  upsertRawNames(rawNames: readonly StoredRawName[]): void;
  insertContracts(contracts: readonly Contract[]): void;
  updateContract(contract: Contract): void;
  removeContract(id: ContractId): number;

  saveDecisions(decisions: readonly Decision[]): number;

  insertTracks(tracks: readonly Track[]): void;
  updateTrack(track: Track): void;
  setCapacity(capacity: Capacity): void;
  insertFreeze(freeze: Freeze): void;
  removeFreeze(id: FreezeId): number;
  /** Bulk: waves, tasks and links of the whole plan are replaced by these; answers how many rows differ. */
  replaceSchedule(schedule: { readonly waves: readonly Wave[]; readonly tasks: readonly Task[]; readonly links: readonly TaskLink[] }): number;
  setTaskNotBefore(id: TaskId, notBefore: IsoDate | null): number;
  setStatusOn(statusOn: IsoDate | null): number;

  /** Sets, or with `planned` removes, the stored states; answers how many accounts changed. */
  setAccountStates(trackId: TrackId, accountIds: readonly AccountId[], state: AccountState, reason: string, on: IsoDate): number;

  insertScenario(scenario: StoredScenario): void;
  removeScenario(id: ScenarioId): number;

  /** Bulk: its tasks and costs are one log entry each. */
  insertBaseline(baseline: Baseline): void;
  removeBaseline(id: BaselineId): number;
  /** A new view, or another name or definition of the one that has this id; answers 0 where nothing changes. */
  saveView(view: StoredView): number;
  removeView(id: ViewId): number;
}

export type HistoryEntry = {
  readonly sequence: number;
  /** Instant, UTC, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly labelKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly rows: number;
  readonly state: 'done' | 'undone';
};

export type CommandLabel = { readonly labelKey: string; readonly params: Readonly<Record<string, string | number>> };

export type CommandRequest = {
  readonly commandId: string;
  readonly operation: string;
  /** The revision on which the caller based the command; an older one than the plan's is refused as `stale`. Absent: whatever stands. */
  readonly revision?: number | undefined;
};

/** What every command answers. `result` is stored with the command, so that a repeated `commandId` gets the same answer. */
export type CommandOutcome<Result> = { readonly result: Result; readonly label: CommandLabel; readonly changed: number };

export interface PlanStore {
  /** True when the file was opened read-only, for example because somebody else has it. */
  readonly isReadOnly: boolean;
  read<Result>(work: (reader: PlanReader) => Result): Result;
  /**
   * One synchronous transaction with its log entry. Throws `AppError`: `stale`, `storage`, `rule` where the file is
   * read-only; whatever `work` throws rolls everything back.
   */
  write<Result>(
    request: CommandRequest,
    work: (writer: PlanWriter) => CommandOutcome<Result>,
  ): { readonly revision: number; readonly label: CommandLabel; readonly changed: number; readonly result: Result; readonly wasRepeated: boolean };
  undo(request: CommandRequest): { readonly revision: number; readonly label: CommandLabel; readonly changed: number; readonly wasRepeated: boolean };
  /**
   * Undoes or redoes, in one transaction, until the command of this sequence is the last one that stands. Throws `rule`
   * where that moment can no longer be reached: a later command took the place of those that were undone.
   */
  /**
   * Takes one command back, wherever it stands in the history, by a new command that can itself be undone. Throws `rule`
   * where it does not stand or where later commands built on it, see `builtUpon`.
   */
  rollBack(
    request: CommandRequest,
    sequence: number,
  ): { readonly revision: number; readonly label: CommandLabel; readonly changed: number; readonly wasRepeated: boolean };
  /** Null where no command has this sequence. */
  historyEntry(sequence: number): HistoryEntry | null;
  /** The later commands that changed what this one wrote, or point to it. */
  builtUpon(sequence: number): readonly HistoryEntry[];
  restore(
    request: CommandRequest,
    sequence: number,
  ): { readonly revision: number; readonly steps: number; readonly changed: number; readonly wasRepeated: boolean };
  redo(request: CommandRequest): { readonly revision: number; readonly label: CommandLabel; readonly changed: number; readonly wasRepeated: boolean };
  history(page: Page): {
    readonly total: number;
    readonly entries: readonly HistoryEntry[];
    readonly undo: HistoryEntry | null;
    readonly redo: HistoryEntry | null;
  };
  /** SQLite's integrity and foreign-key checks and our own sums; an empty list is a whole file. */
  verify(): readonly { readonly messageKey: string; readonly params: Readonly<Record<string, string | number>> }[];
  close(): void;
}
