import { createModeWindows, narrowModes } from '../boundModes.ts';
import type { ModeWindows } from '../boundModes.ts';
import type { ModeTable } from '../modeTable.ts';
import { createBranches } from './branches.ts';
import type { Branches } from './branches.ts';
import { createFinishedStates } from './finishedStates.ts';
import type { FinishedStates } from './finishedStates.ts';
import { innerActivities } from './innerActivities.ts';
import type { InnerActivities } from './innerActivities.ts';
import { createOpenModes } from './openModes.ts';
import type { OpenModes } from './openModes.ts';
import { createPartialSchedule } from './partialSchedule.ts';
import type { PartialSchedule } from './partialSchedule.ts';

/** All that changes while a project is proven. */
export type ModeProofState = {
  readonly table: ModeTable;
  readonly inner: InnerActivities;
  /** What is left of the modes before anything is placed. */
  readonly windows: ModeWindows;
  readonly partial: PartialSchedule;
  readonly open: OpenModes;
  readonly branches: Branches;
  readonly finished: FinishedStates;
  /** The last schedule found, of all activities. */
  readonly found: { makespan: number; readonly start: Int32Array; readonly mode: Int32Array };
  /** The finish that is asked for. */
  end: number;
};

/**
 * A proof of a table with nothing placed. Null: too many activities, or none.
 *
 * Example: with 2 activities it has room for the depths 0, 1 and 2; with 32 there is none.
 */
export function createModeProofState(table: ModeTable): ModeProofState | null {
  const inner = innerActivities(table);
  if (inner === null) return null;
  const depths = inner.list.length + 1;
  return {
    table,
    inner,
    windows: createModeWindows(table),
    partial: createPartialSchedule(table),
    open: createOpenModes(table, depths),
    branches: createBranches(table, depths),
    finished: createFinishedStates(table),
    found: { makespan: 0, start: new Int32Array(table.count), mode: new Int32Array(table.count) },
    end: 0,
  };
}

/**
 * Asks for schedules that end by `end`: all budgets are whole again, and the modes that cannot be part of one are taken
 * away. False: there is none. Nothing may be placed.
 *
 * Example: an activity of 2 or 5 units of time: by 4 the long mode is gone, by 1 there is no schedule.
 */
export function limitFinish(state: ModeProofState, end: number): boolean {
  const { table, windows, open, partial } = state;
  state.end = end;
  if (!narrowModes(table, windows, end)) return false;
  open.allowed.set(windows.allowed);
  partial.remaining.set(table.budget);
  return true;
}
