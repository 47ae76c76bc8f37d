import { raise } from './boundTrail.ts';
import { growArray } from './growArray.ts';
import { literalOf } from './proofModel.ts';
import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * Learnt clauses: at least one literal of each holds in every schedule that is wanted. Literal `i` of clause `c` is
 * `[slot >= value]` with both numbers at `offset[c] + 2i`; a clause has at most one literal for each slot.
 *
 * The first two literals are watched: only when one becomes false is the clause looked at. Every literal has a chain of the
 * clauses to look at when it becomes true, so a bound that rises by a little meets only what that little makes false. Link
 * `2c` of a chain watches the first literal of clause `c`, link `2c + 1` its second one.
 *
 * Source: two watched literals are those of Moskewicz, Madigan, Zhao, Zhang and Malik, Chaff: engineering an efficient SAT
 * solver, DAC 2001; a literal beside the link, which spares a look, is that of Sörensson and Eén, MiniSat 2.1 and MiniSat++
 * 1.0, SAT race 2008 editions.
 */
export type ClauseStore = {
  literal: Int32Array;
  used: number;
  offset: Int32Array;
  length: Int32Array;
  /** Levels that its literals came from when it was learnt: few are a sign of a useful clause (Audemard and Simon 2009). */
  spread: Int32Array;
  /** Conflicts counted when it last took part in one. */
  lastUse: Int32Array;
  count: number;
  /** By number of a literal: the first link of its chain, -1 for none. */
  readonly chain: Int32Array;
  /**
   * Four numbers a link, side by side because they are read together: the next link of its chain or -1; slot and value of another literal
   * of the clause, which needs no look while that is true; where the clause starts in `literal`.
   */
  link: Int32Array;
};

/**
 * No clause yet, and a chain for every literal.
 *
 * Example: of three activities with one start each all chains are empty, and the first clause will be number 0.
 */
export function createClauses({ atoms }: ProofModel): ClauseStore {
  return {
    literal: new Int32Array(1 << 14),
    used: 0,
    offset: new Int32Array(1024),
    length: new Int32Array(1024),
    spread: new Int32Array(1024),
    lastUse: new Int32Array(1024),
    count: 0,
    chain: new Int32Array(2 * atoms).fill(-1),
    link: new Int32Array(8192),
  };
}

/**
 * Room for a clause of `length` literals; they are written by the caller, then `watchClause` is called.
 *
 * Example: after a clause of 3 literals the next one is number 1 and starts at 6.
 */
export function addClause(clauses: ClauseStore, length: number, spread: number, now: number): number {
  const clause = clauses.count;
  if (clause === clauses.offset.length) {
    clauses.offset = growArray(clauses.offset, clause + 1);
    clauses.length = growArray(clauses.length, clause + 1);
    clauses.spread = growArray(clauses.spread, clause + 1);
    clauses.lastUse = growArray(clauses.lastUse, clause + 1);
    clauses.link = growArray(clauses.link, 8 * clause + 8);
  }
  if (clauses.used + 2 * length > clauses.literal.length) clauses.literal = growArray(clauses.literal, clauses.used + 2 * length);
  clauses.offset[clause] = clauses.used;
  clauses.length[clause] = length;
  clauses.spread[clause] = spread;
  clauses.lastUse[clause] = now;
  clauses.used += 2 * length;
  clauses.count = clause + 1;
  return clause;
}

/**
 * Watches the first two literals of a clause, which must be those that are not false or became so last.
 *
 * Example: `A >= 2` or `B >= 1` stands in the chains of `A <= 1` and of `B <= 0`.
 */
export function watchClause({ clauses, model }: ProofState, clause: number): void {
  const start = clauses.offset[clause] as number;
  const { literal, link, chain } = clauses;
  for (let side = 0; side < 2; side += 1) {
    const own = start + 2 * side;
    const opposite = start + 2 - 2 * side;
    const denied = literalOf(model.atomBase, literal[own] as number, literal[own + 1] as number) ^ 1;
    const place = 4 * (2 * clause + side);
    link[place] = chain[denied] as number;
    link[place + 1] = literal[opposite] as number;
    link[place + 2] = literal[opposite + 1] as number;
    link[place + 3] = start;
    chain[denied] = 2 * clause + side;
  }
}

/**
 * Looks at the clauses of which a literal became false when `slot` went from `before` to `after`; false on a conflict.
 *
 * Example: the clause `A >= 2` or `B >= 1` or `C >= 3`, its watched literals in brackets:
 *
 *   at first   [A >= 2] [B >= 1]  C >= 3
 *   A <= 1     [C >= 3] [B >= 1]  A >= 2     the third one is not false and is watched from now on
 *   C <= 2     [C >= 3] [B >= 1]  A >= 2     nothing else is left, so B is raised to 1
 */
export function propagateClauses(state: ProofState, slot: number, before: number, after: number): boolean {
  const { chain } = state.clauses;
  const step = (slot & 1) === 0 ? 2 : -2;
  let literal = literalOf(state.model.atomBase, slot, before + 1);
  for (let bound = before; bound < after; bound += 1) {
    if ((chain[literal] as number) >= 0 && !propagateChain(state, literal)) return false;
    literal += step;
  }
  return true;
}

/** Looks at the clauses in the chain of a literal that has become true: each watches its negation. */
function propagateChain(state: ProofState, becameTrue: number): boolean {
  const { clauses, trail, model } = state;
  const { value } = trail;
  const { literal, chain, link, length } = clauses;
  // The place from which the chain leads on to the current link; -1 where that is `chain` itself.
  let previous = -1;
  let current = chain[becameTrue] as number;
  while (current >= 0) {
    const place = 4 * current;
    const following = link[place] as number;
    if ((value[link[place + 1] as number] as number) >= (link[place + 2] as number)) {
      previous = place;
      current = following;
      continue;
    }
    const start = link[place + 3] as number;
    const own = start + 2 * (current & 1);
    const opposite = start + 2 - 2 * (current & 1);
    const keptSlot = literal[opposite] as number;
    const keptValue = literal[opposite + 1] as number;
    link[place + 1] = keptSlot;
    link[place + 2] = keptValue;
    if ((value[keptSlot] as number) >= keptValue) {
      previous = place;
      current = following;
      continue;
    }
    const end = start + 2 * (length[current >> 1] as number);
    let free = start + 4;
    while (free < end && (value[(literal[free] as number) ^ 1] as number) >= 1 - (literal[free + 1] as number)) free += 2;
    if (free === end) {
      if (!raise(state, keptSlot, keptValue, reasonOf(reasonKinds.clause, current >> 1))) return false;
      previous = place;
      current = following;
      continue;
    }
    const newSlot = literal[free] as number;
    const newValue = literal[free + 1] as number;
    literal[free] = literal[own] as number;
    literal[free + 1] = literal[own + 1] as number;
    literal[own] = newSlot;
    literal[own + 1] = newValue;
    if (previous < 0) chain[becameTrue] = following;
    else link[previous] = following;
    const denied = literalOf(model.atomBase, newSlot, newValue) ^ 1;
    link[place] = chain[denied] as number;
    chain[denied] = current;
    current = following;
  }
  return true;
}
