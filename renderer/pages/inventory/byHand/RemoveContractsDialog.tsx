import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslator } from '../../../core/settings.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import '../../../parts/floating.css';
import '../../../parts/views/views.css';

/** So many are named; the count says how many there are. */
const namesShown = 6;

type Props = {
  readonly names: readonly string[];
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

/** Asks before contracts are removed, and names them. */
export function RemoveContractsDialog({ names, onRemove, onClose }: Props) {
  const { translate } = useTranslator();
  // One more is named rather than counted.
  const shown = names.length > namesShown + 1 ? names.slice(0, namesShown) : names;
  return (
    <ModalOverlay className="view-dialog-back" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="view-dialog">
        <Dialog role="alertdialog">
          <div className="floating-form">
            <Heading slot="title">{translate('inventoryPage.chosenContracts.ask', { contracts: names.length })}</Heading>
            <ul className="contracts-asked">
              {shown.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two contracts may have one name, and the list stands still while it is asked about
                <li key={index} title={name}>
                  {name}
                </li>
              ))}
              {shown.length < names.length && (
                <li className="soft">{translate('inventoryPage.chosenContracts.more', { more: names.length - shown.length })}</li>
              )}
            </ul>
            <p className="soft">{translate('inventoryPage.chosenContracts.askNote')}</p>
            <div className="floating-actions">
              <ChangeButton type="button" className="button-primary" onClick={onRemove}>
                {translate('inventoryPage.chosenContracts.confirm')}
              </ChangeButton>
              <button type="button" className="button-quiet" onClick={onClose}>
                {translate('window.cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
