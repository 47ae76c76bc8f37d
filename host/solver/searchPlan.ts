import type { SchedulingProblem } from '../../core/domain/schedule/problem/schedulingProblem.ts';
import { type CostGoal, searchCheapest } from '../../core/domain/schedule/cheapest/searchCheapest.ts';
import { type FoundPlan, searchSchedules } from '../../core/domain/schedule/search/searchSchedules.ts';

/** One search, as it is handed to a thread: plain data only. */
export type PlanTask = {
  readonly problem: SchedulingProblem;
  /** Absent: the shortest plan is wanted, not the cheapest. */
  readonly goal?: CostGoal;
  readonly seed: number;
  /** Passes at most. */
  readonly schedules: number;
  /** Null: only the passes count. */
  readonly timeLimitMs: number | null;
  /** When the solver was asked, as `performance.timeOrigin + performance.now()`, which all threads share: the start of a thread counts into its time. */
  readonly begunAt: number;
};

const reportEveryMs = 100;

/** The best plan of a search that goes on until its passes or its time are over, nothing shorter can be, or it is told to stop. */
export function searchPlan(
  { problem, goal, seed, schedules, timeLimitMs, begunAt }: PlanTask,
  { isStopped, tell }: { readonly isStopped: () => boolean; readonly tell: (found: FoundPlan) => void },
): FoundPlan {
  const limit = timeLimitMs ?? Number.POSITIVE_INFINITY;
  const spent = () => performance.timeOrigin + performance.now() - begunAt;
  let found: FoundPlan | null = null;
  const passesDone = () => (found?.passes ?? 0) / schedules;
  const share = timeLimitMs === null ? passesDone : () => Math.max(passesDone(), spent() / limit);
  let told = Number.NEGATIVE_INFINITY;
  for (const better of goal ? searchCheapest(problem, goal, seed, share) : searchSchedules(problem, seed, share)) {
    found = better;
    if (found.passes >= schedules || isStopped()) break;
    const now = spent();
    if (now - told >= reportEveryMs) {
      tell(found);
      told = now;
    }
    if (now >= limit) break;
  }
  if (found === null) throw new Error('the search always gives a first schedule');
  return found;
}
