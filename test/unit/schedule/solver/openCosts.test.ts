import { describe, expect, it } from 'vitest';
import { isAffordable, sumLeastCosts } from '../../../../core/domain/schedule/solver/modes/proof/openCosts.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

describe('sumLeastCosts', () => {
  it('adds up the thriftiest modes that are allowed', () => {
    const table = modeTable({ modes: [[[1, 4], [2, 0]], [[1, 3], [2, 0]]], budgets: [5] }); // biome-ignore format: two modes each
    const state = proofBy(table, 9);
    expect(sumLeastCosts(state, 0, 0)).toBe(true);
    expect([...state.open.sumCost]).toEqual([0]);
    state.open.allowed.set([1, 0, 1, 0]);
    expect(sumLeastCosts(state, 0, 0)).toBe(false);
    expect(sumLeastCosts(state, 0, 0b01)).toBe(true);
    expect([...state.open.sumCost]).toEqual([3]);
  });
});

describe('isAffordable', () => {
  it('leaves enough for the thriftiest modes of the others', () => {
    const table = modeTable({ modes: [[[1, 4], [2, 0]], [[1, 3], [2, 2]]], budgets: [5] }); // biome-ignore format: two modes each
    const state = proofBy(table, 9);
    state.open.allowed.fill(1);
    sumLeastCosts(state, 0, 0);
    expect([isAffordable(state, 0, 0), isAffordable(state, 0, 1), isAffordable(state, 1, 2), isAffordable(state, 1, 3)]).toEqual([false, true, true, true]);
  });
});
