import { type ComponentType, useEffect, useState } from 'react';
import { AppError } from '../../core/contract/errors.ts';
import { useNotices } from '../core/notices.ts';
import { useServices } from '../core/services.tsx';
import { whenQuiet } from '../core/whenQuiet.ts';

/**
 * A part that the first page does without, such as a dialog: null until its code is there. It is fetched when it is
 * wanted, and otherwise when the window is quiet, so that nobody waits for it. `load` must stay the same function.
 */
export function usePart<Part extends ComponentType<never>>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const { cache } = useServices();
  const fail = useNotices((state) => state.fail);
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (part !== null) return undefined;
    let isShown = true;
    const take = (loaded: Part) => {
      if (isShown) setPart(() => loaded);
    };
    if (isWanted) load().then(take, (error: unknown) => fail(new AppError('internal', 'error.internal', { params: { traceId: '' }, cause: error })));
    else
      void whenQuiet(cache.store)
        .then(() => (isShown ? load().then(take) : undefined))
        .catch(() => {});
    return () => {
      isShown = false;
    };
  }, [cache, fail, isWanted, load, part]);
  return part;
}
