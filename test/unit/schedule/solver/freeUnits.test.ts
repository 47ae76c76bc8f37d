import { describe, expect, it } from 'vitest';
import { createFreeUnits, earliestFit, returnUnits, takeUnits } from '../../../../core/domain/schedule/solver/modes/freeUnits.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('free units', () => {
  it('of 2 and of 1 unit share a word with their guard bits', () => {
    const table = modeTable({ modes: [[[1, 1, 1]]], renewable: [2, 1] });
    expect([...new Set(createFreeUnits(table))]).toEqual([0b11_110]);
  });

  it('are taken from the start to the finish, and come back', () => {
    const table = modeTable({ modes: [[[2, 1]], [[1, 0]], [[1, 0]]], renewable: [2] });
    const free = createFreeUnits(table);
    const units = () => Array.from(free.subarray(0, 4), (cell) => cell & 0b11);
    takeUnits(table, free, 0, 1);
    expect(units()).toEqual([2, 1, 1, 2]);
    returnUnits(table, free, 0, 1);
    expect(units()).toEqual([2, 2, 2, 2]);
  });

  /**
   * 2 | A A . . . .
   * 1 | A A . B B .
   *   +------------
   *     0 1 2 3 4 5
   */
  it.each([2, 1_000_000_000])('are found from the first time on at which all of them are free, in one word and in several (%i)', (units) => {
    const [half, none] = [units / 2, 0];
    const modes = [[[2, units, none]], [[2, half, none]], [[2, half, none]], [[2, units, none]], [[9, none, none]]] as const;
    const table = modeTable({ modes, renewable: [units, units] });
    const free = createFreeUnits(table);
    takeUnits(table, free, 0, 0);
    takeUnits(table, free, 1, 3);
    expect([earliestFit(table, free, 2, 0), earliestFit(table, free, 3, 0), earliestFit(table, free, 4, 0)]).toEqual([2, 5, 0]);
  });
});
