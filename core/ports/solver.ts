import type { IndexSchedule } from '../domain/schedule/serialSchedule.ts';
import type { SchedulingProblem } from '../domain/schedule/schedulingProblem.ts';

export interface Solver {
  /** Deterministic for a seed unless a time limit cuts it short; an aborted signal gives the best schedule found so far. */
  solve(
    problem: SchedulingProblem,
    options: { readonly seed: number; readonly timeLimitMs?: number; readonly signal?: { readonly aborted: boolean } },
  ): Promise<IndexSchedule>;
}
