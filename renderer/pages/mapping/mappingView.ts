import { create } from 'zustand';
import type { Input, Output } from '../../../core/contract/contract.ts';

export type MappingRow = Output<'mapping.list'>['rows'][number];
export type Strategy = MappingRow['strategy'];
export const strategies: readonly Strategy[] = ['replace', 'keep', 'retire', 'undecided'];

export type MappingFilter = Pick<Input<'mapping.list'>, 'strategy' | 'track'> & { readonly search: string };
type SortBy = 'accounts' | 'annualCostCents' | 'name';
type Sort = { readonly by: SortBy; readonly direction: 'ascending' | 'descending' };

/** Chosen rows: the ones named, or all of the list without the ones named. */
export type ChosenRows = { readonly isAll: boolean; readonly ids: ReadonlySet<string> };
export const nothingChosen: ChosenRows = { isAll: false, ids: new Set() };

export function isChosen({ isAll, ids }: ChosenRows, id: string): boolean {
  return isAll !== ids.has(id);
}

/** How many rows of a list of `total` are chosen. */
export function countChosen({ isAll, ids }: ChosenRows, total: number): number {
  return isAll ? Math.max(0, total - ids.size) : ids.size;
}

/** The other state for one row. All with every row taken out is nothing; every row one by one is all. */
export function toggleRow({ isAll, ids }: ChosenRows, id: string, total: number): ChosenRows {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  if (next.size === total && total > 0) return isAll ? nothingChosen : { isAll: true, ids: new Set() };
  return { isAll, ids: next };
}

/** What stands at the right of the list beside a row's own detail. */
export type SidePanelKind = 'proposals' | 'bulk' | null;

type MappingView = {
  readonly filter: MappingFilter;
  readonly sort: Sort;
  readonly chosen: ChosenRows;
  readonly panel: SidePanelKind;
  setFilter(change: Partial<MappingFilter>): void;
  clearFilter(): void;
  sortBy(by: string): void;
  choose(chosen: ChosenRows): void;
  showPanel(panel: SidePanelKind): void;
};

const emptyFilter: MappingFilter = { strategy: undefined, track: undefined, search: '' };
const usualDirection: Readonly<Record<SortBy, Sort['direction']>> = { accounts: 'descending', annualCostCents: 'descending', name: 'ascending' };

export const useMappingView = create<MappingView>()((set) => ({
  filter: emptyFilter,
  sort: { by: 'accounts', direction: 'descending' },
  chosen: nothingChosen,
  panel: null,
  // What was chosen may no longer be in sight: nothing is decided about rows that nobody sees.
  setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, chosen: nothingChosen })),
  clearFilter: () => set({ filter: emptyFilter, chosen: nothingChosen }),
  sortBy: (by) =>
    set(({ sort }) => {
      if (by !== 'accounts' && by !== 'annualCostCents' && by !== 'name') return {};
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
