import type { Input, Output } from '../../../core/contract/contract.ts';
import { addDays, type IsoDate } from '../../../core/domain/calendar.ts';
import type { ItemId } from '../../../core/domain/ids.ts';
import type { SupportState } from '../../../core/domain/inventory/itemSupport.ts';
import { today } from '../../core/today.ts';
import { type ChosenRows, isChosen } from '../../parts/chosenRows.ts';
import type { FilterOf } from '../../parts/views/tableViews.ts';

export type ItemRow = Output<'inventory.listItems'>['items'][number];
type ListInput = Input<'inventory.listItems'>;
export type ItemFilter = Omit<ListInput, 'offset' | 'limit' | 'sort' | 'direction'>;
export type TrackChoice = NonNullable<ListInput['tracks']>[number];
export type StrategyChoice = NonNullable<ListInput['strategies']>[number];

/** What is chosen at the left; an empty list does not narrow. */
export type Choices = {
  readonly search: string;
  readonly tracks: readonly TrackChoice[];
  readonly vendors: readonly string[];
  readonly matched: readonly boolean[];
  readonly strategies: readonly StrategyChoice[];
  readonly endsWithinYear: boolean;
  readonly support: readonly SupportState[];
};
export const noChoices: Choices = { search: '', tracks: [], vendors: [], matched: [], strategies: [], endsWithinYear: false, support: [] };

/** The ids that a selection means, out of all ids of the query. */
export function idsOf(chosen: ChosenRows, all: readonly ItemId[]): readonly ItemId[] {
  return all.filter((id) => isChosen(chosen, id));
}

/** The days within which a contract, or the support of a release, counts as ending soon. */
export function withinYear(from: IsoDate = today()): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from, to: addDays(from, 365) };
}

export function filterOf({ search, tracks, vendors, matched, strategies, endsWithinYear, support }: Choices): ItemFilter {
  const [isMatched, ...more] = matched;
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(tracks.length === 0 ? {} : { tracks: [...tracks] }),
    ...(vendors.length === 0 ? {} : { vendors: [...vendors] }),
    ...(isMatched === undefined || more.length > 0 ? {} : { matched: isMatched }),
    ...(strategies.length === 0 ? {} : { strategies: [...strategies] }),
    ...(endsWithinYear ? { contractEnds: withinYear() } : {}),
    ...(support.length === 0 ? {} : { support: { is: [...support], ...withinYear() } }),
  };
}

/** The choices as a view keeps them: in one order, so that the same choices are the same view. */
export function savedChoices({ search, tracks, vendors, matched, strategies, endsWithinYear, support }: Choices): FilterOf<'inventory'> {
  const inOrder = <Value>(list: readonly Value[]) => [...list].sort((one, other) => (String(one) < String(other) ? -1 : 1));
  return {
    search,
    tracks: inOrder(tracks),
    vendors: inOrder(vendors),
    matched: inOrder(matched),
    strategies: inOrder(strategies),
    endsWithinYear,
    support: inOrder(support),
  };
}

export function hasChoices(choices: Choices): boolean {
  return choices.matched.length > 0 || Object.keys(filterOf(choices)).length > 0;
}

export function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
