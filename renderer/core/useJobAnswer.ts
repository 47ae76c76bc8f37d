import { useEffect, useRef, useState } from 'react';
import type { Input, JobName, Output, Progress } from '../../core/contract/contract.ts';
import type { AppError } from '../../core/contract/errors.ts';
import { type RunningJob, useJobs } from './jobs.ts';
import { stableJson } from './queryCache.ts';
import { useServices } from './services.tsx';
import { asAppError } from './useCommand.ts';

export type JobAnswer<N extends JobName> = {
  readonly data: Output<N> | undefined;
  readonly error: AppError | undefined;
  readonly isRunning: boolean;
};

/**
 * The answer of a job that only looks, for the input that stands now; an input that changes stops the run for the old
 * one. Null as input means that there is nothing to ask yet. Another `round` asks again for the same input.
 */
export function useJobAnswer<N extends JobName>(operation: N, input: Input<N> | null, titleKey: string, round: number | string = 0): JobAnswer<N> {
  const { connection } = useServices();
  const [answer, setAnswer] = useState<JobAnswer<N>>({ data: undefined, error: undefined, isRunning: false });
  const key = input === null ? null : stableJson(input);
  // What was asked of a core that has gone is asked of the next one.
  const [cores, setCores] = useState(0);
  useEffect(
    () =>
      connection.onChanged((topics) => {
        if (topics === 'everything') setCores((count) => count + 1);
      }),
    [connection],
  );
  const latest = useRef(input);
  latest.current = input;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all about the input
  useEffect(() => {
    const asked = latest.current;
    if (asked === null) {
      setAnswer({ data: undefined, error: undefined, isRunning: false });
      return undefined;
    }
    const controller = new AbortController();
    const id = crypto.randomUUID();
    const jobs = useJobs.getState();
    jobs.begin({ id, titleKey, cancel: () => controller.abort() });
    setAnswer((before) => ({ ...before, error: undefined, isRunning: true }));
    let isCurrent = true;
    const settle = (change: JobAnswer<N>) => {
      jobs.end(id);
      if (isCurrent) setAnswer(change);
    };
    const options = { signal: controller.signal, onProgress: (progress: Progress<N>) => jobs.report(id, progress as RunningJob['progress']) };
    connection.call(operation, asked, options).then(
      (data) => settle({ data, error: undefined, isRunning: false }),
      (error: unknown) => settle({ data: undefined, error: asAppError(error), isRunning: false }),
    );
    return () => {
      isCurrent = false;
      jobs.end(id);
      controller.abort();
    };
  }, [connection, operation, key, titleKey, round, cores]);
  return answer;
}
