import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/contract/errors.ts';
import type { ResourceProject } from '../../core/domain/schedule/solver/project.ts';
import type { SolveProgress, solveProject } from '../../core/domain/schedule/solver/solveProject.ts';

export type SolveRequest = {
  readonly project: ResourceProject;
  readonly seed: number;
  readonly schedules: number;
  readonly timeLimitMs: number | null;
};

type Solved = ReturnType<typeof solveProject> & { readonly milliseconds: number };
export type FromSolveWorker = { readonly kind: 'better'; readonly progress: SolveProgress } | ({ readonly kind: 'done' } & Solved);

/**
 * Solves a project in a thread of its own, because the search never lets an interruption in: the thread is ended with it.
 * The answer is that of `solveProject`; a start of the thread does not count into its time.
 */
export function solveInWorker(
  request: SolveRequest,
  { signal, onBetter }: { readonly signal: AbortSignal; readonly onBetter?: (progress: SolveProgress) => void },
): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const cancelled = () => new AppError('cancelled', 'error.cancelled');
    if (signal.aborted) {
      reject(cancelled());
      return;
    }
    const worker = new Worker(new URL('./solveWorker.ts', import.meta.url), { workerData: request });
    const stop = () => {
      reject(cancelled());
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: FromSolveWorker) => {
      if (signal.aborted) return;
      if (message.kind === 'better') onBetter?.(message.progress);
      else {
        const { kind: _done, ...solved } = message;
        resolve(solved);
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // Without effect where the answer or an error came before.
      reject(new Error(`the thread of the solver ended with ${code} and without an answer`));
    });
  });
}
