import type { AccountId, ContractId, ItemId, ProductId, TaskId, UnitId } from '../../core/domain/ids.ts';
import { useTimelineView } from '../pages/timeline/timelineStore.ts';
import { useTrackingView } from '../pages/tracking/trackingView.ts';
import { useRegisterView } from '../pages/register/registerView.ts';
import { useChosenViews } from '../parts/views/chosenViews.ts';
import type { TableName } from '../parts/views/tableViews.ts';
import { type PageName, useRoute } from './route.ts';

export type Target =
  | { readonly kind: 'item'; readonly id: ItemId }
  | { readonly kind: 'product'; readonly id: ProductId }
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'contract'; readonly id: ContractId }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'view'; readonly table: TableName; readonly id: string }
  | { readonly kind: 'account'; readonly id: AccountId; readonly login: string };

/** The page on which a table stands. */
export const pageOfTable: Readonly<Record<TableName, PageName>> = {
  inventory: 'inventory',
  mapping: 'mapping',
  accounts: 'tracking',
  units: 'tracking',
  products: 'register',
  providers: 'register',
};

/** Goes to the page that shows a thing, and has it shown there. */
export function goTo(target: Target): void {
  const { go } = useRoute.getState();
  if (target.kind === 'item') go('inventory', target.id);
  else if (target.kind === 'product') go('register', target.id);
  else if (target.kind === 'view') {
    useChosenViews.getState().want(target.table, target.id);
    if (target.table === 'accounts' || target.table === 'units') useTrackingView.getState().showBoard(target.table);
    if (target.table === 'products' || target.table === 'providers') useRegisterView.getState().show(target.table);
    go(pageOfTable[target.table]);
  } else if (target.kind === 'task') {
    useTimelineView.getState().show({ kind: 'task', taskId: target.id });
    go('timeline');
  } else if (target.kind === 'contract') {
    useTimelineView.getState().show({ kind: 'contracts', contractIds: [target.id] });
    go('timeline');
  } else {
    useTrackingView.getState().showAccounts(target.kind === 'unit' ? { unitId: target.id } : { search: target.login });
    go('tracking');
  }
}
