import { backtrack, entryOf, popEntry, raise } from './boundTrail.ts';
import { bumpLiteral, decayActivity } from './branching.ts';
import { addClause, watchClause } from './clauseStore.ts';
import type { ClauseStore } from './clauseStore.ts';
import { dropChanges } from './compulsoryProfile.ts';
import { explain, explainFailure } from './explain.ts';
import { growArray } from './growArray.ts';
import { isImplied } from './isImplied.ts';
import type { ProofState } from './proofState.ts';
import { detailOf, kindOf, reasonKinds, reasonOf } from './reason.ts';

/** What a conflict needs: for each slot the strongest bound that takes part, `none` where it does not. */
export type ConflictMarks = {
  readonly need: Int32Array;
  /** The entry that made it true. */
  readonly needEntry: Int32Array;
  readonly isListed: Uint8Array;
  readonly listed: number[];
  /** Whether the conflict rests on the limit of the finish. */
  usesLimit: boolean;
  conflicts: number;
  /** For the shortening: entries that were found implied (1) or not (-1) in this conflict, and which to clear. */
  verdict: Int8Array;
  verdictValue: Int32Array;
  readonly judged: number[];
  /** Slots of the clause that is being made, the latest entry first. */
  readonly kept: number[];
  /** Levels that the clause touches carry the number of the conflict. */
  levelStamp: Int32Array;
};

export const noNeed = -0x7fffffff;

export function createMarks(slots: number): ConflictMarks {
  return {
    need: new Int32Array(slots).fill(noNeed),
    needEntry: new Int32Array(slots),
    isListed: new Uint8Array(slots),
    listed: [],
    usesLimit: false,
    conflicts: 0,
    verdict: new Int8Array(4096),
    verdictValue: new Int32Array(4096),
    judged: [],
    kept: [],
    levelStamp: new Int32Array(256),
  };
}

/**
 * Learns from the failure noted in the state: the literals that led to it are replaced by their reasons, the latest first,
 * until only one of the last level is left (first unique implication point, Zhang et al. 2001; MiniSat). As the literals
 * are bounds, two of one slot melt into the stronger one, and a reason is only asked for the bound that is needed, which
 * may be weaker than the one that was reached. Bounds that follow from the limit of the finish alone (level 1) are left
 * out; the limit itself takes their place.
 *
 * Goes back to where the new clause has one literal left and makes it true. False where the conflict needs no decision:
 * with `marks.usesLimit` the limit cannot be kept, without there is no schedule at all.
 */
export function learnClause(state: ProofState): boolean {
  const { trail, marks, literals } = state;
  marks.conflicts += 1;
  marks.usesLimit = false;
  dropChanges(state.profile, state.model.project.resources);
  explainFailure(state);
  for (let place = 0; place < literals.size; place += 1) addNeed(state, literals.slot[place] as number, literals.value[place] as number);

  let start = lastLevelStart(state);
  if (start < 0) {
    clearMarks(state);
    return false;
  }
  let open = countFrom(state, start);
  while (true) {
    const entry = trail.size - 1;
    const slot = trail.slot[entry] as number;
    const value = marks.need[slot] as number;
    if (value <= (trail.before[entry] as number)) {
      popEntry(state);
      continue;
    }
    if (open === 1) break;
    const reason = trail.reason[entry] as number;
    if (kindOf(reason) === reasonKinds.clause) state.clauses.lastUse[detailOf(reason)] = marks.conflicts;
    popEntry(state);
    marks.need[slot] = noNeed;
    open -= 1;
    literals.size = 0;
    explain(state, slot, value, reason, entry);
    for (let place = 0; place < literals.size; place += 1) {
      if (addNeed(state, literals.slot[place] as number, literals.value[place] as number) >= start) open += 1;
    }
    // All that is left came before the last level: it must then be looked for in an earlier one.
    if (open === 0) {
      start = lastLevelStart(state);
      if (start < 0) {
        clearMarks(state);
        return false;
      }
      open = countFrom(state, start);
    }
  }
  storeClause(state, trail.slot[trail.size - 1] as number);
  decayActivity(state.branching);
  return true;
}

/** Takes a literal into the conflict; the entry of it where it was not there and now is, otherwise -1. */
function addNeed(state: ProofState, slot: number, value: number): number {
  const { trail, marks } = state;
  const had = marks.need[slot] as number;
  if (had >= value) return -1;
  const entry = entryOf(trail, slot, value);
  if (entry < 0) return -1;
  const level = trail.level[entry] as number;
  if (level <= 1) {
    if (level === 1) marks.usesLimit = true;
    return -1;
  }
  bumpLiteral(state, slot, value);
  if (!marks.isListed[slot]) {
    marks.isListed[slot] = 1;
    marks.listed.push(slot);
  }
  const lastLevel = trail.levelStart[trail.depth] as number;
  const wasOpen = had !== noNeed && (marks.needEntry[slot] as number) >= lastLevel;
  marks.need[slot] = value;
  marks.needEntry[slot] = entry;
  return wasOpen ? -1 : entry;
}

/** Goes back to the last level that the conflict needs and tells where it starts; -1 where it needs none. */
function lastLevelStart(state: ProofState): number {
  const { marks, trail } = state;
  let latest = -1;
  for (const slot of marks.listed) if (marks.need[slot] !== noNeed) latest = Math.max(latest, marks.needEntry[slot] as number);
  if (latest < 0) return -1;
  const level = trail.level[latest] as number;
  backtrack(state, level);
  return trail.levelStart[level] as number;
}

function countFrom({ marks }: ProofState, start: number): number {
  let open = 0;
  for (const slot of marks.listed) if (marks.need[slot] !== noNeed && (marks.needEntry[slot] as number) >= start) open += 1;
  return open;
}

/** Shortens the clause, goes back to where it has one literal left, and stores it. */
function storeClause(state: ProofState, ownSlot: number): void {
  const { marks, trail, clauses } = state;
  const ownValue = marks.need[ownSlot] as number;
  if (marks.verdict.length < trail.size) {
    marks.verdict = new Int8Array(2 * trail.size);
    marks.verdictValue = growArray(marks.verdictValue, 2 * trail.size);
  }
  if (marks.levelStamp.length <= trail.depth) marks.levelStamp = growArray(marks.levelStamp, trail.depth + 1);
  const { kept } = marks;
  kept.length = 0;
  for (const slot of marks.listed)
    if (slot !== ownSlot && marks.need[slot] !== noNeed) marks.levelStamp[trail.level[marks.needEntry[slot] as number] as number] = marks.conflicts;
  for (const slot of marks.listed) {
    if (slot === ownSlot || marks.need[slot] === noNeed) continue;
    if (!isImplied(state, marks.needEntry[slot] as number, marks.need[slot] as number, 0)) insertLatestFirst(marks, slot);
  }
  let spread = 1;
  let lastLevel = trail.depth;
  for (const slot of kept) {
    const level = trail.level[marks.needEntry[slot] as number] as number;
    if (level !== lastLevel) spread += 1;
    lastLevel = level;
  }
  const finishSlot = 2 * state.model.finish + 1;
  const needsLimit = marks.usesLimit && marks.need[finishSlot] === noNeed;
  const length = 1 + kept.length + (needsLimit ? 1 : 0);
  const back = kept.length > 0 ? (trail.level[marks.needEntry[kept[0] as number] as number] as number) : needsLimit ? 1 : 0;
  if (length === 1) {
    clearMarks(state);
    backtrack(state, 0);
    raise(state, ownSlot ^ 1, 1 - ownValue, 0);
    return;
  }
  const clause = addClause(clauses, length, spread, marks.conflicts);
  const start = clauses.offset[clause] as number;
  writeDenied(clauses, start, ownSlot, ownValue);
  for (let place = 0; place < kept.length; place += 1) {
    const slot = kept[place] as number;
    writeDenied(clauses, start + 2 + 2 * place, slot, marks.need[slot] as number);
  }
  if (needsLimit) writeDenied(clauses, start + 2 * length - 2, finishSlot, -state.limit);
  clearMarks(state);
  backtrack(state, back);
  watchClause(state, clause);
  raise(state, ownSlot ^ 1, 1 - ownValue, reasonOf(reasonKinds.clause, clause));
}

/** So that the two literals that become false last are in front, where they are watched. */
function insertLatestFirst({ kept, needEntry }: ConflictMarks, slot: number): void {
  let place = kept.length;
  kept.push(slot);
  for (; place > 0 && (needEntry[kept[place - 1] as number] as number) < (needEntry[slot] as number); place -= 1) kept[place] = kept[place - 1] as number;
  kept[place] = slot;
}

function writeDenied({ literal }: ClauseStore, place: number, slot: number, value: number): void {
  literal[place] = slot ^ 1;
  literal[place + 1] = 1 - value;
}

function clearMarks({ marks }: ProofState): void {
  for (const slot of marks.listed) {
    marks.need[slot] = noNeed;
    marks.isListed[slot] = 0;
  }
  marks.listed.length = 0;
  for (const entry of marks.judged) marks.verdict[entry] = 0;
  marks.judged.length = 0;
}
