import { ChevronDown, Trash2 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ItemId } from '../../../core/domain/ids.ts';
import { useNotices } from '../../core/notices.ts';
import { useReadOnly } from '../../core/readOnly.ts';
import { useTranslator } from '../../core/settings.ts';
import { useAsk } from '../../core/useAsk.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useInventoryView } from './inventoryView.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ChosenBar } from '../../parts/ChosenBar.tsx';
import { countChosen, nothingChosen } from '../../parts/chosenRows.ts';
import { filterOf, idsOf } from './itemChoices.ts';
import { ProductButton } from './ProductButton.tsx';
import type { ProductLine } from './ProductChoice.tsx';
import '../../parts/floating.css';

/** What can be done with the rows that are selected, all of the query included. */
export function SelectionBar({ total }: { readonly total: number }) {
  const { translate } = useTranslator();
  const { chosenRows, choices, chooseRows } = useInventoryView();
  const tell = useNotices((state) => state.tell);
  const askIds = useAsk('inventory.listItemIds');
  const decide = useCommand('mapping.decide');
  const isReadOnly = useReadOnly();
  const remove = useCommand('inventory.removeItems');
  const count = countChosen(chosenRows, total);
  if (count === 0) return null;
  const isRunning = decide.isRunning || remove.isRunning;

  const chosenIds = async (): Promise<readonly ItemId[]> => {
    const all = await askIds(filterOf(choices));
    return all === undefined ? [] : idsOf(chosenRows, all);
  };
  const run = async (messageKey: string, change: (itemIds: ItemId[]) => Promise<{ readonly changed: number } | undefined>) => {
    const itemIds = [...(await chosenIds())];
    if (itemIds.length === 0) return;
    const done = await change(itemIds);
    if (!done) return;
    tell(messageKey, { changed: done.changed, of: itemIds.length }, done.changed > 0);
    chooseRows(nothingChosen);
  };
  const decideAs = (strategy: 'replace' | 'keep' | 'retire' | 'undecided', replacement: ProductLine | null = null) =>
    run('inventoryPage.decided', (itemIds) => decide.run({ itemIds, strategy, replacementId: replacement?.id ?? null }));

  return (
    <ChosenBar chosen={chosenRows} choose={chooseRows} total={total}>
      <ProductButton
        word={translate('inventoryPage.replaceBy')}
        label={translate('inventoryPage.replacement')}
        submit={translate('inventoryPage.decideButton')}
        isDisabled={isRunning}
        onChoose={(product) => void decideAs('replace', product)}
      />
      {isReadOnly ? (
        <ChangeButton type="button" className="button">
          {translate('inventoryPage.decide')}
          <ChevronDown size={16} aria-hidden />
        </ChangeButton>
      ) : (
        <MenuTrigger>
          <Button className="button" isDisabled={isRunning}>
            {translate('inventoryPage.decide')}
            <ChevronDown size={16} aria-hidden />
          </Button>
          <Popover className="floating" placement="top end" offset={4}>
            <Menu
              className="floating-list"
              aria-label={translate('inventoryPage.decide')}
              onAction={(key) => void decideAs(key === 'keep' || key === 'retire' ? key : 'undecided')}
            >
              {(['keep', 'retire', 'undecided'] as const).map((strategy) => (
                <MenuItem key={strategy} id={strategy} className="floating-item">
                  {translate(`inventoryPage.decideAs.${strategy}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      <ChangeButton
        type="button"
        className="button"
        disabled={isRunning}
        onClick={() => void run('inventoryPage.removed', (itemIds) => remove.run({ itemIds }))}
      >
        <Trash2 size={16} aria-hidden />
        {translate('inventoryPage.remove')}
      </ChangeButton>
    </ChosenBar>
  );
}
