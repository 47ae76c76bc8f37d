import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { NewScenario } from './NewScenario.tsx';
import { ScenarioTable } from './ScenarioTable.tsx';

/** What-ifs beside the plan: compared, adopted, removed, made. The pages show the plan, whatever is open here. */
export function ScenarioDialog({ onClose }: { readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const { data: list } = useQuery('scenario.list', {});
  const [isAdding, setAdding] = useState(false);
  const isEmpty = list !== undefined && list.length === 0;
  return (
    <ModalOverlay
      className="scenario-back"
      isOpen
      isDismissable={!isAdding}
      isKeyboardDismissDisabled={isAdding}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={isEmpty && !isAdding ? 'scenario-dialog is-empty' : 'scenario-dialog'}>
        <Dialog>
          <header className="scenario-head">
            <Heading slot="title">{translate('scenarios.scenarios')}</Heading>
            <button type="button" className="icon-button" aria-label={translate('window.close')} title={translate('window.close')} onClick={onClose}>
              <X size={20} aria-hidden />
            </button>
          </header>
          <p className="soft">{translate('scenarios.note')}</p>
          {list !== undefined && !isEmpty && <ScenarioTable list={list} onAdopted={onClose} />}
          {isEmpty && !isAdding && <p>{translate('scenarios.none')}</p>}
          {isAdding ? (
            <NewScenario onDone={() => setAdding(false)} />
          ) : (
            <div>
              <ChangeButton type="button" className={isEmpty ? 'button-primary' : 'button'} onClick={() => setAdding(true)}>
                {translate('scenarios.new')}
              </ChangeButton>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
