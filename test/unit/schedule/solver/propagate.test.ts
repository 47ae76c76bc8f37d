import { describe, expect, it } from 'vitest';
import { openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { propagate } from '../../../../core/domain/schedule/solver/proof/propagate.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

const [earliestA, latestA, earliestB, , earliestFinish, latestFinish] = [0, 1, 2, 3, 4, 5] as const;
const two = (horizon: number) => proofStateOf(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), horizon);

describe('propagate', () => {
  it('puts one activity behind the other once there is no other order', () => {
    const state = two(8);
    openLevel(state);
    raise(state, latestA, -2, 0);
    expect(propagate(state)).toBe(true);
    const { value } = state.trail;
    expect([value[6], value[earliestA], value[earliestB], value[earliestFinish]]).toEqual([1, 0, 3, 6]);
  });

  it('finds that neither order is left', () => {
    const state = two(8);
    openLevel(state);
    raise(state, latestFinish, -5, 0);
    expect(propagate(state)).toBe(false);
    const open = two(8);
    openLevel(open);
    raise(open, latestFinish, -6, 0);
    expect(propagate(open)).toBe(true);
  });

  it('pushes over a time that two others fill, of which each would leave room', () => {
    const state = proofStateOf(fixed({ durations: [4, 4, 2], demands: [[1], [1], [1]], capacity: [2] }), 6);
    openLevel(state);
    raise(state, latestA, 0, 0);
    raise(state, 3, 0, 0);
    expect(propagate(state)).toBe(true);
    expect(state.trail.value[4]).toBe(4);
  });

  it('looks at the work in windows before anything is decided, and below where it is told to', () => {
    const pushed = (level: number, energyFrom: number) => {
      const five = [0, 1, 2, 3, 4];
      const state = proofStateOf(fixed({ durations: five.map(() => 2), demands: five.map(() => [1]), capacity: [2] }), 8);
      state.energyFrom = energyFrom;
      while (state.trail.depth < level) openLevel(state);
      // Four of them fill both units of the resource until 4, though none certainly runs at any time.
      for (const activity of [0, 1, 2, 3]) raise(state, 2 * activity + 1, -2, 0);
      expect(propagate(state)).toBe(true);
      return state.trail.value[8];
    };
    expect([pushed(1, 1), pushed(2, 0), pushed(2, 1)]).toEqual([4, 4, 0]);
  });
});
