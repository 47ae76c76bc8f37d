import type { Claim, TrackKey } from '../../catalogue/catalogue.ts';
import type { ProductId, SourceId } from '../../ids.ts';

export type PhaseKind = 'assess' | 'prepare' | 'pilot' | 'rollOut' | 'parallelRun' | 'switchOff';

/** A named number that a calculation uses: shown beside every result, editable, with its source or the word assumption. */
export type AssumptionValue = {
  readonly key: string;
  readonly value: number;
  readonly unit:
    | 'centsPerAccount'
    | 'centsPerAccountYear'
    | 'centsPerHour'
    | 'cents'
    | 'percent'
    | 'percentPerYear'
    | 'hoursPerAccount'
    | 'hours'
    | 'days'
    | 'accountsPerWeek'
    | 'months';
  /** Null means nobody published it: the report prints the word assumption. */
  readonly source: SourceId | null;
  readonly confidence: Claim<number>['confidence'];
  /** Lowest and highest value that was published, with where; null where nobody published one. */
  readonly range: { readonly low: number; readonly high: number; readonly sources: readonly SourceId[] } | null;
  readonly note: Readonly<Record<'de' | 'en' | 'fr', string>>;
};

/** What moves together, as a template describes it. */
export type TrackTemplate = {
  readonly key: TrackKey;
  readonly name: Readonly<Record<'de' | 'en' | 'fr', string>>;
  /** The replacement which this template's administration chose; null leaves it to the catalogue. */
  readonly replacement: ProductId | null;
  /** Whether accounts move in waves (mail) or the track is one piece of work for all (identity, database). */
  readonly movesAccounts: boolean;
  readonly accountsPerWeek: Claim<number>;
  /** Working days of each phase that is not made of waves. */
  readonly phases: readonly { readonly kind: PhaseKind; readonly workingDays: Claim<number> }[];
  readonly trainingHoursPerAccount: Claim<number>;
  readonly crewHoursPerAccount: Claim<number>;
};

/** `before` must reach its end before `after` may begin; on `accounts` level the same accounts are meant, wave by wave. */
export type PrecedenceTemplate = {
  readonly before: { readonly track: TrackKey; readonly phase: PhaseKind };
  readonly after: { readonly track: TrackKey; readonly phase: PhaseKind };
  readonly level: 'phase' | 'accounts';
  readonly lagWorkingDays: number;
  readonly reason: Claim<Readonly<Record<'de' | 'en' | 'fr', string>>>;
};

/** A decision with evidence, taken between two phases of a track. */
export type GateTemplate = {
  readonly track: TrackKey;
  readonly after: PhaseKind;
  readonly name: Readonly<Record<'de' | 'en' | 'fr', string>>;
  readonly evidence: readonly Readonly<Record<'de' | 'en' | 'fr', string>>[];
  readonly reason: Claim<Readonly<Record<'de' | 'en' | 'fr', string>>>;
};

export type PlanTemplate = {
  readonly id: string;
  readonly name: Readonly<Record<'de' | 'en' | 'fr', string>>;
  readonly summary: Readonly<Record<'de' | 'en' | 'fr', string>>;
  readonly country: string;
  readonly region: string | null;
  readonly currency: 'EUR';
  readonly sources: readonly SourceId[];
  readonly tracks: readonly TrackTemplate[];
  readonly precedences: readonly PrecedenceTemplate[];
  readonly gates: readonly GateTemplate[];
  /** Which replacement a product gets under this template: product → replacement. Products not named follow the catalogue. */
  readonly replacements: Readonly<Record<string, Claim<ProductId>>>;
  /**
   * Hours that all tracks share on one working day. `trainers` counts hours of participants (trainers × places × hours
   * of teaching), so that it compares with `trainingHoursPerAccount`; `crew` counts hours of the migration crew itself.
   */
  readonly resources: readonly { readonly id: 'trainers' | 'crew'; readonly hoursPerDay: Claim<number> }[];
  readonly assumptions: readonly AssumptionValue[];
};
