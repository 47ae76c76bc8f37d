import { create } from 'zustand';
import type { Input, Output } from '../../../core/contract/contract.ts';
import { type ChosenRows, nothingChosen } from '../../parts/chosenRows.ts';
import type { ViewSort } from '../../parts/views/tableViews.ts';

export type MappingRow = Output<'mapping.list'>['rows'][number];
export type Strategy = MappingRow['strategy'];
export const strategies: readonly Strategy[] = ['replace', 'keep', 'retire', 'undecided'];

export type MappingFilter = Pick<Input<'mapping.list'>, 'strategy' | 'track'> & { readonly search: string };
type SortBy = 'accounts' | 'annualCostCents' | 'name';
type Sort = { readonly by: SortBy; readonly direction: 'ascending' | 'descending' };

/** What stands at the right of the list beside a row's own detail. */
export type SidePanelKind = 'proposals' | 'bulk' | null;

type MappingView = {
  readonly filter: MappingFilter;
  readonly sort: Sort;
  readonly chosen: ChosenRows;
  readonly panel: SidePanelKind;
  setFilter(change: Partial<MappingFilter>): void;
  clearFilter(): void;
  show(filter: MappingFilter, sort: ViewSort): void;
  sortBy(by: string): void;
  choose(chosen: ChosenRows): void;
  showPanel(panel: SidePanelKind): void;
};

export const emptyFilter: MappingFilter = { strategy: undefined, track: undefined, search: '' };
const usualDirection: Readonly<Record<SortBy, Sort['direction']>> = { accounts: 'descending', annualCostCents: 'descending', name: 'ascending' };

export const usualSort: Sort = { by: 'accounts', direction: 'descending' };
const isSortBy = (by: string): by is SortBy => by in usualDirection;

export const useMappingView = create<MappingView>()((set) => ({
  filter: emptyFilter,
  sort: usualSort,
  chosen: nothingChosen,
  panel: null,
  // What was chosen may no longer be in sight: nothing is decided about rows that nobody sees.
  setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, chosen: nothingChosen })),
  clearFilter: () => set({ filter: emptyFilter, chosen: nothingChosen }),
  show: (filter, sort) =>
    set({ filter, sort: sort !== null && isSortBy(sort.by) ? { by: sort.by, direction: sort.direction } : usualSort, chosen: nothingChosen }),
  sortBy: (by) =>
    set(({ sort }) => {
      if (!isSortBy(by)) return {};
      if (sort.by !== by) return { sort: { by, direction: usualDirection[by] } };
      return { sort: { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' } };
    }),
  choose: (chosen) => set({ chosen }),
  showPanel: (panel) => set({ panel }),
}));

/** The filter as the core takes it: an empty search narrows nothing. */
export function filterInput({ strategy, track, search }: MappingFilter): Pick<Input<'mapping.list'>, 'strategy' | 'track' | 'search'> {
  return {
    ...(strategy === undefined ? {} : { strategy }),
    ...(track === undefined ? {} : { track }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  };
}
