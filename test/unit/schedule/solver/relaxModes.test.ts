import { describe, expect, it } from 'vitest';
import { countBudgets } from '../../../../core/domain/schedule/solver/modes/affordModes.ts';
import { limitEnd, relaxModes, withRelaxation } from '../../../../core/domain/schedule/solver/modes/relaxModes.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

/** Two activities in a chain, each 2 units of time for 4 of a budget or 4 for none; a third one of 1 unit keeps the unit from becoming 2. */
const fastOrSlow = [
  [2, 4],
  [4, 0],
] as const;
const table = modeTable({ modes: [fastOrSlow, fastOrSlow, [[1, 0]]], budgets: [4] }, [0, 1]);
const relaxation = { weight: Float64Array.of(3, 4, 3, 4, 0), allowance: 1, bound: 5, frequency: new Float64Array(5) };

describe('withRelaxation', () => {
  it('adds a budget of which a mode needs what it weighs above the lightest one', () => {
    const { budgets, cost, relaxedBound } = withRelaxation(table, relaxation);
    expect([budgets, relaxedBound, [...cost]]).toEqual([2, 5, [4, 0, 0, 1, 4, 0, 0, 1, 0, 0]]);
  });
});

describe('limitEnd', () => {
  it('lets the new budget hold what an end leaves above the bound', () => {
    const relaxed = withRelaxation(table, relaxation);
    limitEnd(relaxed, 6);
    expect(relaxed.budget[0]).toBe(4);
    expect(relaxed.budget[1]).toBeCloseTo(1, 5);
    expect(relaxed.budget[1]).toBeGreaterThan(1);
    const missing = (...mode: readonly number[]) => countBudgets(relaxed, Int32Array.from(mode), new Float64Array(2));
    expect(missing(0, 3, 4)).toBe(0);
    expect(missing(1, 3, 4)).toBeCloseTo(1, 5);
    limitEnd(table, 6);
    expect([...table.budget]).toEqual([4]);
  });
});

describe('relaxModes', () => {
  it('stays below every schedule where a choice exceeds a budget by one in twenty thousand', () => {
    const dear = [
      [2, 10_000],
      [4, 0],
    ] as const;
    const { bound, weight, frequency } = relaxModes(modeTable({ modes: [dear, dear, [[1, 0]]], budgets: [19_999] }, [0, 1]), 8, 300);
    // One is fast and one is slow: 6. A mix of modes would be a little more than 4 long.
    expect(bound).toBeGreaterThan(3.9);
    expect(bound).toBeLessThanOrEqual(6);
    expect([...weight, ...frequency].every(Number.isFinite)).toBe(true);
  });
});
