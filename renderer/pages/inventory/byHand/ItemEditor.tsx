import type { Output } from '../../../../core/contract/contract.ts';
import { useNotices } from '../../../core/notices.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { draftOfItem, type ItemDraft, readItem } from './itemDraft.ts';
import { ItemForm } from './ItemForm.tsx';

/** Changes what the inventory says about a piece of software; only what was changed is written. */
export function ItemEditor({ item, onDone }: { readonly item: Output<'inventory.getItem'>['item']; readonly onDone: () => void }) {
  const translator = useTranslator();
  const tell = useNotices((state) => state.tell);
  const change = useCommand('inventory.changeItem');
  const before = draftOfItem(item, translator);
  const save = async (draft: ItemDraft) => {
    const fields = readItem(draft, translator);
    const earlier = readItem(before, translator);
    const changed = Object.fromEntries(Object.entries(fields).filter(([field, value]) => earlier[field as keyof typeof earlier] !== value));
    const done = await change.run({ itemId: item.id, ...changed });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onDone();
  };
  return (
    <ItemForm first={before} productName={item.productName} isNew={false} isRunning={change.isRunning} onSave={(draft) => void save(draft)} onCancel={onDone} />
  );
}
