import { describe, expect, it } from 'vitest';
import { createOpenModes, narrowOpenModes } from '../../../../core/domain/schedule/solver/modes/proof/openModes.ts';
import { placeActivity } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('createOpenModes', () => {
  it('has marks for every mode at every depth', () => {
    expect(createOpenModes(modeTable({ modes: [[[1]], [[1], [2]]] }), 3).allowed.length).toBe(9);
  });
});

describe('narrowOpenModes', () => {
  const twoOrFive = [[2], [5]] as const;

  /**
   * A A A A A B B . |
   *           B B B | B B
   * 0 1 2 3 4 5 6 7 | 8 9
   */
  it('takes away what is too long after the placed activities', () => {
    const table = modeTable({ modes: [twoOrFive, twoOrFive] }, [0, 1]);
    const state = proofBy(table, 8);
    expect(narrowOpenModes(state, 0, 0, 0)).toBe(true);
    expect([...state.open.allowed.subarray(0, 4)]).toEqual([1, 1, 1, 1]);
    placeActivity(table, state.partial, 0, 1, 0);
    state.open.allowed.copyWithin(4, 0, 4);
    expect(narrowOpenModes(state, 1, 0b01, 0)).toBe(true);
    expect([...state.open.allowed.subarray(4, 8)]).toEqual([1, 1, 1, 0]);
    expect([...state.open.earliest.subarray(2, 4)]).toEqual([0, 5]);
  });

  it('says when nothing ends in time any more, be it for want of time, of a budget or of units', () => {
    const late = modeTable({ modes: [twoOrFive, twoOrFive] }, [0, 1]);
    expect([4, 7].map((now) => narrowOpenModes(proofBy(late, 8), 0, 0, now))).toEqual([true, false]);
    const dear = modeTable({ modes: [[[1, 3], [2, 0]], [[1, 3], [2, 0]]], budgets: [5] }); // biome-ignore format: two modes each
    const state = proofBy(dear, 2);
    expect(narrowOpenModes(state, 0, 0, 0)).toBe(true);
    expect(narrowOpenModes(state, 0, 0, 1)).toBe(false);
    const crowded = modeTable({ modes: [[[1, 1]], [[2, 1]]], renewable: [1] });
    expect([3, 4].map((now) => narrowOpenModes(proofBy(crowded, 6), 0, 0, now))).toEqual([true, false]);
  });
});
