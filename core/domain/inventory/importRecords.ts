import type { IsoDate } from '../calendar.ts';
import type { TrackKey } from '../catalogue/catalogue.ts';
import type { Cents } from '../money.ts';
import type { AccountKind } from './inventory.ts';

/**
 * What a file says, row by row, before it is joined with the plan. Null, an empty text and an empty list all mean
 * "the file does not say", which is neither 0 nor no. `row` is the row as a spreadsheet counts it, 1 is the first.
 *
 * Names of people, telephone numbers, addresses, users of machines, serial numbers and licence keys are in no
 * record: the readers drop them.
 */
export type ImportRecord = SoftwareRecord | LicenceRecord | AccountRecord | AccountCountsRecord | ContractRecord | ProgressRecord | PlanTaskRecord;

export type ImportRecordKind = ImportRecord['kind'];

export type SoftwareRecord = {
  readonly kind: 'software';
  readonly row: number;
  readonly rawName: string;
  readonly publisher: string;
  /** Several versions that the tool stacked in one cell are joined by `, `. */
  readonly version: string;
  /**
   * Machines, as the file counts them. 1 where the file has one row for each find on a machine; the same name may
   * then come several times for one `device` (32 and 64 bits, languages): count devices, not records.
   */
  readonly installations: number;
  readonly device: string | null;
  readonly unitName: string | null;
};

export type LicenceRecord = {
  readonly kind: 'licence';
  readonly row: number;
  /** The id of the licence in the tool it comes from, so that the next import finds it again. */
  readonly key: string | null;
  readonly name: string;
  readonly publisher: string;
  readonly seats: number | null;
  /** Paid every year. A file names this or the purchase cost or both; neither is derived from the other. */
  readonly annualCostCents: Cents | null;
  /** Paid once, for all seats together. */
  readonly purchaseCostCents: Cents | null;
  /** ISO 4217, read from the cell or the heading; null means the currency of the plan. */
  readonly currency: string | null;
  readonly purchasedOn: IsoDate | null;
  readonly expiresOn: IsoDate | null;
  /** The day on which the licence is given up. */
  readonly terminatesOn: IsoDate | null;
  readonly supplier: string;
  readonly orderNumber: string;
  readonly unitName: string | null;
  readonly notes: string;
};

export type AccountRecord = {
  readonly kind: 'account';
  readonly row: number;
  /** Lower case. */
  readonly login: string;
  readonly accountKind: AccountKind | null;
  /** From the root of the administration downwards; empty where the file names no department. */
  readonly departmentPath: readonly string[];
  readonly isEnabled: boolean | null;
  readonly lastActiveOn: IsoDate | null;
  /** Names of the licences, as the file writes them. */
  readonly licences: readonly string[];
  /** Names of the services the account may use, as the file writes them. */
  readonly services: readonly string[];
  /** Last use of each service that was ever used. */
  readonly lastActiveByService: Readonly<Record<string, IsoDate>>;
  /** Absent where the file does not say it. */
  readonly mailboxBytes?: number;
};

/** Sums of a report in which the users are concealed: they can be counted, not joined with departments. */
export type AccountCountsRecord = {
  readonly kind: 'accountCounts';
  readonly row: number;
  readonly accounts: number;
  readonly lastActiveOn: IsoDate | null;
  readonly accountsByLicence: Readonly<Record<string, number>>;
  readonly accountsByService: Readonly<Record<string, number>>;
};

export type ContractRecord = {
  readonly kind: 'contract';
  readonly row: number;
  /** Number of the contract. */
  readonly key: string | null;
  readonly name: string;
  /** The software the contract is about; empty where the file only has the contract's name. */
  readonly productName: string;
  readonly supplier: string;
  readonly startsOn: IsoDate | null;
  /** Last day of the current term. */
  readonly endsOn: IsoDate | null;
  readonly noticeDays: number | null;
  readonly renewal: 'tacit' | 'express' | 'none' | null;
  readonly renewalMonths: number | null;
  readonly annualCostCents: Cents | null;
  readonly currency: string | null;
  readonly seats: number | null;
};

export type ProgressState = 'planned' | 'migrated' | 'problem' | 'exception';

export type ProgressRecord = {
  readonly kind: 'progress';
  readonly row: number;
  /** Lower case. */
  readonly login: string;
  readonly trackKey: TrackKey;
  readonly state: ProgressState;
  readonly reason: string;
  readonly on: IsoDate | null;
};

/** How a task of another program's plan hangs on an earlier one. */
export type PlanTaskLink = {
  readonly key: string;
  readonly type: 'finishToStart' | 'startToStart' | 'finishToFinish' | 'startToFinish';
  /** Negative where the tasks overlap; parts of a day are kept. */
  readonly lagWorkingDays: number;
};

/** A task of a plan that another program made. Costs, people and notes are in no record. */
export type PlanTaskRecord = {
  readonly kind: 'planTask';
  /** Its place in the file, from 1. */
  readonly row: number;
  /** The program's own id of the task, to which links refer. */
  readonly key: string;
  /** Names of the tasks above it, from the root downwards. */
  readonly path: readonly string[];
  readonly name: string;
  readonly startsOn: IsoDate | null;
  /** Inclusive: a task of one day starts and finishes on it. */
  readonly finishesOn: IsoDate | null;
  readonly isMilestone: boolean;
  /** It only sums the tasks below it up. */
  readonly isSummary: boolean;
  readonly percentComplete: number | null;
  readonly predecessors: readonly PlanTaskLink[];
};
