import { Worker } from 'node:worker_threads';
import type { SchedulingProblem } from '../../core/domain/schedule/problem/schedulingProblem.ts';
import { type FoundPlan, usualPasses } from '../../core/domain/schedule/search/searchSchedules.ts';
import type { Solver } from '../../core/ports/solver.ts';
import type { FromPlanWorker, PlanThreadData } from './planWorker.ts';
import { type PlanTask, searchPlan } from './searchPlan.ts';

const threadOfSearch = new URL('./planWorker.ts', import.meta.url);

/** Passes, times what each looks at, that take no longer than the start of a thread: about 40 ms of processor time. */
const workWithoutThread = 400_000;

/**
 * Searches schedules in a thread of its own, so that the core answers other questions meanwhile. Only what is over before
 * a thread would have begun is searched where it is asked: told by the size of the work alone, so that it is the same everywhere.
 */
export function createPlanSolver(thread: URL = threadOfSearch): Solver {
  return {
    async solve(problem, { signal, onProgress, schedules, timeLimitMs, ...how }) {
      const task: PlanTask = {
        ...how,
        problem,
        schedules: schedules ?? (timeLimitMs ? Number.MAX_SAFE_INTEGER : usualPasses(problem)),
        timeLimitMs: timeLimitMs || null,
        begunAt: performance.timeOrigin + performance.now(),
      };
      if (task.timeLimitMs === null && task.schedules * sizeOf(problem) <= workWithoutThread) {
        return searchPlan(task, { isStopped: () => signal?.aborted ?? false, tell: onProgress ?? (() => {}) });
      }
      return searchInThread(thread, task, { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) });
    },
  };
}

const sizeOf = ({ taskIds, linkFrom }: SchedulingProblem) => taskIds.length + linkFrom.length;

function searchInThread(
  thread: URL,
  task: PlanTask,
  { signal, onProgress }: Pick<Parameters<Solver['solve']>[1], 'signal' | 'onProgress'>,
): Promise<FoundPlan> {
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const tellToStop = () => void Atomics.store(stop, 0, 1);
    if (signal?.aborted) tellToStop();
    const worker = new Worker(thread, { name: 'plan search', workerData: { task, stop } satisfies PlanThreadData });
    signal?.addEventListener('abort', tellToStop);
    worker.on('message', ({ kind, found }: FromPlanWorker) => {
      if (kind === 'done') resolve(found);
      else onProgress?.(found);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', tellToStop);
      // Without effect where the answer or an error came before.
      reject(new Error(`the thread that searches plans ended with ${code} and without an answer`));
    });
  });
}
