import { create } from 'zustand';
import { nextSort, type Sort } from '../../parts/tableSort.ts';
import { type Choices, noChoices, nothingSelected, type Selected, selectedCount, toggled } from './itemChoices.ts';

export const columnIds = ['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched', 'strategy', 'replacement'] as const;
export type ColumnId = (typeof columnIds)[number];
const firstColumns: readonly ColumnId[] = ['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched'];
const words = ['name', 'vendor', 'track', 'matched', 'strategy'];

type View = {
  readonly choices: Choices;
  readonly sort: Sort;
  readonly selected: Selected;
  readonly columns: readonly ColumnId[];
  choose(change: Partial<Choices>): void;
  clearChoices(): void;
  sortBy(by: string): void;
  toggle(key: string): void;
  toggleAll(total: number): void;
  clearSelection(): void;
  showColumns(columns: readonly ColumnId[]): void;
};

const storageKey = 'inventory.columns';

function rememberedColumns(): readonly ColumnId[] {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as unknown;
    if (Array.isArray(stored)) return columnIds.filter((id) => id === 'name' || stored.includes(id));
  } catch {
    // What was kept cannot be read: the usual columns.
  }
  return firstColumns;
}

/** What is shown of the inventory and what is selected in it. */
export const useInventoryView = create<View>()((set) => ({
  choices: noChoices,
  sort: { by: 'installations', direction: 'descending' },
  selected: nothingSelected,
  columns: rememberedColumns(),
  choose: (change) => set(({ choices }) => ({ choices: { ...choices, ...change }, selected: nothingSelected })),
  clearChoices: () => set({ choices: noChoices, selected: nothingSelected }),
  sortBy: (by) => set(({ sort }) => ({ sort: nextSort(sort, by, words) })),
  toggle: (key) => set(({ selected }) => ({ selected: { ...selected, keys: new Set(toggled([...selected.keys], key)) } })),
  toggleAll: (total) => set(({ selected }) => ({ selected: selectedCount(selected, total) === total ? nothingSelected : { isAll: true, keys: new Set() } })),
  clearSelection: () => set({ selected: nothingSelected }),
  showColumns: (columns) => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(columns));
    } catch {
      // Kept for as long as the window is open.
    }
    set({ columns });
  },
}));
