import { useState } from 'react';
import type { ItemId } from '../../../core/domain/ids.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { ProductChoice, type ProductLine } from './ProductChoice.tsx';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { ChangeButton } from '../../parts/ChangeButton.tsx';

type NameKey = { readonly rawName: string; readonly publisher: string };

type Props = {
  readonly name: string;
  /** Names as they were found; without any, the item itself is named. */
  readonly names: readonly NameKey[];
  readonly itemId: ItemId | null;
  readonly hasFocus?: boolean | undefined;
  readonly onDone?: (() => void) | undefined;
};

/** "This is …": a person says which product a name is; it holds for later imports too. */
export function AssignForm({ name, names, itemId, hasFocus, onDone }: Props) {
  const { translate } = useTranslator();
  const [product, setProduct] = useState<ProductLine | null>(null);
  const tell = useNotices((state) => state.tell);
  const assign = useCommand('inventory.assignNames');
  const change = useCommand('inventory.changeItem');
  const canSave = product !== null && (names.length > 0 || itemId !== null) && !assign.isRunning && !change.isRunning;

  const save = async () => {
    if (product === null) return;
    const unique = [...new Map(names.map(({ rawName, publisher }) => [`${rawName}\n${publisher}`, { rawName, publisher }])).values()].slice(0, 1000);
    const done =
      unique.length > 0
        ? await assign.run({ names: unique, productId: product.id })
        : itemId === null
          ? undefined
          : await change.run({ itemId, productId: product.id });
    if (!done) return;
    tell('inventoryPage.assigned', { name, product: product.name, names: Math.max(1, done.changed) }, true);
    onDone?.();
  };

  return (
    <form
      className="assign-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ChangeFields>
        <ProductChoice label={translate('inventoryPage.thisIs', { name })} hint={firstWord(name)} value={product} onChoose={setProduct} hasFocus={hasFocus} />
      </ChangeFields>
      <ChangeButton type="submit" className="button-primary" disabled={!canSave}>
        {translate('inventoryPage.assign')}
      </ChangeButton>
    </form>
  );
}

/** The word of a name by which the catalogue is searched first. */
export function firstWord(name: string): string {
  return name.split(/[\s_,;(]+/).find((word) => word.length > 2) ?? name;
}
