import { serialSchedule } from '../core/domain/schedule/serialSchedule.ts';
import type { Solver } from '../core/ports/solver.ts';

/** One pass of the serial schedule generation scheme; it needs no seed and is done in milliseconds. */
export function createSerialSolver(): Solver {
  return { solve: async (problem) => serialSchedule(problem) };
}
