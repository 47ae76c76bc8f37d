import { makespanOf, sampleSchedules } from '../core/domain/schedule/sampleSchedules.ts';
import type { IndexSchedule } from '../core/domain/schedule/serialSchedule.ts';
import type { Solver } from '../core/ports/solver.ts';

/**
 * The serial schedule generation scheme: one schedule by its rule, done in milliseconds; with a time limit the shortest
 * of as many as fit into it. Lets the event loop breathe before each schedule, so that a cancel arrives, also where one
 * problem after another is solved.
 */
export function createSerialSolver(): Solver {
  return {
    async solve(problem, { seed, timeLimitMs = 0, signal }) {
      const stopAt = performance.now() + timeLimitMs;
      let best: { readonly schedule: IndexSchedule; readonly makespan: number } | null = null;
      await breathe();
      for (const schedule of sampleSchedules(problem, seed)) {
        const makespan = makespanOf(schedule);
        if (best === null || makespan < best.makespan) best = { schedule, makespan };
        if (performance.now() >= stopAt || signal?.aborted) break;
        await breathe();
      }
      if (best === null) throw new Error('the generator always gives a first schedule');
      return best.schedule;
    },
  };
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
