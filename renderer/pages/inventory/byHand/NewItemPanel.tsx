import { useNotices } from '../../../core/notices.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { SidePanel } from '../../../parts/SidePanel.tsx';
import { type ItemDraft, noItem, readItem } from './itemDraft.ts';
import { ItemForm } from './ItemForm.tsx';

/** A piece of software that no file has brought. */
export function NewItemPanel() {
  const translator = useTranslator();
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const add = useCommand('inventory.addItem');
  const close = () => go('inventory');
  const save = async (draft: ItemDraft) => {
    const done = await add.run(readItem(draft, translator));
    if (!done) return;
    tell(done.labelKey, done.params, true);
    go('inventory', done.itemId);
  };
  return (
    <SidePanel title={translator.translate('inventoryPage.addItem')} onClose={close}>
      <ItemForm first={noItem} productName={null} isNew isRunning={add.isRunning} onSave={(draft) => void save(draft)} onCancel={close} />
    </SidePanel>
  );
}
