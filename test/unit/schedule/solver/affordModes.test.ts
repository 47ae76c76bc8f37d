import { describe, expect, it } from 'vitest';
import { countBudgets, repairModes } from '../../../../core/domain/schedule/solver/modes/affordModes.ts';
import { modeTable, repeating } from '../../../support/projects/modeTables.ts';

/** Modes 0 and 2 are fast and need 4 more than 1 and 3; the thriftiest need 1 of the budget of 6, so that 5 are left. */
const table = modeTable({
  modes: [
    [
      [1, 4],
      [3, 0],
    ],
    [
      [1, 5],
      [3, 1],
    ],
  ],
  budgets: [6],
});

describe('countBudgets', () => {
  it('says what is needed and what is missing', () => {
    const used = new Float64Array(1);
    const counted = (...mode: readonly number[]) => [countBudgets(table, Int32Array.from(mode), used), ...used];
    expect([counted(0, 2), counted(1, 2), counted(1, 3)]).toEqual([
      [3, 8],
      [0, 4],
      [0, 0],
    ]);
  });
});

describe('repairModes', () => {
  it('makes the first activity slow from the one drawn on, and changes nothing more than it must', () => {
    const used = new Float64Array(1);
    const repaired = (drawn: number) => {
      const mode = Int32Array.of(0, 2);
      return [repairModes(table, mode, used, repeating(drawn)), ...mode, ...used];
    };
    expect([repaired(0), repaired(0.5)]).toEqual([
      [true, 1, 2, 4],
      [true, 0, 3, 4],
    ]);
  });

  it('gives up where no modes keep within the budget', () => {
    const tooMuch = modeTable({ modes: [[[1, 4]], [[1, 5]]], budgets: [6] });
    expect(repairModes(tooMuch, Int32Array.of(0, 1), new Float64Array(1), repeating(0))).toBe(false);
  });
});
