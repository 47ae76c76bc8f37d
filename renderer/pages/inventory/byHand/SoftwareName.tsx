import { useId } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import type { ProductLine } from '../ProductChoice.tsx';

type Props = {
  readonly value: string;
  readonly error: string | undefined;
  readonly help: string;
  readonly onType: (name: string) => void;
  readonly onChoose: (product: ProductLine) => void;
  readonly onLeave: () => void;
};

/** The name of a piece of software: any, or one that the catalogue knows and offers while one types. */
export function SoftwareName({ value, error, help, onType, onChoose, onLeave }: Props) {
  const { translate } = useTranslator();
  const id = useId();
  const text = value.trim();
  const { data } = useQuery('catalogue.search', { text: text.length < 2 ? 'a' : text.slice(0, 200) });
  const found = text.length < 2 ? [] : (data?.products ?? []).slice(0, 12);
  return (
    <ComboBox
      className="field form-field form-whole"
      items={found}
      inputValue={value}
      onInputChange={onType}
      selectedKey={null}
      onSelectionChange={(key) => {
        const product = found.find((one) => one.id === key);
        if (product) onChoose(product);
      }}
      onBlur={onLeave}
      menuTrigger="input"
      allowsCustomValue
      isInvalid={error !== undefined}
      defaultFilter={() => true}
    >
      <Label>{translate('inventoryPage.column.name')}</Label>
      <Input autoFocus maxLength={300} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className={error === undefined ? 'small soft' : 'small form-field-error'} role={error === undefined ? undefined : 'alert'}>
        {error ?? help}
      </p>
      <Popover className="floating" offset={4}>
        <ListBox<ProductLine> className="floating-list">
          {(product) => (
            <ListBoxItem className="floating-item" id={product.id} textValue={product.name}>
              <span>{product.name}</span>
              <span className="soft small">{product.vendorName}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
