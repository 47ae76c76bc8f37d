import { watchClause } from './clauseStore.ts';
import type { ClauseStore } from './clauseStore.ts';
import type { ProofState } from './proofState.ts';

/** Clauses that came from so few levels are never forgotten (the source below). */
const fewLevels = 2;
/** Each level more counts like so many conflicts without use, but none above the largest spread; both are assumptions. */
const conflictsPerLevel = 300;
const largestSpread = 12;

/**
 * Forgets the worse half of the clauses, at level 0 only: those that came from few levels stay, of the others those that
 * took part in a conflict last. Clauses that hold at level 0 go as well. The arrays are packed anew.
 *
 * Source: Audemard and Simon, Predicting learnt clauses quality in modern SAT solvers, IJCAI 2009, for the levels.
 *
 * Example: of five clauses from 8, 2, 6, 5 and 2 levels, none of them used since, the fifth of which holds at level 0,
 * those from 2 and 5 levels stay.
 */
export function forgetClauses(state: ProofState): void {
  const { clauses, trail } = state;
  const { root } = trail;
  const holds = (clause: number): boolean => {
    const offset = clauses.offset[clause] as number;
    for (let place = offset; place < offset + 2 * (clauses.length[clause] as number); place += 2)
      if ((root[clauses.literal[place] as number] as number) >= (clauses.literal[place + 1] as number)) return true;
    return false;
  };
  const alive: number[] = [];
  for (let clause = 0; clause < clauses.count; clause += 1) if (!holds(clause)) alive.push(clause);
  const spread = (clause: number) => Math.min(clauses.spread[clause] as number, largestSpread);
  const worth = (clause: number) =>
    spread(clause) <= fewLevels ? Number.POSITIVE_INFINITY : (clauses.lastUse[clause] as number) - conflictsPerLevel * spread(clause);
  alive.sort((a, b) => (worth(a) === worth(b) ? b - a : worth(b) - worth(a)));
  const good = alive.findIndex((clause) => spread(clause) > fewLevels);
  const kept = alive.slice(0, good < 0 ? alive.length : Math.max(good, alive.length >> 1)).sort((a, b) => a - b);

  clauses.chain.fill(-1);
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
    watchClause(state, clause);
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
