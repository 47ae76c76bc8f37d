import { create } from 'zustand';
import { nextSort, type Sort } from '../../parts/tableSort.ts';
import { type ChosenRows, nothingChosen } from '../../parts/chosenRows.ts';
import { type Choices, noChoices } from './itemChoices.ts';

export const columnIds = ['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched', 'strategy', 'replacement'] as const;
export type ColumnId = (typeof columnIds)[number];
const firstColumns: readonly ColumnId[] = ['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched'];
const words = ['name', 'vendor', 'track', 'matched', 'strategy'];

type View = {
  readonly choices: Choices;
  readonly sort: Sort;
  readonly chosenRows: ChosenRows;
  readonly columns: readonly ColumnId[];
  choose(change: Partial<Choices>): void;
  clearChoices(): void;
  sortBy(by: string): void;
  chooseRows(chosen: ChosenRows): void;
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
  chosenRows: nothingChosen,
  columns: rememberedColumns(),
  choose: (change) => set(({ choices }) => ({ choices: { ...choices, ...change }, chosenRows: nothingChosen })),
  clearChoices: () => set({ choices: noChoices, chosenRows: nothingChosen }),
  sortBy: (by) => set(({ sort }) => ({ sort: nextSort(sort, by, words) })),
  chooseRows: (chosenRows) => set({ chosenRows }),
  showColumns: (columns) => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(columns));
    } catch {
      // Kept for as long as the window is open.
    }
    set({ columns });
  },
}));
