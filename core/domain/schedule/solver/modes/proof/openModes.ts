import type { ModeTable } from '../modeTable.ts';
import type { ModeProofState } from './modeProofState.ts';
import { isAffordable, sumLeastCosts } from './openCosts.ts';
import { addLeastWork, isWorkWithinCapacity } from './openWork.ts';

/** Rounds in which what was taken away makes chains longer and takes more away. */
const rounds = 3;

/** What the activities that are not placed may still do. A depth is the number of placed activities. */
export type OpenModes = {
  /** By depth and mode: 1 while the mode may be chosen. */
  readonly allowed: Uint8Array;
  /** By depth and activity: its earliest start. */
  readonly earliest: Int32Array;
  /** By activity: its shortest mode, and the least time from its finish to the end of the project. */
  readonly shortest: Int32Array;
  readonly tail: Int32Array;
  /** By activity and budget: what its thriftiest mode needs; by budget: the sum. */
  readonly leastCost: Float64Array;
  readonly sumCost: Float64Array;
  /** By resource: the least work of all. */
  readonly sumWork: Float64Array;
};

/**
 * Room for so many depths.
 *
 * Example: two activities with 3 modes in all have 9 marks of modes: for 0, 1 and 2 placed ones.
 */
export function createOpenModes(table: ModeTable, depths: number): OpenModes {
  return {
    allowed: new Uint8Array(depths * table.duration.length),
    earliest: new Int32Array(depths * table.count),
    shortest: new Int32Array(table.count),
    tail: new Int32Array(table.count),
    leastCost: new Float64Array(table.count * table.budgets),
    sumCost: new Float64Array(table.budgets),
    sumWork: new Float64Array(table.resources),
  };
}

/**
 * Takes away modes of the activities that are not placed: those that are too long between the earliest start and the chain
 * behind, and those that leave too little of a budget for the others. False when nothing can be completed by `state.end`.
 * No activity starts before `now` any more.
 *
 * Source: as `narrowModes`.
 *
 * Example: B follows A, each takes 2 or 5 units of time, and the end is 8. After A in its long mode, from 0 to 5, only the
 * short one is left to B:
 *
 *     A A A A A B B . |
 *               B B B | B B
 *     0 1 2 3 4 5 6 7 | 8 9
 */
export function narrowOpenModes(state: ModeProofState, depth: number, placed: number, now: number): boolean {
  const { table, windows, end } = state;
  const { bit } = state.inner;
  const { allowed, earliest, shortest, tail, sumWork } = state.open;
  const { count, order, firstMode, duration } = table;
  const base = depth * duration.length;
  const row = depth * count;
  tail.set(windows.tail);
  for (let round = 1; ; round += 1) {
    let isChanged = false;
    if (!sumLeastCosts(state, base, placed)) return false;
    sumWork.fill(0);
    for (let place = 0; place < count; place += 1) {
      const activity = order[place] as number;
      const own = bit[activity] as number;
      if (own === 0 || (placed & own) !== 0) continue;
      const at = Math.max(now, earliestStart(state, activity, placed, row));
      earliest[row + activity] = at;
      const room = end - at - (tail[activity] as number);
      let least = -1;
      for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1) {
        if (allowed[base + mode] === 0) continue;
        const length = duration[mode] as number;
        if (length > room || !isAffordable(state, activity, mode)) {
          allowed[base + mode] = 0;
          isChanged = true;
        } else if (least < 0 || length < least) least = length;
      }
      if (least < 0) return false;
      shortest[activity] = least;
      addLeastWork(state, base, activity);
    }
    if (!isChanged || round === rounds) break;
    lengthenTails(state, placed);
  }
  return isWorkWithinCapacity(state, placed, now);
}

/** By placed predecessors, and by the others as early as they may be. */
function earliestStart({ table, inner, partial, open }: ModeProofState, activity: number, placed: number, row: number): number {
  const { offset, other, lag } = table.before;
  let at = 0;
  for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
    const before = other[link] as number;
    const own = inner.bit[before] as number;
    const gap = lag[link] as number;
    if (own === 0) continue;
    const isPlaced = (placed & own) !== 0;
    const from = isPlaced ? (partial.start[before] as number) : (open.earliest[row + before] as number);
    const length = isPlaced ? (partial.finish[before] as number) - from : (open.shortest[before] as number);
    at = Math.max(at, from + (gap < 0 ? length : gap));
  }
  return at;
}

/** `tail` of the activities that are not placed, with the modes that are left to them. */
function lengthenTails({ table, windows, inner, open }: ModeProofState, placed: number): void {
  const { offset, other, lag } = table.after;
  const { shortest, tail } = open;
  for (let place = table.count - 1; place >= 0; place -= 1) {
    const activity = table.order[place] as number;
    const own = inner.bit[activity] as number;
    if (own === 0 || (placed & own) !== 0) continue;
    let least = 0;
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
      const to = other[link] as number;
      const gap = lag[link] as number;
      least = Math.max(least, (gap < 0 ? 0 : gap - (windows.longest[activity] as number)) + (shortest[to] as number) + (tail[to] as number));
    }
    tail[activity] = least;
  }
}
