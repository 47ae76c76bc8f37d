import { raise } from './boundTrail.ts';
import { growArray } from './growArray.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * Learnt clauses: at least one literal of each holds in every schedule that is wanted. Literal `i` of clause `c` is
 * `[slot >= value]` with both numbers at `offset[c] + 2i`; a clause has at most one literal for each slot.
 *
 * The first two literals are watched (Moskewicz et al. 2001): only when one becomes false is the clause looked at. The
 * watches of a slot lie together with the bound from which on the literal is false, so that most are passed over by one
 * comparison.
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
  /** Per slot: the bound that makes the literal false, the clause, and a literal that makes the clause true for sure. */
  readonly watchBound: Int32Array[];
  readonly watchClause: Int32Array[];
  readonly watchOther: Int32Array[];
  readonly watchCount: Int32Array;
};

export function createClauses(slots: number): ClauseStore {
  const lists = () => Array.from({ length: slots }, () => new Int32Array(4));
  return {
    literal: new Int32Array(1 << 14),
    used: 0,
    offset: new Int32Array(1024),
    length: new Int32Array(1024),
    spread: new Int32Array(1024),
    lastUse: new Int32Array(1024),
    count: 0,
    watchBound: lists(),
    watchClause: lists(),
    watchOther: Array.from({ length: slots }, () => new Int32Array(8)),
    watchCount: new Int32Array(slots),
  };
}

/** Room for a clause of `length` literals; they are written by the caller, then `watchClause` is called. */
export function addClause(clauses: ClauseStore, length: number, spread: number, now: number): number {
  const clause = clauses.count;
  if (clause === clauses.offset.length) {
    clauses.offset = growArray(clauses.offset, clause + 1);
    clauses.length = growArray(clauses.length, clause + 1);
    clauses.spread = growArray(clauses.spread, clause + 1);
    clauses.lastUse = growArray(clauses.lastUse, clause + 1);
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

export function watchClause(clauses: ClauseStore, clause: number): void {
  const offset = clauses.offset[clause] as number;
  const { literal } = clauses;
  const [first, second] = [literal[offset] as number, literal[offset + 2] as number];
  addWatch(clauses, first ^ 1, 1 - (literal[offset + 1] as number), clause, second, literal[offset + 3] as number);
  addWatch(clauses, second ^ 1, 1 - (literal[offset + 3] as number), clause, first, literal[offset + 1] as number);
}

function addWatch(clauses: ClauseStore, slot: number, bound: number, clause: number, otherSlot: number, otherValue: number): void {
  const place = clauses.watchCount[slot] as number;
  if (place === (clauses.watchBound[slot] as Int32Array).length) {
    clauses.watchBound[slot] = growArray(clauses.watchBound[slot] as Int32Array, place + 1);
    clauses.watchClause[slot] = growArray(clauses.watchClause[slot] as Int32Array, place + 1);
    clauses.watchOther[slot] = growArray(clauses.watchOther[slot] as Int32Array, 2 * place + 2);
  }
  (clauses.watchBound[slot] as Int32Array)[place] = bound;
  (clauses.watchClause[slot] as Int32Array)[place] = clause;
  const other = clauses.watchOther[slot] as Int32Array;
  other[2 * place] = otherSlot;
  other[2 * place + 1] = otherValue;
  clauses.watchCount[slot] = place + 1;
}

/** Looks at the clauses of which a literal became false when `slot` went from `before` to `after`; false on a conflict. */
export function propagateClauses(state: ProofState, slot: number, before: number, after: number): boolean {
  const { clauses, trail } = state;
  const { value } = trail;
  const { literal } = clauses;
  const bounds = clauses.watchBound[slot] as Int32Array;
  const numbers = clauses.watchClause[slot] as Int32Array;
  const others = clauses.watchOther[slot] as Int32Array;
  let count = clauses.watchCount[slot] as number;
  const falseSlot = slot ^ 1;
  for (let place = 0; place < count; ) {
    const bound = bounds[place] as number;
    if (bound > after || bound <= before || (value[others[2 * place] as number] as number) >= (others[2 * place + 1] as number)) {
      place += 1;
      continue;
    }
    const clause = numbers[place] as number;
    const offset = clauses.offset[clause] as number;
    if (literal[offset] === falseSlot) {
      literal[offset] = literal[offset + 2] as number;
      literal[offset + 2] = falseSlot;
      const swapped = literal[offset + 1] as number;
      literal[offset + 1] = literal[offset + 3] as number;
      literal[offset + 3] = swapped;
    }
    const firstSlot = literal[offset] as number;
    const firstValue = literal[offset + 1] as number;
    others[2 * place] = firstSlot;
    others[2 * place + 1] = firstValue;
    if ((value[firstSlot] as number) >= firstValue) {
      place += 1;
      continue;
    }
    const end = offset + 2 * (clauses.length[clause] as number);
    let free = offset + 4;
    while (free < end && (value[(literal[free] as number) ^ 1] as number) >= 1 - (literal[free + 1] as number)) free += 2;
    if (free < end) {
      const newSlot = literal[free] as number;
      const newValue = literal[free + 1] as number;
      literal[free] = falseSlot;
      literal[free + 1] = literal[offset + 3] as number;
      literal[offset + 2] = newSlot;
      literal[offset + 3] = newValue;
      count -= 1;
      bounds[place] = bounds[count] as number;
      numbers[place] = numbers[count] as number;
      others[2 * place] = others[2 * count] as number;
      others[2 * place + 1] = others[2 * count + 1] as number;
      clauses.watchCount[slot] = count;
      addWatch(clauses, newSlot ^ 1, 1 - newValue, clause, firstSlot, firstValue);
      continue;
    }
    if (!raise(state, firstSlot, firstValue, reasonOf(reasonKinds.clause, clause))) return false;
    place += 1;
  }
  return true;
}

/**
 * Forgets the worse half of the clauses, at level 0 only: those that came from few levels stay, of the others those that
 * took part in a conflict last. Clauses that hold at level 0 go as well. The arrays are packed anew.
 */
export function forgetClauses({ clauses, trail }: ProofState): void {
  const { root } = trail;
  const holds = (clause: number): boolean => {
    const offset = clauses.offset[clause] as number;
    for (let place = offset; place < offset + 2 * (clauses.length[clause] as number); place += 2)
      if ((root[clauses.literal[place] as number] as number) >= (clauses.literal[place + 1] as number)) return true;
    return false;
  };
  const alive: number[] = [];
  for (let clause = 0; clause < clauses.count; clause += 1) if (!holds(clause)) alive.push(clause);
  const spread = (clause: number) => Math.min(clauses.spread[clause] as number, 12);
  const worth = (clause: number) => (spread(clause) <= 2 ? Number.POSITIVE_INFINITY : (clauses.lastUse[clause] as number) - 300 * spread(clause));
  alive.sort((a, b) => (worth(a) === worth(b) ? b - a : worth(b) - worth(a)));
  const good = alive.findIndex((clause) => spread(clause) > 2);
  const kept = alive.slice(0, good < 0 ? alive.length : Math.max(good, alive.length >> 1)).sort((a, b) => a - b);

  clauses.watchCount.fill(0);
  let used = 0;
  for (const [place, clause] of kept.entries()) {
    const offset = clauses.offset[clause] as number;
    const length = clauses.length[clause] as number;
    clauses.literal.copyWithin(used, offset, offset + 2 * length);
    clauses.offset[place] = used;
    clauses.length[place] = length;
    clauses.spread[place] = clauses.spread[clause] as number;
    clauses.lastUse[place] = clauses.lastUse[clause] as number;
    used += 2 * length;
  }
  clauses.used = used;
  clauses.count = kept.length;
  for (let clause = 0; clause < kept.length; clause += 1) {
    moveOpenFirst(clauses, trail.root, clause);
    watchClause(clauses, clause);
  }
}

/** Puts two literals that are not false at level 0 in front, so that they can be watched. */
function moveOpenFirst({ literal, offset, length }: ClauseStore, root: Int32Array, clause: number): void {
  const start = offset[clause] as number;
  let front = start;
  for (let place = start; place < start + 2 * (length[clause] as number) && front < start + 4; place += 2) {
    const slot = literal[place] as number;
    const value = literal[place + 1] as number;
    if ((root[slot ^ 1] as number) >= 1 - value) continue;
    literal[place] = literal[front] as number;
    literal[place + 1] = literal[front + 1] as number;
    literal[front] = slot;
    literal[front + 1] = value;
    front += 2;
  }
}
