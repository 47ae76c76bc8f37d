import { useCallback } from 'react';
import type { Input } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { useCommand } from '../../core/useCommand.ts';

type Wanted = Omit<Input<'tracking.setStates'>, 'commandId'>;

/** Sets states and says how many of those meant have changed, with the way back beside it. */
export function useSetStates(): { readonly setStates: (wanted: Wanted) => Promise<boolean>; readonly isRunning: boolean } {
  const { run, isRunning } = useCommand('tracking.setStates');
  const tell = useNotices((state) => state.tell);
  const setStates = useCallback(
    async (wanted: Wanted) => {
      const done = await run(wanted);
      if (!done) return false;
      tell(
        done.changed === 0 ? 'trackingPage.nothingChanged' : 'trackingPage.changed',
        { changed: done.changed, matched: done.matched, state: wanted.state },
        done.changed > 0,
      );
      return true;
    },
    [run, tell],
  );
  return { setStates, isRunning };
}
