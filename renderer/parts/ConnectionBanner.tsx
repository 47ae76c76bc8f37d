import { useSyncExternalStore } from 'react';
import { useServices } from '../core/services.tsx';
import { useTranslator } from '../core/settings.ts';

/** Says so while the core is away; it comes back by itself, and nothing that was answered is lost. */
export function ConnectionBanner() {
  const { connection } = useServices();
  const { translate } = useTranslator();
  const state = useSyncExternalStore(connection.onState, () => connection.state);
  return (
    <div role="status" className={state === 'lost' ? 'banner' : undefined}>
      {state === 'lost' && translate('window.coreLost')}
    </div>
  );
}
