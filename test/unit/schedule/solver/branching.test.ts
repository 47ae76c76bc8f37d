import { describe, expect, it } from 'vitest';
import { backtrack, openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { bumpLiteral, createBranching, decayActivity, takeAtom } from '../../../../core/domain/schedule/solver/proof/branching.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** A and B of 3 units of time start at 0 to 4: the atoms of A are 0 to 4, those of B 5 to 9. */
const two = () => proofStateOf(fixed({ durations: [3, 3] }), 7);
const [earliestA, latestA, earliestB] = [0, 1, 2] as const;
const [startA2, startB1] = [2, 6] as const;

describe('branching', () => {
  it('knows the variable of each atom', () => {
    const branching = createBranching(two().model);
    expect([...branching.variableOf.subarray(0, 11)]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
    expect([branching.heapSize, ...branching.phase.subarray(0, 2)]).toEqual([0, 0, 0]);
  });

  it('takes what took part in more conflicts first, on whichever side', () => {
    const state = two();
    openLevel(state);
    bumpLiteral(state, earliestB, 1);
    bumpLiteral(state, earliestA, 2);
    bumpLiteral(state, latestA, -1);
    expect([takeAtom(state), takeAtom(state), takeAtom(state)]).toEqual([startA2, startB1, -1]);
  });

  it('lets later conflicts weigh more', () => {
    const state = two();
    openLevel(state);
    bumpLiteral(state, earliestA, 2);
    decayActivity(state.branching);
    bumpLiteral(state, earliestB, 1);
    expect([takeAtom(state), takeAtom(state)]).toEqual([startB1, startA2]);
  });

  it('keeps the order when the numbers become too large', () => {
    const state = two();
    openLevel(state);
    for (let conflict = 0; conflict < 5000; conflict += 1) {
      bumpLiteral(state, earliestB, 1);
      bumpLiteral(state, earliestA, 2);
      decayActivity(state.branching);
    }
    bumpLiteral(state, earliestB, 1);
    expect(state.branching.activity.every((activity) => activity < 1e101) && state.branching.step < 1e101).toBe(true);
    expect([takeAtom(state), takeAtom(state)]).toEqual([startB1, startA2]);
  });

  it('passes over what is decided', () => {
    const state = two();
    bumpLiteral(state, earliestA, 2);
    bumpLiteral(state, earliestB, 1);
    openLevel(state);
    raise(state, earliestA, 2, 0);
    expect([takeAtom(state), takeAtom(state)]).toEqual([startB1, -1]);
  });

  it('gives an atom back with the level that it was taken at', () => {
    const state = two();
    bumpLiteral(state, earliestA, 2);
    openLevel(state);
    expect([takeAtom(state), takeAtom(state)]).toEqual([startA2, -1]);
    backtrack(state, 0);
    openLevel(state);
    expect(takeAtom(state)).toBe(startA2);
  });
});
