import { describe, expect, it } from 'vitest';
import { createListDrawing, drawList, drawSpread } from '../../../../core/domain/schedule/solver/modes/evolution/drawnList.ts';
import { modeTable, repeating } from '../../../support/projects/modeTables.ts';

describe('createListDrawing', () => {
  it('measures the chains from each start to the end', () => {
    const { chain, longestChain, rank } = createListDrawing(modeTable({ modes: [[[3]], [[2], [7]]] }, [1, 0]));
    expect([[...chain], longestChain, [...rank]]).toEqual([[3, 5], 5, [1, 0]]);
  });
});

describe('drawSpread', () => {
  it('is a part of the longest chain', () => {
    expect(drawSpread({ ...createListDrawing(modeTable({ modes: [[[1]]] })), longestChain: 10 }, () => 0.5)).toBe(3);
  });
});

describe('drawList', () => {
  /**
   * A 1 - B 1
   * C 3 - D 4
   */
  const table = modeTable({ modes: [[[1]], [[1]], [[3]], [[4]]] }, [0, 1], [2, 3]);
  const drawn = (spread: number, ...numbers: readonly number[]) => {
    const list = new Int32Array(4);
    drawList(table, createListDrawing(table), spread, list, repeating(...numbers));
    return [...list];
  };

  it('begins with the longest chain when nothing is drawn', () => {
    expect(drawn(0, 0.5)).toEqual([2, 3, 0, 1]);
  });

  it('puts off what is drawn, and nothing before what it follows', () => {
    // In the order of the table: A, C, B, D. C comes after A and B, and takes D with it.
    expect([...table.order]).toEqual([0, 2, 1, 3]);
    expect(drawn(10, 0, 0.9, 0, 0)).toEqual([0, 1, 2, 3]);
  });
});
