import { Worker } from 'node:worker_threads';
import type { FixedProject } from '../../core/domain/schedule/solver/fixedProject.ts';
import type { FoundSchedule } from '../../core/domain/schedule/solver/geneticSearch.ts';
import type { TeamKnowledge } from '../../core/domain/schedule/solver/teamwork.ts';
import type { FromWorker, ToWorker, WorkerTask } from './teamWorker.ts';

export type TeamAnswer = { readonly best: FoundSchedule; readonly lowerBound: number; readonly passes: number };

/**
 * Solves a project on two threads until the time is over, the bound is reached or the signal says so: one searches, the
 * other one proves, of a small project both prove after a while; each hears at once what the other one finds. `first` is
 * a schedule that is known.
 */
export async function solveInTeam(
  project: FixedProject,
  options: {
    readonly first: FoundSchedule;
    readonly lowerBound: number;
    readonly seed: number;
    readonly limitMs: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (known: { readonly makespan: number; readonly lowerBound: number }) => void;
  },
): Promise<TeamAnswer> {
  const begunAt = performance.timeOrigin + performance.now();
  let best = options.first;
  let { lowerBound } = options;
  let passes = 0;
  const workers: Worker[] = [];
  const send = (worker: Worker, message: ToWorker) => worker.postMessage(message);
  const stop = () => {
    for (const worker of workers) send(worker, { kind: 'stop' });
  };
  const known = (): TeamKnowledge => ({ best, lowerBound });

  const run = (part: WorkerTask['part'], seed: number) =>
    new Promise<void>((resolve, reject) => {
      const task: WorkerTask = { project, seed, part, begunAt, endsAt: begunAt + options.limitMs, known: known() };
      const worker = new Worker(new URL('./teamWorker.ts', import.meta.url), { workerData: task });
      workers.push(worker);
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') {
          passes += message.passes;
          return;
        }
        if (message.kind === 'facts') {
          for (const other of workers) if (other !== worker) send(other, message);
          return;
        }
        const { found, lowerBound: bound = 0 } = message.news;
        const isNews = (found && found.makespan < best.makespan) || bound > lowerBound;
        if (found && found.makespan < best.makespan) best = found;
        lowerBound = Math.max(lowerBound, bound);
        if (!isNews) return;
        for (const other of workers) if (other !== worker) send(other, { kind: 'known', known: known() });
        options.onProgress?.({ makespan: best.makespan, lowerBound });
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });

  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all([run('search', options.seed), run('prove', options.seed)]);
  } catch (error) {
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
  return { best, lowerBound, passes };
}
