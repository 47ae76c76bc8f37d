import { create } from 'zustand';
import { type ChosenRows, nothingChosen } from './chosenRows.ts';
import { nextSort, type Sort } from './tableSort.ts';
import type { ViewSort } from './views/tableViews.ts';

type ListView<Filter> = {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly chosen: ChosenRows;
  setFilter(change: Partial<Filter>): void;
  sortBy(by: string): void;
  choose(chosen: ChosenRows): void;
  /** What a saved view says. */
  show(filter: Filter, sort: ViewSort): void;
};

/** What is shown of a list, for as long as the window is open. Of another list nothing is chosen: it would be changed unseen. */
export function createListView<Filter extends object>(noFilter: Filter, usualSort: Sort, words: readonly string[]) {
  return create<ListView<Filter>>()((set) => ({
    filter: noFilter,
    sort: usualSort,
    chosen: nothingChosen,
    setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, chosen: nothingChosen })),
    sortBy: (by) => set(({ sort }) => ({ sort: nextSort(sort, by, words) })),
    choose: (chosen) => set({ chosen }),
    show: (filter, sort) => set({ filter, sort: sort ?? usualSort, chosen: nothingChosen }),
  }));
}
