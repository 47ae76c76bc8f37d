import { create } from 'zustand';
import type { TableName } from './tableViews.ts';

type ChosenViews = {
  /** By table, the view that was shown last; it may belong to another plan. */
  readonly chosen: Readonly<Partial<Record<TableName, string>>>;
  /** A view that was asked for elsewhere and that its table has yet to show. */
  readonly wanted: Readonly<Partial<Record<TableName, string>>>;
  /** Tables that have shown again what was shown last. */
  readonly restored: ReadonlySet<TableName>;
  choose(table: TableName, id: string): void;
  want(table: TableName, id: string): void;
  settle(table: TableName): void;
};

const keyOf = (table: TableName) => `${table}.view`;

export const useChosenViews = create<ChosenViews>()((set) => ({
  chosen: {},
  wanted: {},
  restored: new Set(),
  choose: (table, id) => {
    try {
      localStorage.setItem(keyOf(table), id);
    } catch {
      // Kept for as long as the window is open.
    }
    set(({ chosen }) => ({ chosen: { ...chosen, [table]: id } }));
  },
  want: (table, id) => set(({ wanted }) => ({ wanted: { ...wanted, [table]: id } })),
  settle: (table) =>
    set(({ wanted, restored }) => ({ wanted: { ...wanted, [table]: undefined } as ChosenViews['wanted'], restored: new Set([...restored, table]) })),
}));

/** The view that this person saw last in the table, in this window or before. */
export function lastView(table: TableName, chosen: ChosenViews['chosen']): string | null {
  try {
    return chosen[table] ?? localStorage.getItem(keyOf(table));
  } catch {
    return chosen[table] ?? null;
  }
}
