import { useMemo, useRef } from 'react';
import { countChosen, isChosen } from './chosenRows.ts';
import { createRowActions, type RowList } from './rowActions.ts';
import type { Selection } from './tableParts.tsx';

/** What a table needs to let its rows be chosen. */
export function useRowSelection(list: RowList): Selection {
  const latest = useRef(list);
  latest.current = list;
  const actions = useMemo(() => createRowActions(latest), []);
  const { chosen, total } = list;
  const count = countChosen(chosen, total);
  return { ...actions, isSelected: (key) => isChosen(chosen, key), isAllSelected: total > 0 && count === total, isSomeSelected: count > 0 };
}
