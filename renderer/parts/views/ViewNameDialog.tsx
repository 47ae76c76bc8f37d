import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { sortKey } from '../../../core/domain/sortKey.ts';
import { useTranslator } from '../../core/settings.ts';
import { ChangeButton } from '../ChangeButton.tsx';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly firstName: string;
  /** Names that are taken, and what happens to them. */
  readonly taken: readonly string[];
  readonly takenNote: string;
  readonly onSubmit: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The one question that saving a view asks: under which name. */
export function ViewNameDialog({ title, submit, firstName, taken, takenNote, onSubmit, onClose }: Props) {
  const { translate } = useTranslator();
  const [name, setName] = useState(firstName);
  const isTaken = taken.some((one) => sortKey(one) === sortKey(name));
  return (
    <ModalOverlay className="view-dialog-back" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="view-dialog">
        <Dialog>
          <form
            className="floating-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') void onSubmit(name.trim()).then((isDone) => isDone && onClose());
            }}
          >
            <Heading slot="title">{title}</Heading>
            <label className="field view-name">
              <span>{translate('parts.view.name')}</span>
              <input
                autoFocus
                value={name}
                maxLength={80}
                required
                onFocus={(event) => event.target.select()}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <p className="soft small view-taken" role="status">
              {isTaken ? takenNote : ''}
            </p>
            <div className="floating-actions">
              <ChangeButton type="submit" className="button-primary" disabled={name.trim() === ''}>
                {submit}
              </ChangeButton>
              <button type="button" className="button-quiet" onClick={onClose}>
                {translate('window.cancel')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
