import { useCallback } from 'react';
import type { Input } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { useCommand } from '../../core/useCommand.ts';

/** Changes a track and says so, with a way back. */
export function useChangeTrack(): (change: Omit<Input<'schedule.changeTrack'>, 'commandId'>) => Promise<void> {
  const { run } = useCommand('schedule.changeTrack');
  const tell = useNotices((state) => state.tell);
  return useCallback(
    async (change) => {
      const done = await run(change);
      if (done) tell(done.labelKey, done.params, true);
    },
    [run, tell],
  );
}
