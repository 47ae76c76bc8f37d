import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import '../../parts/floating.css';

export type ProductLine = Output<'catalogue.search'>['products'][number];

type Props = {
  readonly label: string;
  /** What is searched while nothing is typed. */
  readonly hint?: string | undefined;
  readonly value: ProductLine | null;
  readonly onChoose: (product: ProductLine | null) => void;
  readonly hasFocus?: boolean | undefined;
};

/** Chooses a product of the catalogue by name. */
export function ProductChoice({ label, hint = '', value, onChoose, hasFocus = false }: Props) {
  const { translate } = useTranslator();
  const [text, setText] = useState(value?.name ?? '');
  const asked = text.trim() || hint.trim() || 'a';
  const { data } = useQuery('catalogue.search', { text: asked.slice(0, 200) });
  const found = data?.products ?? [];
  // The chosen one is always among them: a choice that is not in the list is taken back when the field loses the focus.
  const products = value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  return (
    <ComboBox
      className="product-choice"
      items={products}
      inputValue={text}
      onInputChange={setText}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        const chosen = products.find((product) => product.id === key) ?? null;
        setText(chosen?.name ?? '');
        onChoose(chosen);
      }}
      menuTrigger="input"
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label className="small soft">{label}</Label>
      <div className="product-choice-box">
        <Input autoFocus={hasFocus} />
        <Button className="icon-button" aria-label={translate('inventoryPage.showProducts')}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <Popover className="floating" offset={4}>
        <ListBox<ProductLine> className="floating-list" renderEmptyState={() => <p className="soft floating-empty">{translate('inventoryPage.noProduct')}</p>}>
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
