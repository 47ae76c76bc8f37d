import { useMemo } from 'react';
import { create } from 'zustand';
import type { TableName } from './tableViews.ts';

type Shown = {
  readonly columns: Readonly<Partial<Record<TableName, readonly string[]>>>;
  show(table: TableName, columns: readonly string[]): void;
};

const keyOf = (table: TableName) => `${table}.columns`;

function remembered(table: TableName): readonly string[] | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(table)) ?? 'null') as unknown;
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : undefined;
  } catch {
    // What was kept cannot be read: the usual columns.
    return undefined;
  }
}

const useShown = create<Shown>()((set) => ({
  columns: {},
  show: (table, columns) => {
    try {
      localStorage.setItem(keyOf(table), JSON.stringify(columns));
    } catch {
      // Kept for as long as the window is open.
    }
    set((state) => ({ columns: { ...state.columns, [table]: columns } }));
  },
}));

export type ShownColumns<Column> = {
  readonly all: readonly Column[];
  /** The first column is always among them. */
  readonly shown: readonly Column[];
  readonly show: (ids: readonly string[]) => void;
};

/** The columns of a table that this person wants to see; they belong to the person, as the theme does. */
export function useShownColumns<Column extends { readonly id: string }>(
  table: TableName,
  all: readonly Column[],
  usual: readonly string[],
): ShownColumns<Column> {
  const chosen = useShown((state) => state.columns[table]);
  const show = useShown((state) => state.show);
  const kept = useMemo(() => remembered(table), [table]);
  const ids = chosen ?? kept ?? usual;
  return useMemo(
    () => ({ all, shown: all.filter((column, index) => index === 0 || ids.includes(column.id)), show: (next) => show(table, next) }),
    [all, ids, show, table],
  );
}
