import { useCallback, useState } from 'react';
import type { CommandName, Input, JobName, Output, Progress } from '../../core/contract/contract.ts';
import { AppError } from '../../core/contract/errors.ts';
import { operationFacts } from '../../core/contract/operationFacts.ts';
import { type RunningJob, useJobs } from './jobs.ts';
import { useServices } from './services.tsx';
import { useNotices } from './notices.ts';

type WithoutId<N extends CommandName | JobName> = Omit<Input<N>, 'commandId'>;

/** Runs a command once a call, with an id of its own. A failure becomes a notice; the answer is then undefined. */
export function useCommand<N extends CommandName>(
  operation: N,
): { readonly run: (input: WithoutId<N>) => Promise<Output<N> | undefined>; readonly isRunning: boolean } {
  const { connection } = useServices();
  const [isRunning, setRunning] = useState(false);
  const fail = useNotices((state) => state.fail);
  const run = useCallback(
    async (input: WithoutId<N>) => {
      setRunning(true);
      try {
        return await connection.call(operation, { ...input, commandId: crypto.randomUUID() } as Input<N>);
      } catch (error) {
        fail(asAppError(error));
        return undefined;
      } finally {
        setRunning(false);
      }
    },
    [connection, operation, fail],
  );
  return { run, isRunning };
}

/** Runs a job that shows in the list of running work and can be cancelled there; a search can be ended there, too, with what it has found. */
export function useJob<N extends JobName>(
  operation: N,
  kind: 'whole' | 'search' = 'whole',
): { readonly run: (input: WithoutId<N>, titleKey: string) => Promise<Output<N> | undefined> } {
  const { connection } = useServices();
  const jobs = useJobs();
  const fail = useNotices((state) => state.fail);
  const run = useCallback(
    async (input: WithoutId<N>, titleKey: string) => {
      const controller = new AbortController();
      const enough = new AbortController();
      const id = crypto.randomUUID();
      jobs.begin({ id, titleKey, cancel: () => controller.abort(), ...(kind === 'search' ? { takeNow: () => enough.abort() } : {}) });
      try {
        const options = {
          signal: controller.signal,
          enough: enough.signal,
          onProgress: (progress: Progress<N>) => jobs.report(id, progress as RunningJob['progress']),
        };
        return await connection.call(
          operation,
          (operationFacts[operation].takesCommandId ? { ...input, commandId: id } : input) as unknown as Input<N>,
          options,
        );
      } catch (error) {
        const failure = asAppError(error);
        if (failure.code !== 'cancelled') fail(failure);
        return undefined;
      } finally {
        jobs.end(id);
      }
    },
    [connection, operation, kind, jobs, fail],
  );
  return { run };
}

export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', 'error.internal', { params: { traceId: '' }, cause: error });
}
