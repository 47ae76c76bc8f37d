import { describe, expect, it } from 'vitest';
import { openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { addClause } from '../../../../core/domain/schedule/solver/proof/clauseStore.ts';
import { explain, explainFailure } from '../../../../core/domain/schedule/solver/proof/explain.ts';
import { growArray } from '../../../../core/domain/schedule/solver/proof/growArray.ts';
import { addLiteral, createLiterals } from '../../../../core/domain/schedule/solver/proof/literalList.ts';
import { propagate } from '../../../../core/domain/schedule/solver/proof/propagate.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { detailOf, kindOf, reasonKinds, reasonOf } from '../../../../core/domain/schedule/solver/proof/reason.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

const [earliestA, latestA, earliestB, latestB] = [0, 1, 2, 3] as const;
const literalsOf = ({ literals }: ProofState) =>
  Array.from({ length: literals.size }, (_, place) => [literals.slot[place] as number, literals.value[place] as number]);

/** A of 3 units of time before B of 2. */
const chain = () => proofStateOf(fixed({ durations: [3, 2] }, [0, 1]), 12);

describe('reasons', () => {
  it('hold a kind and a detail', () => {
    const reason = reasonOf(reasonKinds.link, 5);
    expect([reason, kindOf(reason), detailOf(reason)]).toEqual([42, reasonKinds.link, 5]);
    expect(detailOf(reasonOf(reasonKinds.energy, (1 << 28) - 1))).toBe((1 << 28) - 1);
  });
});

describe('growArray', () => {
  it('keeps the numbers and at least doubles the room', () => {
    const four = Int32Array.of(1, 2, 3, 4);
    expect([[...growArray(four, 5)], growArray(four, 20).length]).toEqual([[1, 2, 3, 4, 0, 0, 0, 0], 20]);
  });
});

describe('a list of literals', () => {
  it('grows and keeps what it holds', () => {
    const list = createLiterals();
    expect(list.size).toBe(0);
    for (let literal = 0; literal < 1025; literal += 1) addLiteral(list, literal, -literal);
    expect([list.size, list.slot[3], list.value[3], list.slot[1024], list.value[1024]]).toEqual([1025, 3, -3, 1024, -1024]);
  });
});

describe('explain', () => {
  it('asks of a lag no more than the bound that is needed', () => {
    const state = chain();
    openLevel(state);
    raise(state, earliestA, 2, 0);
    expect(propagate(state)).toBe(true);
    expect([state.trail.slot[1], state.trail.after[1]]).toEqual([earliestB, 5]);
    explain(state, earliestB, 5, state.trail.reason[1] as number, 1);
    explain(state, earliestB, 4, state.trail.reason[1] as number, 1);
    expect(literalsOf(state)).toEqual([[earliestA, 2], [earliestA, 1]]); // biome-ignore format: one after the other
  });

  it('denies the other literals of a clause', () => {
    const state = chain();
    const clause = addClause(state.clauses, 3, 2, 0);
    state.clauses.literal.set([earliestB, 6, earliestA, 2, latestB, -4]);
    explain(state, earliestB, 6, reasonOf(reasonKinds.clause, clause), 0);
    expect(literalsOf(state)).toEqual([[latestA, -1], [earliestB, 5]]); // biome-ignore format: one after the other
  });

  it('asks nothing of a decision', () => {
    const state = chain();
    explain(state, earliestA, 2, reasonOf(reasonKinds.decision, 0), 0);
    expect(state.literals.size).toBe(0);
  });

  it('names two starts that leave no room for an order', () => {
    const state = proofStateOf(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), 8);
    openLevel(state);
    raise(state, latestA, -2, 0);
    expect(propagate(state)).toBe(true);
    const order = 2 * state.model.finish + 2;
    expect([state.trail.slot[1], state.trail.after[1]]).toEqual([order, 1]);
    // B, which starts at 0 at the earliest, ends at 3 at the earliest.
    explain(state, order, 1, state.trail.reason[1] as number, 1);
    expect(literalsOf(state)).toEqual([[latestA, -2], [earliestB, 0]]); // biome-ignore format: one after the other
  });
});

describe('explainFailure', () => {
  it('names what was raised and the bound that it meets', () => {
    const state = chain();
    openLevel(state);
    raise(state, latestB, -4, 0);
    // Without the lag to A having been followed, so that B is where it fails.
    state.trail.head = state.trail.size;
    raise(state, earliestA, 2, 0);
    expect(propagate(state)).toBe(false);
    explainFailure(state);
    expect(literalsOf(state)).toEqual([[earliestA, 2], [latestB, -4]]); // biome-ignore format: one after the other
  });
});
