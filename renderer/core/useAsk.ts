import { useCallback } from 'react';
import type { Input, Output, QueryName } from '../../core/contract/contract.ts';
import { useNotices } from './notices.ts';
import { useServices } from './services.tsx';
import { asAppError } from './useCommand.ts';

/** Asks once, when somebody does something: for copying a list or changing all of it. What is shown comes from `useQuery`. */
export function useAsk<N extends QueryName>(operation: N): (input: Input<N>) => Promise<Output<N> | undefined> {
  const { connection } = useServices();
  const fail = useNotices((state) => state.fail);
  return useCallback(
    async (input: Input<N>) => {
      try {
        return await connection.call(operation, input);
      } catch (error) {
        fail(asAppError(error));
        return undefined;
      }
    },
    [connection, operation, fail],
  );
}
