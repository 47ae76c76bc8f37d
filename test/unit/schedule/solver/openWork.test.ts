import { describe, expect, it } from 'vitest';
import { addLeastWork, isWorkWithinCapacity } from '../../../../core/domain/schedule/solver/modes/proof/openWork.ts';
import { placeActivity } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('addLeastWork', () => {
  it('is the least product of units and time', () => {
    const table = modeTable({ modes: [[[3, 2], [5, 1]]], renewable: [2] }); // biome-ignore format: two modes each
    const state = proofBy(table, 9);
    addLeastWork(state, 0, 0);
    expect([...state.open.sumWork]).toEqual([5]);
    state.open.allowed[1] = 0;
    addLeastWork(state, 0, 0);
    expect([...state.open.sumWork]).toEqual([5 + 6]);
  });
});

describe('isWorkWithinCapacity', () => {
  /**
   * 2 | . * * * *
   * 1 | A A A * *
   *   +----------
   *     0 1 2 3 4
   */
  it('counts what is left of the placed activities, too', () => {
    const table = modeTable({ modes: [[[3, 1]], [[2, 2]], [[1, 2]]], renewable: [2] });
    const state = proofBy(table, 5);
    placeActivity(table, state.partial, 0, 0, 0);
    state.open.sumWork[0] = 6;
    expect(isWorkWithinCapacity(state, 0b001, 1)).toBe(true);
    state.open.sumWork[0] = 7;
    expect(isWorkWithinCapacity(state, 0b001, 1)).toBe(false);
  });
});
