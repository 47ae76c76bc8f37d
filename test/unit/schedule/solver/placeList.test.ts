import { describe, expect, it } from 'vitest';
import { createPlacement, placeList } from '../../../../core/domain/schedule/solver/modes/placeList.ts';
import { modeTable, repeating } from '../../../support/projects/modeTables.ts';

const never = () => {
  throw new Error('no number is drawn');
};

describe('createPlacement', () => {
  it('has room for all activities and budgets', () => {
    const { start, finish, used, touched } = createPlacement(modeTable({ modes: [[[1, 0, 0]], [[2, 0, 0]], [[3, 0, 0]]], budgets: [9, 9] }));
    expect([start.length, finish.length, used.length, touched]).toEqual([3, 3, 2, 0]);
  });
});

describe('placeList', () => {
  /**
   * 2 | C C . B B
   * 1 | A A A B B
   *   +----------
   *     0 1 2 3 4
   */
  it('places each activity of the list on its earliest start, again and again', () => {
    const table = modeTable({ modes: [[[3, 1]], [[2, 2]], [[2, 1]]], renewable: [2] });
    const placement = createPlacement(table);
    for (let again = 0; again < 2; again += 1) {
      expect(placeList(table, placement, Int32Array.of(0, 1, 2), Int32Array.of(0, 1, 2), false, 0, never)).toBe(5);
      expect([[...placement.start], [...placement.finish]]).toEqual([
        [0, 3, 0],
        [3, 5, 2],
      ]);
    }
  });

  /**
   * A A B B B        B starts 1 after the start of A or later, and the end is on the right
   * 4 3 2 1 0
   */
  it('counts from the end in the mirror, where a lag from start to start runs from finish to finish', () => {
    const table = modeTable({ modes: [[[2, 1]], [[3, 1]]], renewable: [1] }, [0, 1, 1]);
    const placement = createPlacement(table);
    expect(placeList(table, placement, Int32Array.of(1, 0), Int32Array.of(0, 1), true, 0, never)).toBe(5);
    expect([[...placement.start], [...placement.finish]]).toEqual([
      [3, 0],
      [5, 3],
    ]);
    const free = modeTable({ modes: [[[2]], [[3]]] }, [0, 1, 1]);
    const beside = createPlacement(free);
    expect(placeList(free, beside, Int32Array.of(1, 0), Int32Array.of(0, 1), true, 0, never)).toBe(4);
    expect([...beside.start]).toEqual([2, 0]);
  });

  it('takes the mode that finishes first where the budget allows it, and writes it down', () => {
    const fastOrCheap = [
      [2, 4],
      [5, 0],
    ] as const;
    const table = modeTable({ modes: [fastOrCheap, fastOrCheap], budgets: [4] }, [0, 1]);
    const placement = createPlacement(table);
    const mode = Int32Array.of(1, 3);
    expect(placeList(table, placement, Int32Array.of(0, 1), mode, false, 1, repeating(0))).toBe(7);
    expect([[...mode], [...placement.used]]).toEqual([[0, 3], [4]]);
  });
});
