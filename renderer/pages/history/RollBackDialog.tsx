import { useId } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Output } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import '../../parts/views/views.css';

type Entry = Output<'history.list'>['entries'][number];

/** Takes one import back after a question, or says which later steps stand in the way. */
export function RollBackDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const whyId = useId();
  const { data: later } = useQuery('history.listBuiltUpon', { sequence: entry.sequence });
  const rollBack = useCommand('history.rollBack');
  const tell = useNotices((state) => state.tell);
  const run = async () => {
    const done = await rollBack.run({ sequence: entry.sequence });
    if (done) tell('historyPage.rolledBack', { what: translate(done.labelKey, done.params), changes: done.changed }, true);
    onClose();
  };
  const isFree = later !== undefined && later.length === 0;
  return (
    <ModalOverlay className="view-dialog-back" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="view-dialog">
        <Dialog>
          <div className="floating-form">
            <Heading slot="title">{translate('historyPage.rollBackTitle')}</Heading>
            <p>{translate(entry.labelKey, entry.params)}</p>
            <div role="status" className="history-built-upon">
              {later !== undefined && (
                <p id={whyId} className="soft">
                  {isFree ? translate('historyPage.rollBackAsk', { rows: entry.rows }) : translate('historyPage.rollBackBlocked')}
                </p>
              )}
              {later !== undefined && later.length > 0 && (
                <ScrollRegion className="history-later" labelledBy={whyId}>
                  <ol>
                    {later.toReversed().map((step) => (
                      <li key={step.sequence}>{translate(step.labelKey, step.params)}</li>
                    ))}
                  </ol>
                </ScrollRegion>
              )}
            </div>
            <div className="floating-actions">
              {isFree && (
                <ChangeButton type="button" className="button-primary" disabled={rollBack.isRunning} onClick={() => void run()}>
                  {translate('historyPage.rollBackConfirm')}
                </ChangeButton>
              )}
              <button type="button" className="button-quiet" onClick={onClose}>
                {translate(isFree ? 'window.cancel' : 'window.close')}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
