import type { IsoDate } from '../calendar.ts';
import type { TrackKey } from '../catalogue/catalogue.ts';
import type { ContractId, TrackId } from '../ids.ts';
import type { Contract, Item } from '../inventory/inventory.ts';
import type { Decision } from '../mapping/decision.ts';
import type { Cents } from '../money.ts';
import type { Problem } from '../problems.ts';
import type { Timeline } from '../schedule/timeline/timeline.ts';
import type { CostKind } from './flow.ts';

export type CostItem = Pick<Item, 'id' | 'name' | 'trackId' | 'annualCostCents'> & {
  /**
   * The other tracks on which parts of a bundle move (see `tracksOfProduct`): its licence can only end when the last of
   * them is switched off.
   */
  readonly alsoTrackIds?: readonly TrackId[];
};

export type CostInput = {
  readonly items: readonly CostItem[];
  readonly contracts: readonly Contract[];
  readonly decisions: readonly Pick<Decision, 'itemId' | 'strategy'>[];
  readonly timeline: Pick<Timeline, 'tracks' | 'waves' | 'tasks'>;
  /** Accounts of the administration: the quantity of tracks that are one piece of work for all. */
  readonly accountTotal: number;
  /** Key → value in the template's unit, the owner's changes applied. */
  readonly assumptions: ReadonlyMap<string, number>;
  readonly startsOn: IsoDate;
  /** Calendar years to count; absent: through the third year after the finish, at least three. */
  readonly years?: number | undefined;
};

export type CostLine = { readonly track: TrackKey | null; readonly kind: CostKind; readonly byYear: readonly Cents[]; readonly totalCents: Cents };

export type MissedRenewalCost = {
  readonly contractId: ContractId;
  readonly name: string;
  readonly renewsOn: IsoDate;
  readonly decideBy: IsoDate;
  readonly lastWaveFinishesOn: IsoDate | null;
  readonly costCents: Cents;
};

export type Costs = {
  readonly firstYear: number;
  readonly years: readonly number[];
  readonly lines: readonly CostLine[];
  readonly totalsByYear: readonly Cents[];
  readonly totalCents: Cents;
  readonly stayByYear: readonly Cents[];
  readonly stayTotalCents: Cents;
  readonly netPresentValueCents: Cents;
  readonly discountRatePercent: number;
  /** Null also where there is nothing to pay back (`hasNothingToPayBack`). */
  readonly paybackOn: IsoDate | null;
  readonly missedRenewals: readonly MissedRenewalCost[];
  readonly itemsWithoutCost: number;
  /** Keys of the assumptions that entered the figures, in alphabetical order. */
  readonly usedAssumptions: readonly string[];
  readonly problems: readonly Problem[];
};
