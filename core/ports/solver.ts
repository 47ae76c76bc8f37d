import type { CancelSignal } from '../contract/core.ts';
import type { SchedulingProblem } from '../domain/schedule/problem/schedulingProblem.ts';
import type { CostGoal } from '../domain/schedule/cheapest/searchCheapest.ts';
import type { FoundPlan } from '../domain/schedule/search/searchSchedules.ts';

export interface Solver {
  /**
   * The shortest schedule of a number of passes, or of as many as the time limit allows; with a goal the cheapest one.
   * Deterministic for a seed and a number of passes; an aborted signal gives the best schedule found so far. Reports at most ten times a second. What
   * says how to search is plain data: it may be handed to another thread.
   */
  solve(
    problem: SchedulingProblem,
    options: {
      readonly seed: number;
      readonly goal?: CostGoal;
      /** Passes at most; without it and without a time limit the usual number. */
      readonly schedules?: number;
      readonly timeLimitMs?: number;
      readonly signal?: CancelSignal;
      readonly onProgress?: (found: FoundPlan) => void;
    },
  ): Promise<FoundPlan>;
}
