import { describe, expect, it } from 'vitest';
import { createEvolutionState, enlargePopulations } from '../../../../core/domain/schedule/solver/modes/evolution/evolutionState.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('evolution state', () => {
  const table = modeTable({ modes: [[[1]], [[2]]] });
  const begin = () => createEvolutionState(table, { seed: 1, affordable: Int32Array.of(0, 1), frequency: Float64Array.of(1, 1), onBetter: () => {} });

  it('begins with room for 20 members in each direction', () => {
    const state = begin();
    expect(state.populations.map(({ capacity, size, isMirrored }) => [capacity, size, isMirrored])).toEqual([
      [20, 0, false],
      [20, 0, true],
    ]);
    expect(state.makespan).toBe(Number.POSITIVE_INFINITY);
  });

  it('doubles the populations, up to 400', () => {
    const state = begin();
    const sizes = Array.from({ length: 6 }, () => {
      state.introduced = 5;
      state.idle = 7;
      enlargePopulations(state);
      return state.populations[1].capacity;
    });
    expect([sizes, state.introduced, state.idle]).toEqual([[40, 80, 160, 320, 400, 400], 0, 0]);
  });
});
