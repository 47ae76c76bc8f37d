import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useReadOnly } from '../../core/readOnly.ts';
import { useTranslator } from '../../core/settings.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ProductChoice, type ProductLine } from './ProductChoice.tsx';
import '../../parts/floating.css';

type Props = {
  /** What the button says, what the field asks for, and what ends it. */
  readonly word: string;
  readonly label: string;
  readonly submit: string;
  readonly isDisabled: boolean;
  readonly onChoose: (product: ProductLine) => void;
};

/** Something that is done with chosen rows and a product of the catalogue, which is asked for above the button. */
export function ProductButton({ word, label, submit, isDisabled, onChoose }: Props) {
  const { translate } = useTranslator();
  const [product, setProduct] = useState<ProductLine | null>(null);
  if (useReadOnly())
    return (
      <ChangeButton type="button" className="button">
        {word}
      </ChangeButton>
    );
  return (
    <DialogTrigger onOpenChange={() => setProduct(null)}>
      <Button className="button" isDisabled={isDisabled}>
        {word}
      </Button>
      <Popover className="floating" placement="top end" offset={4}>
        <Dialog className="floating-form" aria-label={word}>
          {({ close }) => (
            <>
              <ProductChoice label={label} value={product} onChoose={setProduct} hasFocus />
              <div className="floating-actions">
                <button
                  type="button"
                  className="button-primary"
                  disabled={product === null}
                  onClick={() => {
                    close();
                    if (product) onChoose(product);
                  }}
                >
                  {submit}
                </button>
                <button type="button" className="button-quiet" onClick={close}>
                  {translate('window.cancel')}
                </button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
