import { enterPart, leavePart } from './compulsoryProfile.ts';
import { growArray } from './growArray.ts';
import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';
import { releaseAtoms } from './branching.ts';

/**
 * The bounds of all slots and, in order, every change of them, so that they can be taken back and explained: the trail of
 * MiniSat (Eén and Sörensson, An extensible SAT-solver, SAT 2003) with bounds in place of Booleans. Entry `e` raised
 * `slot[e]` from `before[e]` to `after[e]`; `previous[e]` is the entry that changed the slot before, -1 for none. What
 * holds without any decision (level 0) is not kept as entries but in `root`. Level 1 holds the limit of the finish and what
 * follows from it.
 */
export type BoundTrail = {
  readonly value: Int32Array;
  readonly root: Int32Array;
  /** The last entry of each slot, -1 for none. */
  readonly last: Int32Array;
  slot: Int32Array;
  after: Int32Array;
  before: Int32Array;
  previous: Int32Array;
  reason: Int32Array;
  level: Int32Array;
  size: number;
  /** Entries before it are propagated. */
  head: number;
  depth: number;
  /** First entry of each level. */
  readonly levelStart: number[];
};

/**
 * The bounds that durations and horizon leave by themselves, nothing decided.
 *
 * Example: an activity of 4 units of time starts at 0 to 3 where the horizon is 7. Its two slots hold 0 and -3.
 */
export function createTrail(model: ProofModel): BoundTrail {
  const { project, slots, finish, horizon } = model;
  const value = new Int32Array(slots);
  for (let activity = 0; activity < project.count; activity += 1) value[2 * activity + 1] = (project.duration[activity] as number) - horizon;
  value[2 * finish + 1] = -horizon;
  for (let slot = 2 * finish + 3; slot < slots; slot += 2) value[slot] = -1;
  const entries = () => new Int32Array(4096);
  return {
    value,
    root: value.slice(),
    last: new Int32Array(slots).fill(-1),
    slot: entries(),
    after: entries(),
    before: entries(),
    previous: entries(),
    reason: entries(),
    level: entries(),
    size: 0,
    head: 0,
    depth: 0,
    levelStart: [0],
  };
}

/**
 * Makes `[slot >= value]` true for a reason; false, with the failure noted, where the other bound forbids it. What already
 * holds makes no entry.
 *
 * Example: an activity starts at 0 to 3. Level 1 has it start at 1 or later, level 2 at 3:
 *
 *   entry   slot   before   after   previous   level
 *     0      0       0        1        -1        1
 *     1      0       1        3         0        2
 *
 * To raise it to 4 then fails, because it starts at 3 at the latest. The functions below have this trail as their example.
 */
export function raise(state: ProofState, slot: number, value: number, reason: number): boolean {
  const { trail, failure } = state;
  const before = trail.value[slot] as number;
  if (value <= before) return true;
  if (value > -(trail.value[slot ^ 1] as number)) {
    failure.slot = slot;
    failure.value = value;
    failure.reason = reason;
    return false;
  }
  const entry = trail.size;
  if (entry === trail.slot.length) growTrail(trail);
  trail.slot[entry] = slot;
  trail.after[entry] = value;
  trail.before[entry] = before;
  trail.previous[entry] = trail.last[slot] as number;
  trail.reason[entry] = reason;
  trail.level[entry] = trail.depth;
  trail.last[slot] = entry;
  trail.size = entry + 1;
  if (slot < 2 * state.model.finish) enterPart(state, slot, before, value);
  trail.value[slot] = value;
  return true;
}

/**
 * Takes the last entry back.
 *
 * Example: without entry 1 the activity starts at 1 or later again.
 */
export function popEntry(state: ProofState): void {
  const { trail } = state;
  const entry = trail.size - 1;
  const slot = trail.slot[entry] as number;
  const before = trail.before[entry] as number;
  trail.value[slot] = before;
  trail.last[slot] = trail.previous[entry] as number;
  trail.size = entry;
  if (slot < 2 * state.model.finish) leavePart(state, slot, before, trail.after[entry] as number);
}

/**
 * Opens a level: what is raised from now on is taken back with it.
 *
 * Example: where level 1 raised one bound, level 2 begins with entry 1.
 */
export function openLevel({ trail, branching }: ProofState): void {
  trail.depth += 1;
  trail.levelStart[trail.depth] = trail.size;
  branching.takenAt[trail.depth] = branching.taken.length;
}

/**
 * Takes back all levels above `depth`.
 *
 * Example: back at level 1 only entry 0 is left, at level 0 none.
 */
export function backtrack(state: ProofState, depth: number): void {
  const { trail } = state;
  if (depth >= trail.depth) return;
  const start = trail.levelStart[depth + 1] as number;
  while (trail.size > start) popEntry(state);
  trail.head = Math.min(trail.head, trail.size);
  trail.depth = depth;
  releaseAtoms(state, depth);
}

/**
 * At level 0, after propagation: what holds now holds for good.
 *
 * Example: an activity that is raised to 2 at level 0 has 2 as its bound and no entry.
 */
export function settleRoot({ trail }: ProofState): void {
  trail.root.set(trail.value);
  trail.last.fill(-1);
  trail.size = 0;
  trail.head = 0;
}

/**
 * The bound of a slot when only the entries before `time` were made.
 *
 * Example: before the entries 0, 1 and 2 the activity started at 0, 1 and 3 at the earliest.
 */
export function boundAt(trail: BoundTrail, slot: number, time: number): number {
  let entry = trail.last[slot] as number;
  while (entry >= time) entry = trail.previous[entry] as number;
  return entry < 0 ? (trail.root[slot] as number) : (trail.after[entry] as number);
}

/**
 * The entry that made `[slot >= value]` true; -1 where it holds at level 0.
 *
 * Example: entry 1 made a start at 2 or later true, entry 0 one at 1 or later; a start at 0 or later needs no entry.
 */
export function entryOf(trail: BoundTrail, slot: number, value: number): number {
  if (value <= (trail.root[slot] as number)) return -1;
  let entry = trail.last[slot] as number;
  while ((trail.before[entry] as number) >= value) entry = trail.previous[entry] as number;
  return entry;
}

function growTrail(trail: BoundTrail): void {
  const length = 2 * trail.slot.length;
  trail.slot = growArray(trail.slot, length);
  trail.after = growArray(trail.after, length);
  trail.before = growArray(trail.before, length);
  trail.previous = growArray(trail.previous, length);
  trail.reason = growArray(trail.reason, length);
  trail.level = growArray(trail.level, length);
}
