import { backtrack, raise } from './boundTrail.ts';
import { addClause, watchClause } from './clauseStore.ts';
import type { ClauseStore } from './clauseStore.ts';
import { clearMarks, noNeed } from './conflictMarks.ts';
import type { ConflictMarks } from './conflictMarks.ts';
import { growArray } from './growArray.ts';
import { isImplied } from './isImplied.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * Makes a clause of the bounds that the marks need, which together cannot hold: it says that one of them does not. First
 * those are left out that follow from the others. Then the search goes back to where all but `ownSlot`, the only one of
 * the last level, still hold, and there the clause raises the other bound of that slot. A clause of one literal is not
 * stored: it holds for good, from level 0 on.
 *
 * Source: Eén and Sörensson, An extensible SAT-solver, SAT 2003.
 *
 * Example: B starts at least 3 after A, and the marks need `A >= 2`, from it `B >= 5`, and `C >= 1` of the last level. The
 * clause is `C <= 0` or `A <= 1`; the search goes back to where `A >= 2` was decided, and C starts at 0 there.
 */
export function storeClause(state: ProofState, ownSlot: number): void {
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
    clearMarks(marks);
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
  clearMarks(marks);
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
