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
  waves: 'tracking',
  problems: 'tracking',
  contracts: 'inventory',
  unitList: 'inventory',
  rawNames: 'inventory',
  products: 'register',
  providers: 'register',
};

/** The part of its page, where a page has parts with an address. */
const detailOfTable: Readonly<Partial<Record<TableName, string>>> = { contracts: 'contracts', unitList: 'units', rawNames: 'names' };

/** Goes to the page that shows a thing, and has it shown there. */
export function goTo(target: Target): void {
  const { go } = useRoute.getState();
  if (target.kind === 'item') go('inventory', target.id);
  else if (target.kind === 'product') go('register', target.id);
  else if (target.kind === 'view') {
    useChosenViews.getState().want(target.table, target.id);
    const { table } = target;
    if (table === 'accounts' || table === 'units' || table === 'waves' || table === 'problems') useTrackingView.getState().showBoard(table);
    if (table === 'products' || table === 'providers') useRegisterView.getState().show(table);
    go(pageOfTable[table], detailOfTable[table] ?? null);
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
