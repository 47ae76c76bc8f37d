import type { IsoDate } from '../domain/calendar.ts';
import type { Confidence, TrackKey } from '../domain/catalogue/catalogue.ts';
import type { ContractId, ItemId, ProductId, TaskId, TrackId, UnitId, WaveId } from '../domain/ids.ts';
import type { Contract, Unit } from '../domain/inventory/inventory.ts';
import type { DecisionReason, Strategy } from '../domain/mapping/decision.ts';
import type { Cents } from '../domain/money.ts';
import type { Problem } from '../domain/problems.ts';
import type { AssumptionValue, PhaseKind } from '../domain/schedule/timeline/planTemplate.ts';
import type { Capacity, Freeze, TaskLink } from '../domain/schedule/timeline/timeline.ts';

/** A sentence that a template carries in all languages. */
export type LocalText = Readonly<Record<'de' | 'en' | 'fr', string>>;

/** The plan's own details, as the plan file holds them. */
export type ReportPlan = {
  readonly name: string;
  readonly administration: string;
  readonly country: string;
  readonly region: string | null;
  readonly currency: 'EUR';
  readonly templateId: string;
  readonly startsOn: IsoDate;
};

/** One item with what becomes of it. Installations, seats and accounts are different counters and never added. */
export type ReportItem = {
  readonly itemId: ItemId;
  readonly itemName: string;
  readonly productId: ProductId | null;
  readonly productName: string | null;
  readonly vendor: string;
  readonly track: TrackKey | null;
  readonly strategy: Strategy;
  readonly replacementId: ProductId | null;
  readonly replacementName: string | null;
  readonly reasons: readonly DecisionReason[];
  readonly isOverridden: boolean;
  readonly note: string;
  readonly blockers: readonly string[];
  readonly installations: number;
  readonly seats: number;
  readonly accounts: number;
  readonly annualCostCents: Cents | null;
};

/** When support of an item's release in use ends first, as the catalogue states it; of items with a known end only. */
export type ReportSupport = {
  readonly itemId: ItemId;
  readonly endsOn: IsoDate;
  readonly cycle: string | null;
  /** Installations of the releases that end on that day, of all that were found. */
  readonly installations: number;
  readonly of: number;
  readonly source: string;
};

export type CostKind = 'licence' | 'replacement' | 'migration' | 'training' | 'doubleRunning';
export const costKinds: readonly CostKind[] = ['licence', 'replacement', 'migration', 'training', 'doubleRunning'];

export type ReportAssumption = {
  readonly key: string;
  readonly value: number;
  readonly unit: AssumptionValue['unit'];
  /** Null means nobody published it: the paper prints the word assumption. */
  readonly sourceTitle: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: Confidence;
  readonly note: string;
  readonly isChanged: boolean;
};

export type MissedRenewal = {
  readonly contractId: ContractId;
  readonly name: string;
  readonly renewsOn: IsoDate;
  readonly decideBy: IsoDate;
  readonly lastWaveFinishesOn: IsoDate | null;
  readonly costCents: Cents;
};

export type ReportCosts = {
  readonly firstYear: number;
  readonly years: readonly number[];
  /** `byYear` runs along `years`; the total is the sum of `byYear` to the cent. */
  readonly lines: readonly { readonly track: TrackKey | null; readonly kind: CostKind; readonly byYear: readonly Cents[]; readonly totalCents: Cents }[];
  readonly totalsByYear: readonly Cents[];
  readonly totalCents: Cents;
  readonly stayByYear: readonly Cents[];
  readonly stayTotalCents: Cents;
  readonly netPresentValueCents: Cents;
  readonly discountRatePercent: number;
  readonly paybackOn: IsoDate | null;
  readonly missedRenewals: readonly MissedRenewal[];
  readonly itemsWithoutCost: number;
  readonly assumptions: readonly ReportAssumption[];
  readonly problems: readonly Problem[];
};

export type ReportStates = { readonly planned: number; readonly migrated: number; readonly problem: number; readonly exception: number };

/** What has been done so far, as the tracking page says it. */
export type ReportStatus = {
  readonly tracks: readonly {
    readonly trackId: TrackId;
    readonly key: TrackKey;
    readonly name: string;
    readonly accounts: number;
    readonly states: ReportStates;
    readonly plannedByToday: number;
  }[];
  readonly waves: readonly { readonly waveId: WaveId; readonly states: ReportStates }[];
};

export type NameCoverage = {
  readonly matched: number;
  readonly noise: number;
  readonly unmatched: number;
  readonly matchedInstallations: number;
  readonly unmatchedInstallations: number;
};

export type UnmatchedName = { readonly rawName: string; readonly publisher: string; readonly version: string; readonly installations: number };
export type ReportImport = { readonly format: string; readonly fileName: string; readonly sha256: string };
export type ReportSource = { readonly title: string; readonly publisher: string; readonly url: string | null };

/** A bar of a track that is not a wave. */
export type PhaseRow = {
  readonly taskId: TaskId;
  readonly phase: PhaseKind;
  readonly name: string;
  readonly workingDays: number;
  readonly startsOn: IsoDate | null;
  readonly finishesOn: IsoDate | null;
};

export type WaveRow = {
  readonly waveId: WaveId;
  readonly trackId: TrackId;
  readonly track: TrackKey;
  readonly number: number;
  readonly isPilot: boolean;
  readonly accounts: number;
  /** Every unit of the wave once, in the order of its parts. */
  readonly units: readonly { readonly unitId: UnitId; readonly name: string; readonly accounts: number }[];
  readonly startsOn: IsoDate | null;
  readonly finishesOn: IsoDate | null;
  readonly states: ReportStates;
};

export type GateRow = {
  readonly taskId: TaskId;
  readonly trackId: TrackId;
  readonly track: TrackKey;
  readonly trackName: string;
  readonly after: PhaseKind;
  readonly name: string;
  readonly on: IsoDate | null;
  readonly evidence: readonly LocalText[];
  readonly reason: LocalText | null;
  readonly source: ReportSource | null;
  readonly confidence: Confidence | null;
};

export type TrackRow = {
  readonly trackId: TrackId;
  readonly key: TrackKey;
  readonly name: string;
  readonly movesAccounts: boolean;
  /** Accounts of all waves of the track. */
  readonly accounts: number;
  readonly startsOn: IsoDate | null;
  readonly finishesOn: IsoDate | null;
  readonly phases: readonly PhaseRow[];
  readonly waves: readonly WaveRow[];
  readonly items: number;
  readonly replacements: readonly string[];
  readonly states: ReportStates | null;
  readonly plannedByToday: number;
};

/** The day until which notice must be given or the renewal declared. */
export type ContractDecision = {
  readonly contractId: ContractId;
  /** From 1 in the order of dates; the number that the Gantt's flag carries. */
  readonly number: number;
  readonly name: string;
  readonly supplier: string;
  readonly renewal: Contract['renewal'] | null;
  readonly annualCostCents: Cents | null;
  readonly decideBy: IsoDate;
  readonly endsOn: IsoDate;
  readonly isPast: boolean;
};

/** Accounts whose wave finishes in a quarter, along the report's list of tracks that move accounts. */
export type QuarterRow = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly byTrack: readonly number[]; readonly total: number };

export type KeyFigures = {
  readonly accounts: number;
  readonly units: number;
  readonly items: number;
  /** Items about which something has been decided. */
  readonly itemsDecided: number;
  readonly byStrategy: Readonly<Record<Strategy, number>>;
  readonly tracks: number;
  readonly waves: number;
  /** Accounts times tracks: an account that moves on mail and on files is two moves. */
  readonly moves: number;
  readonly movesDone: number;
  readonly startsOn: IsoDate;
  readonly finishesOn: IsoDate | null;
  readonly totalCents: Cents;
  readonly stayTotalCents: Cents;
  /** `stayTotalCents - totalCents`; negative when moving costs more over the years shown. */
  readonly savingsCents: Cents;
  /** The same difference in the last year shown, when everything has moved; null without years. */
  readonly lastYear: { readonly year: number; readonly savingsCents: Cents } | null;
  readonly firstYear: number | null;
  readonly netPresentValueCents: Cents;
  readonly paybackOn: IsoDate | null;
  readonly nextDecision: ContractDecision | null;
  readonly problems: Readonly<Record<Problem['severity'], number>>;
  /** Names with a product among the names that are no noise; 1 when there is none. */
  readonly coverageNames: number;
  readonly coverageInstallations: number;
  /** At most so much later than the best possible finish, 0.014 is 1.4 %; null when no bound was computed. */
  readonly gap: number | null;
  /** What was done by this day stays, all else was planned after it; null when the plan was not planned in the middle of its move. */
  readonly statusOn: IsoDate | null;
};

/**
 * Everything that the paper, the exports and the report page say, as plain data without any language:
 * the same number in every place because every place reads it here.
 */
export type PlanReport = {
  readonly schema: 'bascule.plan/1';
  readonly plan: ReportPlan;
  readonly templateName: LocalText | null;
  readonly templateSources: readonly ReportSource[];
  readonly today: IsoDate;
  readonly revision: number;
  /** SHA-256, hex, of the plan's content. */
  readonly fingerprint: string;
  readonly figures: KeyFigures;
  readonly items: readonly ReportItem[];
  readonly supports: readonly ReportSupport[];
  readonly tracks: readonly TrackRow[];
  readonly gates: readonly GateRow[];
  readonly decisions: readonly ContractDecision[];
  readonly freezes: readonly Freeze[];
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[];
  readonly quarters: readonly QuarterRow[];
  readonly costs: ReportCosts;
  readonly assumptions: readonly ReportAssumption[];
  readonly problems: readonly Problem[];
  readonly coverage: NameCoverage;
  /** By installations, most first. */
  readonly unmatched: readonly UnmatchedName[];
  readonly imports: readonly ReportImport[];
  /** What only other programs read: the exports carry the plan whole. */
  readonly units: readonly Unit[];
  readonly contracts: readonly Contract[];
  readonly links: readonly TaskLink[];
  readonly capacities: readonly Capacity[];
};
