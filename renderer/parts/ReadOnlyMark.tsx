import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useServices } from '../core/services.tsx';
import { useTranslator } from '../core/settings.ts';

/** Says that nothing can be changed, before somebody tries to. */
export function ReadOnlyMark() {
  const { shell } = useServices();
  const { translate } = useTranslator();
  const [isReadOnly, setReadOnly] = useState(false);
  useEffect(() => {
    let isShown = true;
    const ask = () =>
      void shell.currentPlan().then(
        (plan) => {
          if (isShown) setReadOnly(plan?.isReadOnly === true);
        },
        // The core has gone; it will be asked again with the plan that it opens.
        () => {},
      );
    ask();
    const stop = shell.onPlanChanged(ask);
    return () => {
      isShown = false;
      stop();
    };
  }, [shell]);
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
