import { describe, expect, it } from 'vitest';
import { createModeProofState, limitFinish } from '../../../../core/domain/schedule/solver/modes/proof/modeProofState.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('createModeProofState', () => {
  it('has room for every depth, and none for 32 activities', () => {
    const table = modeTable({ modes: [[[1]], [[1], [2]]] });
    expect(createModeProofState(table)?.branches.start.length).toBe(9);
    expect(createModeProofState(modeTable({ modes: Array.from({ length: 32 }, () => [[1]] as const) }))).toBeNull();
  });
});

describe('limitFinish', () => {
  it('takes away what ends too late, and fills the budgets', () => {
    const table = modeTable({ modes: [[[2, 3], [5, 1]]], budgets: [4] }); // biome-ignore format: two modes each
    const state = createModeProofState(table);
    if (!state) throw new Error('no room');
    expect(limitFinish(state, 4)).toBe(true);
    expect([[...state.open.allowed.subarray(0, 2)], [...state.partial.remaining]]).toEqual([[1, 0], [3]]);
    expect(limitFinish(state, 1)).toBe(false);
  });
});
