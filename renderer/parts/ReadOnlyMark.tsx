import { Lock } from 'lucide-react';
import type { Shell } from '../../core/contract/shell.ts';
import { useTranslator } from '../core/settings.ts';
import { useShellAnswer } from '../core/useShellAnswer.ts';

const isOpenToRead = async (shell: Shell) => (await shell.currentPlan())?.isReadOnly === true;

/** Says that nothing can be changed, before somebody tries to. */
export function ReadOnlyMark() {
  const { translate } = useTranslator();
  const isReadOnly = useShellAnswer(isOpenToRead, false);
  return (
    <div role="status" className="read-only-mark small">
      {isReadOnly && (
        <>
          <Lock size={16} aria-hidden />
          <span title={translate('window.readOnlyText')}>{translate('window.readOnly')}</span>
          <span className="visually-hidden">{translate('window.readOnlyText')}</span>
        </>
      )}
    </div>
  );
}
