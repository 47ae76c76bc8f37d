import { describe, expect, it } from 'vitest';
import { openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { createEnergyView, hasEnergy, propagateEnergy, windowOf } from '../../../../core/domain/schedule/solver/proof/energy.ts';
import { explain, explainFailure } from '../../../../core/domain/schedule/solver/proof/explain.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { reasonKinds, reasonOf } from '../../../../core/domain/schedule/solver/proof/reason.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

const onOneUnit = (durations: readonly number[]) => fixed({ durations, demands: durations.map(() => [1]), capacity: [1] });
const [earliestA, latestA, earliestB, latestB, earliestC, latestC] = [0, 1, 2, 3, 4, 5] as const;

/** What an explanation says, a slot and its bound each. */
function literalsOf({ literals }: ProofState): readonly (readonly number[])[] {
  return Array.from({ length: literals.size }, (_, place) => [literals.slot[place] as number, literals.value[place] as number]).sort(
    ([one = 0], [other = 0]) => one - other,
  );
}

describe('energy', () => {
  it('writes a window as one number, where the horizon allows it', () => {
    const two = (horizon: number) => proofStateOf(fixed({ durations: [1], demands: [[1, 1]], capacity: [1, 1] }), horizon).model;
    expect(windowOf(two(6), 1, 2, 5)).toBe(68);
    const one = (horizon: number) => hasEnergy({ ...two(6), project: onOneUnit([1]), horizon });
    expect([one(10_000), one(12_000)]).toEqual([true, false]);
    const { users, order } = createEnergyView(two(6));
    expect([users, order.map((row) => [...row])]).toEqual([0, [[0], [0], [0], [0]]]);
  });

  it('keeps an activity out of a window that others fill, and says why', () => {
    const state = proofStateOf(onOneUnit([2, 2, 2]), 8);
    openLevel(state);
    raise(state, latestA, -2, 0);
    raise(state, latestB, -2, 0);
    expect(state.profile.used.join('')).toBe('00000000');
    expect(propagateEnergy(state, 0)).toBe(true);
    expect(state.trail.value[earliestC]).toBe(4);
    const reason = reasonOf(reasonKinds.energy, windowOf(state.model, 0, 0, 4));
    expect([state.trail.size, state.trail.reason[2]]).toEqual([3, reason]);
    explain(state, earliestC, 4, reason, 2);
    expect(literalsOf(state)).toEqual([[earliestA, 0], [latestA, -2], [earliestB, 0], [latestB, -2], [earliestC, -1]]); // biome-ignore format: one activity after the other
  });

  it('does the same in the mirror', () => {
    const state = proofStateOf(onOneUnit([2, 2, 2]), 8);
    openLevel(state);
    raise(state, earliestA, 4, 0);
    raise(state, earliestB, 4, 0);
    expect(propagateEnergy(state, 0)).toBe(true);
    expect(state.trail.value[latestC]).toBe(-2);
  });

  it('looks at no resource in front of the first', () => {
    const state = proofStateOf(onOneUnit([2, 2, 2]), 8);
    openLevel(state);
    raise(state, latestA, -2, 0);
    raise(state, latestB, -2, 0);
    expect([propagateEnergy(state, 1), state.trail.size]).toEqual([true, 2]);
  });

  it('finds that 7 of work do not fit into 5, and needs 6 of them to say so', () => {
    const state = proofStateOf(onOneUnit([3, 2, 2]), 10);
    openLevel(state);
    raise(state, latestA, -2, 0);
    raise(state, latestB, -3, 0);
    raise(state, latestC, -3, 0);
    expect(propagateEnergy(state, 0)).toBe(false);
    expect(state.failure).toEqual({ slot: -1, value: 0, reason: reasonOf(reasonKinds.energy, windowOf(state.model, 0, 0, 5)) });
    explainFailure(state);
    expect(literalsOf(state)).toEqual([[earliestA, 0], [latestA, -2], [earliestB, 0], [latestB, -3], [earliestC, -1], [latestC, -4]]); // biome-ignore format: one activity after the other
  });

  it('finds three of 2 too much for 5, of which none certainly runs at any time', () => {
    const state = proofStateOf(onOneUnit([2, 2, 2]), 5);
    expect(state.profile.used.join('')).toBe('00000');
    expect(propagateEnergy(state, 0)).toBe(false);
    expect(propagateEnergy(proofStateOf(onOneUnit([2, 2, 2]), 6), 0)).toBe(true);
  });
});
