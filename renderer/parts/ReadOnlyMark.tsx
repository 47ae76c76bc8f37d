import { Lock } from 'lucide-react';
import { readOnlyReasonId, useReadOnly } from '../core/readOnly.ts';
import { useTranslator } from '../core/settings.ts';

/** Says that nothing can be changed, before somebody tries to. */
export function ReadOnlyMark() {
  const { translate } = useTranslator();
  const isReadOnly = useReadOnly();
  return (
    <div role="status" className="read-only-mark small">
      {isReadOnly && (
        <>
          <Lock size={16} aria-hidden />
          <span title={translate('window.readOnlyText')}>{translate('window.readOnly')}</span>
          <span id={readOnlyReasonId} className="visually-hidden">
            {translate('window.readOnlyText')}
          </span>
        </>
      )}
    </div>
  );
}
