import type { ModeTable } from '../modeTable.ts';
import { collectBranches } from './branches.ts';
import { completeSchedule } from './completeSchedule.ts';
import { isDominated, rememberState } from './finishedStates.ts';
import { createModeProofState, limitFinish } from './modeProofState.ts';
import type { ModeProofState } from './modeProofState.ts';
import { narrowOpenModes } from './openModes.ts';
import { placeActivity, removeActivity } from './partialSchedule.ts';

/** Activities that must be left for a state to be compared with finished ones. */
const leastToCompare = 3;

export type ModeProof = {
  /**
   * Goes on until nothing shorter than `upper` is left (`done`), a schedule was found (`found`: ask again with its
   * makespan), or `steps` activities were placed (`open`: ask again, what was excluded stays excluded).
   */
  readonly run: (upper: number, steps: number, shouldStop: () => boolean) => 'done' | 'found' | 'open';
  /** Activities placed so far. */
  readonly steps: () => number;
  /** The last one found. */
  readonly found: () => { readonly makespan: number; readonly start: Int32Array; readonly mode: Int32Array };
};

/** How far a proof has come, and when it stops. */
type Progress = { steps: number; stepLimit: number; shouldStop: () => boolean; isStopped: boolean; isFound: boolean };

/**
 * An exact search, depth first: the activities are placed one after the other, in every mode and in every order in which no
 * start is before the one placed before, each on its earliest start. Two things keep the tree small: modes that cannot be
 * part of a schedule that is short enough are taken away (`narrowOpenModes`), and what was looked at once with as much time
 * and as many units left is not looked at again (`isDominated`). Null: too many activities for this proof, or none.
 *
 * Source: Sprecher and Drexl 1998, Multi-mode resource-constrained project scheduling by a simple, general and powerful
 * sequencing algorithm, EJOR 107 (the tree; its bounds and its memory are different here).
 *
 * Example: A and B need the only unit of a resource, A for 3 units of time and B for 1 or 2. The first schedule below 7 has
 * a makespan of 4; below 4 nothing is left.
 *
 *     nothing placed
 *      +-- B, 1 from 0
 *      |    +-- A from 1: makespan 4
 *      +-- B, 2 from 0
 *      |    +-- A from 2: makespan 5
 *      +-- A from 0
 *           +-- B, 1 from 3: makespan 4
 *           +-- B, 2 from 3: makespan 5
 */
export function createModeProof(table: ModeTable): ModeProof | null {
  const state = createModeProofState(table);
  if (state === null) return null;
  const progress: Progress = { steps: 0, stepLimit: 0, shouldStop: () => false, isStopped: false, isFound: false };
  return {
    run(upper, steps, shouldStop) {
      progress.stepLimit = progress.steps + steps;
      progress.shouldStop = shouldStop;
      progress.isStopped = false;
      progress.isFound = false;
      if (!limitFinish(state, upper - 1)) return 'done';
      branch(state, progress, 0, 0, 0);
      return progress.isFound ? 'found' : progress.isStopped ? 'open' : 'done';
    },
    steps: () => progress.steps,
    found: () => state.found,
  };
}

/** Every schedule that goes on from the placed activities without a start before `now`. */
function branch(state: ModeProofState, progress: Progress, depth: number, placed: number, now: number): void {
  const { table, inner, partial, open, branches } = state;
  if (placed === inner.all) {
    completeSchedule(state);
    progress.isFound = true;
    return;
  }
  if (!narrowOpenModes(state, depth, placed, now)) return;
  const isCompared = depth > 0 && inner.list.length - depth >= leastToCompare;
  if (isCompared && isDominated(state, placed, now)) return;
  const modes = table.duration.length;
  const from = depth * modes;
  const end = from + collectBranches(state, depth, placed);
  for (let place = from; place < end; place += 1) {
    if (progress.steps >= progress.stepLimit || ((progress.steps & 1023) === 0 && progress.shouldStop())) progress.isStopped = true;
    if (progress.isStopped) return;
    const activity = branches.activity[place] as number;
    const mode = branches.mode[place] as number;
    const at = branches.start[place] as number;
    progress.steps += 1;
    placeActivity(table, partial, activity, mode, at);
    open.allowed.copyWithin(from + modes, from, from + modes);
    branch(state, progress, depth + 1, placed | (inner.bit[activity] as number), at);
    removeActivity(table, partial, mode, at);
    if (progress.isStopped || progress.isFound) return;
  }
  if (isCompared) rememberState(state, placed, now);
}
