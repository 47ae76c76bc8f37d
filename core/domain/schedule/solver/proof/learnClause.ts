import { backtrack, entryOf, popEntry } from './boundTrail.ts';
import { bumpLiteral, decayActivity } from './branching.ts';
import { dropChanges } from './compulsoryProfile.ts';
import { clearMarks, noNeed } from './conflictMarks.ts';
import { explain, explainFailure } from './explain.ts';
import type { ProofState } from './proofState.ts';
import { detailOf, kindOf, reasonKinds } from './reason.ts';
import { storeClause } from './storeClause.ts';

/**
 * Learns from the failure noted in the state: the literals that led to it are replaced by their reasons, the latest first,
 * until only one of the last level is left (the first unique implication point). As the literals are bounds, two of one
 * slot melt into the stronger one, and a reason is only asked for the bound that is needed, which may be weaker than the
 * one that was reached. Bounds that follow from the limit of the finish alone (level 1) are left out; the limit itself
 * takes their place.
 *
 * Goes back to where the new clause has one literal left and makes it true. False where the conflict needs no decision:
 * with `marks.usesLimit` the limit cannot be kept, without there is no schedule at all.
 *
 * Source: Zhang, Madigan, Moskewicz and Malik, Efficient conflict driven learning in a Boolean satisfiability solver,
 * ICCAD 2001, in the form of Eén and Sörensson, An extensible SAT-solver, SAT 2003; with bounds as literals Ohrimenko,
 * Stuckey and Codish, Propagation via lazy clause generation, Constraints 14 (2009).
 *
 * Example: A, B and C take 2 units of time each, all on the only unit of a resource, and are to be done by 6. Level 2
 * decides `A >= 1`, level 3 `A <= 1`:
 *
 *   time   0 1 2 3 4 5
 *   A      . A A . . .     nothing fits in front of A, and behind it are 3 units of time for 4 of work
 *
 * The clause is `A <= 0` or `A >= 2` or `finish >= 7`. Back at level 2 all of it but `A >= 2` is false, so that becomes true.
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
    clearMarks(marks);
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
        clearMarks(marks);
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
