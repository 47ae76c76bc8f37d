import { parentPort, workerData } from 'node:worker_threads';
import type { FoundPlan } from '../../core/domain/schedule/search/searchSchedules.ts';
import { type PlanTask, searchPlan } from './searchPlan.ts';

/** What the thread is given: its search, and a number in shared memory that becomes 1 when it is to stop. */
export type PlanThreadData = { readonly task: PlanTask; readonly stop: Int32Array };
export type FromPlanWorker = { readonly kind: 'better' | 'done'; readonly found: FoundPlan };

/** The thread of `createPlanSolver`: makes its one search, tells ten times a second how far it is, and ends. */
const { task, stop } = workerData as PlanThreadData;
const tell = (message: FromPlanWorker) => parentPort?.postMessage(message);
// Shared memory, because the search never lets a message in.
const found = searchPlan(task, { isStopped: () => Atomics.load(stop, 0) !== 0, tell: (better) => tell({ kind: 'better', found: better }) });
tell({ kind: 'done', found });
