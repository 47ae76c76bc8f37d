import { createFreeUnits, returnUnits, takeUnits } from '../freeUnits.ts';
import type { ModeTable } from '../modeTable.ts';
import type { ModeProofState } from './modeProofState.ts';

/** What is placed so far. What an activity that is not placed has here is left over from before. */
export type PartialSchedule = {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly mode: Int32Array;
  /** Free units of all resources, by word and time (`createFreeUnits`). */
  readonly free: Int32Array;
  /** By budget: what the placed activities left of it. */
  readonly remaining: Float64Array;
};

/**
 * A schedule with nothing placed; what there is of each budget is written in by `limitFinish`.
 *
 * Example: of a resource of 2 units 2 are free at every time.
 */
export function createPartialSchedule(table: ModeTable): PartialSchedule {
  return {
    start: new Int32Array(table.count),
    finish: new Int32Array(table.count),
    mode: new Int32Array(table.count),
    free: createFreeUnits(table),
    remaining: new Float64Array(table.budgets),
  };
}

/**
 * Places an activity in a mode at a time.
 *
 * Example: a mode of 3 units of time that needs 1 unit of a resource and 4 of a budget of 6, at 2: it finishes at 5, and 2
 * of the budget are left.
 */
export function placeActivity(table: ModeTable, partial: PartialSchedule, activity: number, mode: number, at: number): void {
  partial.start[activity] = at;
  partial.finish[activity] = at + (table.duration[mode] as number);
  partial.mode[activity] = mode;
  takeUnits(table, partial.free, mode, at);
  const { remaining } = partial;
  for (let budget = 0; budget < table.budgets; budget += 1)
    remaining[budget] = (remaining[budget] as number) - (table.cost[mode * table.budgets + budget] as number);
}

/**
 * Takes back an activity that was placed so.
 *
 * Example: the same mode gives its 4 back to the budget, and 6 are left again.
 */
export function removeActivity(table: ModeTable, partial: PartialSchedule, mode: number, at: number): void {
  returnUnits(table, partial.free, mode, at);
  const { remaining } = partial;
  for (let budget = 0; budget < table.budgets; budget += 1)
    remaining[budget] = (remaining[budget] as number) + (table.cost[mode * table.budgets + budget] as number);
}

/**
 * How early the placed ones of its predecessors let an activity start.
 *
 * Example: A from 0 to 3 and B from 1 to 2 are placed. C follows A, and starts at least 4 after the start of B: at 5. With
 * A alone it would be at 3.
 *
 *     A A A
 *       B . . . C
 *     0 1 2 3 4 5
 */
export function startAfterPlaced({ table, inner, partial }: ModeProofState, activity: number, placed: number): number {
  const { offset, other, lag } = table.before;
  let at = 0;
  for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
    const from = other[link] as number;
    const gap = lag[link] as number;
    if ((placed & (inner.bit[from] as number)) !== 0) at = Math.max(at, gap < 0 ? (partial.finish[from] as number) : (partial.start[from] as number) + gap);
  }
  return at;
}
