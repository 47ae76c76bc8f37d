import { useId, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { ItemId } from '../../../../core/domain/ids.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import type { ItemRow } from '../itemChoices.ts';

type Props = {
  readonly value: ItemId | null;
  readonly valueName: string;
  readonly error: string | undefined;
  readonly onChoose: (item: ItemRow) => void;
  readonly onLeave: () => void;
};

/** The piece of software that a contract is about, found by a part of its name. */
export function ItemChoice({ value, valueName, error, onChoose, onLeave }: Props) {
  const { translate } = useTranslator();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? valueName;
  const { data } = useQuery('inventory.listItems', {
    ...(typed === null || typed.trim() === '' ? {} : { search: typed.trim().slice(0, 200) }),
    sort: 'name',
    direction: 'ascending',
    limit: 50,
  });
  const found = data?.items ?? [];
  return (
    <ComboBox
      className="field form-field form-whole"
      items={found}
      inputValue={text}
      onInputChange={(next) => setTyped(next === valueName ? null : next)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const item = found.find((one) => one.id === key);
        setTyped(null);
        if (item) onChoose(item);
      }}
      onBlur={() => {
        setTyped(null);
        onLeave();
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      defaultFilter={() => true}
    >
      <Label>{translate('inventoryPage.contract.item')}</Label>
      <Input aria-describedby={`${id}-error`} />
      <p id={`${id}-error`} className="small form-field-error" role="alert">
        {error}
      </p>
      <Popover className="floating" offset={4}>
        <ListBox<ItemRow> className="floating-list" renderEmptyState={() => <p className="soft floating-empty">{translate('inventoryPage.nothingFound')}</p>}>
          {(item) => (
            <ListBoxItem className="floating-item" id={item.id} textValue={item.name}>
              <span>{item.name}</span>
              <span className="soft small">{item.vendor}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
