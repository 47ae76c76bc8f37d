import { describe, expect, it } from 'vitest';
import { openLevel, raise, settleRoot } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { addClause, createClauses, propagateClauses, watchClause } from '../../../../core/domain/schedule/solver/proof/clauseStore.ts';
import { forgetClauses } from '../../../../core/domain/schedule/solver/proof/forgetClauses.ts';
import { literalOf } from '../../../../core/domain/schedule/solver/proof/proofModel.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { reasonKinds, reasonOf } from '../../../../core/domain/schedule/solver/proof/reason.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** A, B and C of 1 unit of time start at 0 to 5. */
const three = () => proofStateOf(fixed({ durations: [1, 1, 1] }), 6);
const [earliestA, latestA, earliestB, latestB, earliestC, latestC] = [0, 1, 2, 3, 4, 5] as const;

function add(state: ProofState, spread: number, ...literals: readonly (readonly [slot: number, value: number])[]): number {
  const clause = addClause(state.clauses, literals.length, spread, 0);
  state.clauses.literal.set(literals.flat(), state.clauses.offset[clause]);
  watchClause(state, clause);
  return clause;
}

function literalsOf({ clauses }: ProofState, clause: number): readonly number[] {
  const start = clauses.offset[clause] as number;
  return [...clauses.literal.subarray(start, start + 2 * (clauses.length[clause] as number))];
}

/** Raises a slot and looks at the clauses, as propagation does. */
function change(state: ProofState, slot: number, value: number): boolean {
  const before = state.trail.value[slot] as number;
  return raise(state, slot, value, 0) && propagateClauses(state, slot, before, value);
}

describe('clauses', () => {
  it('lie one behind the other', () => {
    const clauses = createClauses(three().model);
    expect(new Set(clauses.chain)).toEqual(new Set([-1]));
    expect([addClause(clauses, 3, 2, 7), addClause(clauses, 2, 1, 8), clauses.offset[1], clauses.used]).toEqual([0, 1, 6, 10]);
  });

  it('wait in the chains of what makes their first two literals false', () => {
    const state = three();
    add(state, 2, [earliestA, 2], [earliestB, 1]);
    const waiting = [...state.clauses.chain.keys()].filter((literal) => (state.clauses.chain[literal] as number) >= 0);
    const { atomBase } = state.model;
    expect(waiting).toEqual([literalOf(atomBase, latestA, -1), literalOf(atomBase, latestB, 0)]);
  });

  it('watch another literal as long as there is one, and then raise the last', () => {
    const state = three();
    const clause = add(state, 2, [earliestA, 2], [earliestB, 1], [earliestC, 3]);
    openLevel(state);
    expect(change(state, latestA, -2)).toBe(true);
    expect(literalsOf(state, clause)).toEqual([earliestA, 2, earliestB, 1, earliestC, 3]);
    expect(change(state, latestA, -1)).toBe(true);
    expect(literalsOf(state, clause)).toEqual([earliestC, 3, earliestB, 1, earliestA, 2]);
    expect(state.trail.value[earliestB]).toBe(0);
    expect(change(state, latestC, -2)).toBe(true);
    expect(state.trail.value[earliestB]).toBe(1);
    expect(state.trail.reason[state.trail.size - 1]).toBe(reasonOf(reasonKinds.clause, clause));
  });

  it('need no look while another literal is true, and contradict when all are false', () => {
    const state = three();
    add(state, 2, [earliestA, 2], [earliestB, 1]);
    openLevel(state);
    change(state, earliestB, 1);
    expect(change(state, latestA, -1)).toBe(true);
    expect(state.trail.size).toBe(2);
    const other = three();
    const clause = add(other, 2, [earliestA, 2], [earliestB, 1]);
    openLevel(other);
    raise(other, latestB, 0, 0);
    expect(change(other, latestA, -1)).toBe(false);
    expect(other.failure).toEqual({ slot: earliestB, value: 1, reason: reasonOf(reasonKinds.clause, clause) });
  });

  it('of few levels stay when half are forgotten, and those that hold anyway go', () => {
    const state = three();
    add(state, 8, [earliestA, 2], [earliestB, 1]);
    add(state, 2, [earliestA, 3], [earliestB, 2]);
    add(state, 6, [earliestA, 4], [earliestB, 3]);
    add(state, 5, [earliestA, 5], [earliestB, 4]);
    add(state, 2, [earliestB, 5], [earliestC, 1]);
    raise(state, earliestC, 1, 0);
    settleRoot(state);
    forgetClauses(state);
    expect(state.clauses.count).toBe(2);
    expect([literalsOf(state, 0), literalsOf(state, 1)]).toEqual([
      [earliestA, 3, earliestB, 2],
      [earliestA, 5, earliestB, 4],
    ]);
    openLevel(state);
    expect(change(state, latestA, -2)).toBe(true);
    expect(state.trail.value[earliestB]).toBe(4);
  });

  it('of one or two levels stay even where they are more than half', () => {
    const state = three();
    for (const [place, spread] of [2, 8, 1, 2].entries()) add(state, spread, [earliestA, 1 + place], [earliestB, 1]);
    forgetClauses(state);
    expect([0, 1, 2].map((clause) => literalsOf(state, clause)[1])).toEqual([1, 3, 4]);
    expect(state.clauses.count).toBe(3);
  });

  it('of more levels stay where they took part in a conflict last', () => {
    const state = three();
    for (const [place, spread] of [3, 2, 3, 3].entries()) add(state, spread, [earliestA, 1 + place], [earliestB, 1]);
    state.clauses.lastUse.set([1000, 0, 2000, 100]);
    forgetClauses(state);
    expect([state.clauses.count, literalsOf(state, 0)[1], literalsOf(state, 1)[1]]).toEqual([2, 2, 3]);
  });

  it('that are left watch what is not false for good', () => {
    const state = three();
    add(state, 2, [earliestA, 2], [earliestB, 1], [earliestC, 3]);
    raise(state, latestA, -1, 0);
    settleRoot(state);
    forgetClauses(state);
    expect(literalsOf(state, 0)).toEqual([earliestB, 1, earliestC, 3, earliestA, 2]);
    openLevel(state);
    change(state, latestC, -2);
    expect(state.trail.value[earliestB]).toBe(1);
  });
});
