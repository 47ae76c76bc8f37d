import { describe, expect, it } from 'vitest';
import { buildChild } from '../../../../core/domain/schedule/solver/modes/evolution/buildChild.ts';
import { createEvolutionState } from '../../../../core/domain/schedule/solver/modes/evolution/evolutionState.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('buildChild', () => {
  it('builds from the end in the mirror, tells the best, and is taken in once', () => {
    const table = modeTable({ modes: [[[2, 1]], [[1, 1]]], renewable: [1] });
    const told: number[][] = [];
    const state = createEvolutionState(table, {
      seed: 1,
      affordable: Int32Array.of(0, 1),
      frequency: Float64Array.of(1, 1),
      onBetter: (start, mode) => told.push([...start], [...mode]),
    });
    const [, mirrored] = state.populations;
    state.child.mode.set([0, 1]);
    state.child.list.set([0, 1]);
    expect(buildChild(state, mirrored)).toBe(true);
    expect([state.makespan, state.schedules]).toEqual([3, 1]);
    expect(told.flat()).toEqual([1, 0, 0, 1]);
    expect([...mirrored.list.subarray(0, 2)]).toEqual([0, 1]);
    expect(buildChild(state, mirrored)).toBe(false);
    expect([state.schedules, told.length]).toEqual([2, 2]);
  });
});
