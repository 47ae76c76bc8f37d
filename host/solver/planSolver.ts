import { searchCheapest } from '../../core/domain/schedule/searchCheapest.ts';
import type { FoundPlan } from '../../core/domain/schedule/searchSchedules.ts';
import { searchSchedules, usualPasses } from '../../core/domain/schedule/searchSchedules.ts';
import type { Solver } from '../../core/ports/solver.ts';

/** Lets the event loop breathe this often, so that a cancel arrives and other questions are answered. */
const sliceMs = 15;
const reportEveryMs = 100;

/** Searches schedules within the core's own process, in slices. */
export function createPlanSolver(): Solver {
  return {
    async solve(problem, { seed, goal, schedules, timeLimitMs, signal, onProgress }) {
      const begun = performance.now();
      const most = schedules ?? (timeLimitMs ? Number.MAX_SAFE_INTEGER : usualPasses(problem));
      const limit = timeLimitMs || Number.POSITIVE_INFINITY;
      let found: FoundPlan | null = null;
      const share = () => Math.max((found?.passes ?? 0) / most, (performance.now() - begun) / limit);
      let slice = begun;
      let reported = begun;
      await breathe();
      const done = timeLimitMs ? share : () => (found?.passes ?? 0) / most;
      for (const better of goal ? searchCheapest(problem, goal, seed, done) : searchSchedules(problem, seed, done)) {
        found = better;
        const now = performance.now();
        if (now - reported >= reportEveryMs) {
          onProgress?.(found);
          reported = now;
        }
        if (found.passes >= most || now - begun >= limit || signal?.aborted) break;
        if (now - slice < sliceMs) continue;
        await breathe();
        slice = performance.now();
      }
      if (found === null) throw new Error('the search always gives a first schedule');
      return found;
    },
  };
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
