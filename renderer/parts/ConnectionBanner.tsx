import { useSyncExternalStore } from 'react';
import { useServices } from '../core/services.tsx';
import { useTranslator } from '../core/settings.ts';

/** Says so while the core is away. The desktop program starts another by itself; a browser waits for the address that the next start tells. */
export function ConnectionBanner() {
  const { connection, lostKey } = useServices();
  const { translate } = useTranslator();
  const state = useSyncExternalStore(connection.onState, () => connection.state);
  return (
    <div role="status" className={state === 'lost' ? 'banner' : undefined}>
      {state === 'lost' && translate(lostKey)}
    </div>
  );
}
