import { create } from 'zustand';
import { nextSort, type Sort } from '../../parts/tableSort.ts';
import { type ChosenRows, nothingChosen } from '../../parts/chosenRows.ts';
import { type Choices, noChoices } from './itemChoices.ts';

const columnIds = [
  'name',
  'vendor',
  'track',
  'installations',
  'seats',
  'accounts',
  'annualCostCents',
  'matched',
  'strategy',
  'replacement',
  'supportEnds',
  'supportRelease',
  'supportSource',
] as const;
export type ColumnId = (typeof columnIds)[number];
const usual: readonly ColumnId[] = ['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched', 'supportEnds'];

/**
 * Where nobody chose columns: what has room, and the end of support before seats where it is asked for. Names need the
 * room of the accounts, which few items have here and the mapping shows of all.
 */
export function usualColumns(isWide: boolean, asksSupport: boolean): readonly ColumnId[] {
  if (isWide) return usual;
  return usual.filter((id) => id !== 'accounts' && (asksSupport ? id !== 'seats' && id !== 'matched' : id !== 'supportEnds'));
}

export const usualSort: Sort = { by: 'installations', direction: 'descending' };
/** Ordered from the first: by words from A, by days from the earliest. */
const words = ['name', 'vendor', 'track', 'matched', 'strategy', 'supportEnds'];

type View = {
  readonly choices: Choices;
  readonly sort: Sort;
  readonly chosenRows: ChosenRows;
  choose(change: Partial<Choices>): void;
  clearChoices(): void;
  sortBy(by: string): void;
  chooseRows(chosen: ChosenRows): void;
  show(choices: Choices, sort: Sort): void;
};

/** What is shown of the inventory and what is selected in it. */
export const useInventoryView = create<View>()((set) => ({
  choices: noChoices,
  sort: usualSort,
  chosenRows: nothingChosen,
  choose: (change) => set(({ choices }) => ({ choices: { ...choices, ...change }, chosenRows: nothingChosen })),
  clearChoices: () => set({ choices: noChoices, chosenRows: nothingChosen }),
  sortBy: (by) => set(({ sort }) => ({ sort: nextSort(sort, by, words) })),
  chooseRows: (chosenRows) => set({ chosenRows }),
  show: (choices, sort) => set({ choices, sort, chosenRows: nothingChosen }),
}));
