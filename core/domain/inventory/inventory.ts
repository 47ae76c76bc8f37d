import type { IsoDate } from '../calendar.ts';
import type { AccountId, ContractId, ImportId, ItemId, ProductId, TrackId, UnitId } from '../ids.ts';
import type { Cents } from '../money.ts';
import type { MatchReason } from '../catalogue/match.ts';

/** A department in the tree of the administration. Two units of the same name under different parents are two units. */
export type Unit = {
  readonly id: UnitId;
  readonly parentId: UnitId | null;
  readonly name: string;
  /** Names from the root, joined by ` / `; the order of the tree is the order of this text. */
  readonly path: string;
  /** `pilot` moves first, `onCall` (duty services, emergency control rooms, courts' stand-by) moves last. */
  readonly role: 'pilot' | 'regular' | 'onCall';
  /** Accounts that stand directly in this unit, its sub-units not counted. */
  readonly accountCount: number;
};

export type AccountKind = 'person' | 'shared' | 'room' | 'service';

/** A person's, shared or room mailbox, or a service account: the unit of migration. */
export type Account = {
  readonly id: AccountId;
  /** The sign-in name (user principal name), lower case: the key under which the next import finds the account again. */
  readonly login: string;
  readonly unitId: UnitId;
  /** Place in the unit, from 0, given at import and kept: waves of a split unit are ranges of it. */
  readonly unitRank: number;
  readonly kind: AccountKind;
  readonly isEnabled: boolean;
  readonly lastActiveOn: IsoDate | null;
  readonly usageProfileId: number | null;
};

/**
 * Accounts that use exactly the same items share one profile, so that 60,000 accounts with a dozen licence
 * combinations need a dozen rows and the accounts behind any set of items can still be counted once each.
 */
export type UsageProfile = { readonly id: number; readonly itemIds: readonly ItemId[]; readonly accountCount: number };

/** A name as a tool found it on machines, before anybody decided what it is. */
export type RawName = {
  readonly rawName: string;
  readonly publisher: string;
  readonly version: string;
  /** Machines on which it was found; not accounts, not seats. */
  readonly installations: number;
  readonly match: MatchReason;
  readonly itemId: ItemId | null;
};

/** One piece of software in the inventory. Installations, seats and accounts are different counters and never added. */
export type Item = {
  readonly id: ItemId;
  readonly name: string;
  readonly productId: ProductId | null;
  readonly vendor: string;
  readonly trackId: TrackId | null;
  readonly installations: number;
  /** Licences bought; 0 where no file says. */
  readonly seats: number;
  /** Accounts known to use it; 0 where no file says. */
  readonly accounts: number;
  /** Cost of one year as the contracts and files say it; null is unknown, which is not zero. */
  readonly annualCostCents: Cents | null;
  readonly importId: ImportId | null;
};

export type Contract = {
  readonly id: ContractId;
  readonly itemId: ItemId;
  readonly name: string;
  readonly supplier: string;
  readonly startsOn: IsoDate | null;
  /** Last day of the current term. */
  readonly endsOn: IsoDate | null;
  /** `tacit` goes on by itself unless notice is given; `express` ends unless renewed; `none` is bought once. */
  readonly renewal: 'tacit' | 'express' | 'none';
  readonly renewalMonths: number;
  readonly noticeDays: number;
  readonly seats: number;
  readonly annualCostCents: Cents | null;
};
