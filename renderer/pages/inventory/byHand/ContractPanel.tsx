import { CalendarRange, Trash2 } from 'lucide-react';
import type { ContractId, ItemId } from '../../../../core/domain/ids.ts';
import { contractDates } from '../../../../core/domain/schedule/calendar/contractDates.ts';
import { goTo } from '../../../core/goTo.ts';
import { useNotices } from '../../../core/notices.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { today } from '../../../core/today.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { SidePanel } from '../../../parts/SidePanel.tsx';
import { type ContractDraft, draftOfContract, newContract, readContract } from './contractDraft.ts';
import { ContractForm } from './ContractForm.tsx';

/** A contract that no file has brought, of an item that is named already or is chosen here. */
export function NewContractPanel({ itemId }: { readonly itemId: ItemId | null }) {
  const translator = useTranslator();
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const add = useCommand('inventory.addContract');
  const items = useQuery('inventory.listItems', { limit: 1 });
  const item = useQuery('inventory.getItem', { itemId: itemId ?? items.data?.items[0]?.id ?? ('none' as ItemId) }).data?.item;
  const own = item !== undefined && item.id === itemId ? item : null;
  const close = () => (itemId === null ? go('inventory', 'contracts') : go('inventory', itemId));
  const save = async (draft: ContractDraft) => {
    if (draft.itemId === null) return;
    const done = await add.run({ itemId: draft.itemId, ...readContract(draft, translator) });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    close();
  };
  return (
    <SidePanel title={translator.translate('inventoryPage.addContract')} onClose={close}>
      {(itemId === null || own !== null) && (
        <ContractForm
          first={newContract(itemId, own?.vendor ?? '')}
          itemName={own?.name ?? ''}
          isNew
          isRunning={add.isRunning}
          lastMoment={null}
          onSave={(draft) => void save(draft)}
          onCancel={close}
        />
      )}
    </SidePanel>
  );
}

/** One contract: its terms to be read and changed, and what they mean. */
export function ContractPanel({ contractId }: { readonly contractId: ContractId }) {
  const translator = useTranslator();
  const { translate } = translator;
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const change = useCommand('inventory.changeContract');
  const remove = useCommand('inventory.removeContract');
  const { data } = useQuery('inventory.listContracts', {});
  const timeline = useQuery('schedule.getTimeline', {}).data;
  const contract = data?.find(({ id }) => id === contractId);
  const close = () => go('inventory', 'contracts');
  if (data !== undefined && contract === undefined) {
    return (
      <SidePanel title={translate('inventoryPage.contract.gone')} onClose={close}>
        <p>{translate('app.contractUnknown')}</p>
      </SidePanel>
    );
  }
  if (contract === undefined) return null;
  const next = contractDates(contract, today(), 0).next;
  const last = timeline?.decisions.findLast((decision) => decision.contractId === contractId);
  const save = async (draft: ContractDraft) => {
    if (draft.itemId === null) return;
    const done = await change.run({ contractId, itemId: draft.itemId, ...readContract(draft, translator) });
    if (done) tell(done.labelKey, done.params, true);
  };
  const removeIt = async () => {
    const done = await remove.run({ contractId });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    close();
  };
  return (
    <SidePanel title={contract.name} onClose={close}>
      <div className="contract-links">
        <button type="button" className="button-quiet" onClick={() => go('inventory', contract.itemId)}>
          {translate('inventoryPage.contract.toItem', { name: contract.itemName })}
        </button>
        {last && (
          <button type="button" className="button-quiet" onClick={() => goTo({ kind: 'contract', id: contractId })}>
            <CalendarRange size={16} aria-hidden />
            {translate('inventoryPage.contract.toTimeline')}
          </button>
        )}
      </div>
      <ContractForm
        // What is undone or changed elsewhere shows at once.
        key={JSON.stringify(contract)}
        first={draftOfContract(contract, translator)}
        itemName={contract.itemName}
        isNew={false}
        isRunning={change.isRunning || remove.isRunning}
        lastMoment={last !== undefined && last.decideBy !== next?.decideBy ? last : null}
        onSave={(draft) => void save(draft)}
        onCancel={close}
      >
        <ChangeButton type="button" className="button form-last" disabled={remove.isRunning} onClick={() => void removeIt()}>
          <Trash2 size={16} aria-hidden />
          {translate('inventoryPage.contract.remove')}
        </ChangeButton>
      </ContractForm>
    </SidePanel>
  );
}
