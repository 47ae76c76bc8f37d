import { parentPort, workerData } from 'node:worker_threads';
import { solveProject } from '../../core/domain/schedule/solver/solveProject.ts';
import type { FromSolveWorker, SolveRequest } from './solveInWorker.ts';

/** The thread of `solveInWorker`: solves its one project, tells of every better schedule, and ends. */
const { project, seed, schedules, timeLimitMs } = workerData as SolveRequest;
const tell = (message: FromSolveWorker) => parentPort?.postMessage(message);
const begun = performance.now();
const answer = solveProject(project, {
  seed,
  schedules,
  ...(timeLimitMs === null ? {} : { spent: () => (performance.now() - begun) / Math.max(1, timeLimitMs) }),
  onBetter: (progress) => tell({ kind: 'better', progress }),
});
tell({ kind: 'done', ...answer, milliseconds: Math.round(performance.now() - begun) });
