import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslator } from '../../../core/settings.ts';
import { NameRuleForm } from './NameRuleForm.tsx';
import { NameRuleList } from './NameRuleList.tsx';
import { draftOf, type RuleDraft } from './ruleDraft.ts';
import './nameRules.css';

/** The rules that people made about names: a new one or another form of one, with what it takes, and all that stand. */
export function NameRulesDialog({ first, onClose }: { readonly first: RuleDraft; readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const [edited, setEdited] = useState({ draft: first, turn: 0 });
  const edit = (draft: RuleDraft) => setEdited(({ turn }) => ({ draft, turn: turn + 1 }));
  return (
    <ModalOverlay className="name-rules-back" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="name-rules-dialog">
        <Dialog>
          <header className="name-rules-head">
            <Heading slot="title">{translate('inventoryPage.rules.title')}</Heading>
            <button type="button" className="icon-button" aria-label={translate('window.close')} title={translate('window.close')} onClick={onClose}>
              <X size={20} aria-hidden />
            </button>
          </header>
          <NameRuleForm key={edited.turn} first={edited.draft} onSaved={() => edit(draftOf())} onCancel={() => edit(draftOf())} />
          <NameRuleList edited={edited.draft.ruleId} onEdit={edit} onRemoved={(id) => id === edited.draft.ruleId && edit(draftOf())} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
