import { describe, expect, it } from 'vitest';
import { createPartialSchedule, placeActivity, removeActivity, startAfterPlaced } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('partial schedule', () => {
  const table = modeTable({ modes: [[[3, 1, 4], [8, 0, 0]]], renewable: [2], budgets: [6] }); // biome-ignore format: two modes each
  const units = (free: Int32Array) => Array.from(free.subarray(0, 6), (cell) => cell & 0b11);

  it('begins with all units free', () => {
    expect(units(createPartialSchedule(table).free)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('takes units and budgets for what is placed, and gives them back', () => {
    const partial = createPartialSchedule(table);
    partial.remaining[0] = 6;
    placeActivity(table, partial, 0, 0, 2);
    expect([partial.start[0], partial.finish[0], partial.mode[0], partial.remaining[0]]).toEqual([2, 5, 0, 2]);
    expect(units(partial.free)).toEqual([2, 2, 1, 1, 1, 2]);
    removeActivity(table, partial, 0, 2);
    expect([partial.remaining[0], units(partial.free)]).toEqual([6, [2, 2, 2, 2, 2, 2]]);
  });
});

describe('startAfterPlaced', () => {
  /**
   * A A A
   *   B . . . C
   * 0 1 2 3 4 5
   */
  it('is by the links from placed activities', () => {
    const table = modeTable({ modes: [[[3]], [[1]], [[1]]] }, [0, 2], [1, 2, 4]);
    const state = proofBy(table, 9);
    placeActivity(table, state.partial, 0, 0, 0);
    placeActivity(table, state.partial, 1, 1, 1);
    expect([0b00, 0b01, 0b10, 0b11].map((placed) => startAfterPlaced(state, 2, placed))).toEqual([0, 3, 5, 5]);
  });
});
