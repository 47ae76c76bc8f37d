import type { AccountId, ContractId, ItemId, ProductId, TaskId, UnitId } from '../../core/domain/ids.ts';
import { useTimelineView } from '../pages/timeline/timelineStore.ts';
import { useTrackingView } from '../pages/tracking/trackingView.ts';
import { useRoute } from './route.ts';

export type Target =
  | { readonly kind: 'item'; readonly id: ItemId }
  | { readonly kind: 'product'; readonly id: ProductId }
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'contract'; readonly id: ContractId }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'account'; readonly id: AccountId; readonly login: string };

/** Goes to the page that shows a thing, and has it shown there. */
export function goTo(target: Target): void {
  const { go } = useRoute.getState();
  if (target.kind === 'item') go('inventory', target.id);
  else if (target.kind === 'product') go('register', target.id);
  else if (target.kind === 'task') {
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
