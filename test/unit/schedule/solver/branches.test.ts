import { describe, expect, it } from 'vitest';
import { collectBranches, createBranches } from '../../../../core/domain/schedule/solver/modes/proof/branches.ts';
import { narrowOpenModes } from '../../../../core/domain/schedule/solver/modes/proof/openModes.ts';
import { placeActivity } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('createBranches', () => {
  it('has room for every mode at every depth', () => {
    expect(createBranches(modeTable({ modes: [[[1]], [[1], [2]]] }), 3).mode.length).toBe(9);
  });
});

describe('collectBranches', () => {
  /**
   * A A              placed
   *     B            second: from 2 on
   * B B B            first: from 0 on
   * 0 1 2
   */
  const table = modeTable({ modes: [[[2, 1]], [[1, 1], [3, 0]], [[1, 0]]], renewable: [1] }, [1, 2]); // biome-ignore format: one activity a bracket

  it('has the earliest start first, and nothing that waits', () => {
    const state = proofBy(table, 9);
    placeActivity(table, state.partial, 0, 0, 0);
    state.open.allowed.copyWithin(4, 0, 4);
    narrowOpenModes(state, 1, 0b001, 0);
    expect(collectBranches(state, 1, 0b001)).toBe(2);
    const { activity, mode, start } = state.branches;
    expect([activity, mode, start].map((entries) => [...entries.subarray(4, 6)])).toEqual([
      [1, 1],
      [2, 1],
      [0, 2],
    ]);
  });

  it('has the shorter mode first where starts are equal, and none that ends too late', () => {
    const state = proofBy(table, 9);
    narrowOpenModes(state, 0, 0, 0);
    expect(collectBranches(state, 0, 0)).toBe(3);
    expect([...state.branches.mode.subarray(0, 3)]).toEqual([1, 0, 2]);
    state.end = 3;
    expect(collectBranches(state, 0, 0)).toBe(2);
    expect([...state.branches.mode.subarray(0, 2)]).toEqual([1, 0]);
  });
});
