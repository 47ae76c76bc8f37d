import { describe, expect, it } from 'vitest';
import { completeSchedule } from '../../../../core/domain/schedule/solver/modes/proof/completeSchedule.ts';
import { placeActivity } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('completeSchedule', () => {
  it('lets the dummy at the end start behind all', () => {
    const table = modeTable({ modes: [[[3]], [[2], [4]], [[0]]] }, [0, 1], [0, 2], [1, 2]);
    const state = proofBy(table, 9);
    placeActivity(table, state.partial, 0, 0, 0);
    placeActivity(table, state.partial, 1, 1, 3);
    completeSchedule(state);
    expect([[...state.found.start], [...state.found.mode], state.found.makespan]).toEqual([[0, 3, 5], [0, 1, 3], 5]);
  });
});
