import { useMemo, useState } from 'react';
import type { AccountId } from '../../../core/domain/ids.ts';
import type { Input } from '../../../core/contract/contract.ts';
import type { AccountFilter } from './trackingView.ts';

type Chosen = { readonly kind: 'these'; readonly ids: ReadonlySet<string> } | { readonly kind: 'allBut'; readonly ids: ReadonlySet<string> };
const none: Chosen = { kind: 'these', ids: new Set() };

export type AccountSelection = ReturnType<typeof useAccountSelection>;

/** Chosen accounts: some of them, or all that the filter finds, also those that were never in sight, but for some. */
export function useAccountSelection(filter: AccountFilter, total: number) {
  const [held, setHeld] = useState({ filter, chosen: none });
  // Of another list nothing is chosen: what was chosen in the old one would be changed unseen.
  const chosen = held.filter === filter ? held.chosen : none;
  const choose = (next: Chosen) => setHeld({ filter, chosen: next });
  const count = chosen.kind === 'these' ? chosen.ids.size : Math.max(0, total - chosen.ids.size);
  const toggle = (id: string) => {
    const ids = new Set(chosen.ids);
    if (!ids.delete(id)) ids.add(id);
    choose({ kind: chosen.kind, ids });
  };
  const clear = () => choose(none);
  const accounts = useMemo((): Input<'tracking.setStates'>['accounts'] => {
    const ids = [...chosen.ids] as AccountId[];
    return chosen.kind === 'these' ? { by: 'account', accountIds: ids } : { by: 'filter', ...filter, exceptAccountIds: ids };
  }, [chosen, filter]);
  return {
    count,
    accounts,
    clear,
    table: {
      isSelected: (id: string) => chosen.ids.has(id) === (chosen.kind === 'these'),
      toggle,
      isAllSelected: total > 0 && count === total,
      isSomeSelected: count > 0,
      toggleAll: () => choose(count === total ? none : { kind: 'allBut', ids: new Set() }),
    },
  };
}
