import { earliestFit } from '../freeUnits.ts';
import type { ModeTable } from '../modeTable.ts';
import type { ModeProofState } from './modeProofState.ts';

/** By depth, as many as there are modes: what may be placed next, the earliest start first. */
export type Branches = { readonly activity: Int32Array; readonly mode: Int32Array; readonly start: Int32Array };

/**
 * Room for so many depths.
 *
 * Example: two activities with 3 modes in all have room for 9 branches: 3 with 0, 1 and 2 placed ones each.
 */
export function createBranches(table: ModeTable, depths: number): Branches {
  const entries = () => new Int32Array(depths * table.duration.length);
  return { activity: entries(), mode: entries(), start: entries() };
}

/**
 * Collects what may be placed next, after `narrowOpenModes`: every activity that only waits for placed ones, in every mode
 * that is allowed and still ends in time, on its earliest start with enough free units. Earlier starts come first, of equal
 * ones the shorter mode. Returns how many there are; they stand from `depth * modes` on.
 *
 * Example: A took the only unit from 0 to 2. B may take 1 unit of time with a unit or 3 without one, C waits for B:
 *
 *     A A              placed
 *         B            second: from 2 on
 *     B B B            first: from 0 on
 *     0 1 2
 */
export function collectBranches(state: ModeProofState, depth: number, placed: number): number {
  const { table, windows, end } = state;
  const { list, bit, predecessors } = state.inner;
  const { allowed, earliest } = state.open;
  const { free } = state.partial;
  const { firstMode, duration } = table;
  const from = depth * duration.length;
  let branches = 0;
  for (let index = 0; index < list.length; index += 1) {
    const activity = list[index] as number;
    if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & ~placed) !== 0) continue;
    for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1) {
      if (allowed[from + mode] === 0) continue;
      const at = earliestFit(table, free, mode, earliest[depth * table.count + activity] as number);
      if (at + (duration[mode] as number) + (windows.tail[activity] as number) > end) continue;
      insertBranch(table, state.branches, from, from + branches, activity, mode, at);
      branches += 1;
    }
  }
  return branches;
}

/** By insertion, so that equal ones stay in their order. */
function insertBranch(table: ModeTable, branches: Branches, first: number, last: number, activity: number, mode: number, at: number): void {
  const { duration } = table;
  const length = duration[mode] as number;
  let place = last;
  while (
    place > first &&
    ((branches.start[place - 1] as number) > at || (branches.start[place - 1] === at && (duration[branches.mode[place - 1] as number] as number) > length))
  ) {
    branches.start[place] = branches.start[place - 1] as number;
    branches.mode[place] = branches.mode[place - 1] as number;
    branches.activity[place] = branches.activity[place - 1] as number;
    place -= 1;
  }
  branches.start[place] = at;
  branches.mode[place] = mode;
  branches.activity[place] = activity;
}
