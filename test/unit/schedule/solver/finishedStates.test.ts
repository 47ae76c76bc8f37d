import { describe, expect, it } from 'vitest';
import { createFinishedStates, isDominated, rememberState } from '../../../../core/domain/schedule/solver/modes/proof/finishedStates.ts';
import { placeActivity, removeActivity } from '../../../../core/domain/schedule/solver/modes/proof/partialSchedule.ts';
import type { ModeProofState } from '../../../../core/domain/schedule/solver/modes/proof/modeProofState.ts';
import { modeTable, proofBy } from '../../../support/projects/modeTables.ts';

const bothPlaced = 0b011;

describe('createFinishedStates', () => {
  it('compares all budgets but a relaxation', () => {
    const table = modeTable({ modes: [[[1, 0, 0]]], budgets: [1, 1] });
    expect([createFinishedStates(table).budgets, createFinishedStates({ ...table, relaxedBound: 0 }).budgets]).toEqual([2, 1]);
  });
});

describe('finished states', () => {
  // A, B in three modes, and C, which waits for both.
  const table = modeTable({ modes: [[[2, 1, 0]], [[1, 1, 3], [1, 1, 0], [1, 0, 3]], [[1, 0, 0]]], renewable: [1], budgets: [3] }, [0, 2], [1, 2]); // biome-ignore format: one activity a bracket
  const [dear, cheap, dearWithoutUnit] = [1, 2, 3];
  const orders = { ab: [0, 2], ba: [1, 0] } as const;
  const within = <Result>(state: ModeProofState, [a, b]: readonly [number, number], modeOfB: number, look: () => Result): Result => {
    placeActivity(table, state.partial, 0, 0, a);
    placeActivity(table, state.partial, 1, modeOfB, b);
    const result = look();
    removeActivity(table, state.partial, modeOfB, b);
    removeActivity(table, state.partial, 0, a);
    return result;
  };

  /**
   * B A A            finished, now is 1
   * A A B            dominated, now is 2
   */
  it('dominate the same activities in another order, and not the other way round', () => {
    const state = proofBy(table, 9);
    const isAfter = (placed: readonly [number, number], now: number) => within(state, placed, cheap, () => isDominated(state, bothPlaced, now));
    expect(isAfter(orders.ab, 2)).toBe(false);
    within(state, orders.ba, cheap, () => rememberState(state, bothPlaced, 1));
    expect(isAfter(orders.ab, 2)).toBe(true);
    const turned = proofBy(table, 9);
    within(turned, orders.ab, cheap, () => rememberState(turned, bothPlaced, 2));
    expect(within(turned, orders.ba, cheap, () => isDominated(turned, bothPlaced, 1))).toBe(false);
  });

  it.each([
    ['a budget', dear, cheap],
    ['the resources', dear, dearWithoutUnit],
  ])('dominate nothing that left more of %s', (_, lessLeft, moreLeft) => {
    const compare = (finished: number, compared: number) => {
      const state = proofBy(table, 9);
      within(state, orders.ab, finished, () => rememberState(state, bothPlaced, 2));
      return within(state, orders.ab, compared, () => isDominated(state, bothPlaced, 2));
    };
    expect([compare(lessLeft, moreLeft), compare(moreLeft, lessLeft), compare(lessLeft, lessLeft)]).toEqual([false, true, true]);
  });

  it('dominate nothing that left more time, and nothing with other activities', () => {
    const state = proofBy(table, 9);
    within(state, [0, 3], cheap, () => rememberState(state, bothPlaced, 3));
    expect(within(state, [0, 4], cheap, () => isDominated(state, bothPlaced, 4))).toBe(true);
    expect(within(state, orders.ab, cheap, () => isDominated(state, bothPlaced, 2))).toBe(false);
    expect(within(state, [0, 4], cheap, () => isDominated(state, 0b001, 4))).toBe(false);
  });

  it('are written down with the profile from now on', () => {
    const state = proofBy(table, 9);
    within(state, orders.ab, cheap, () => rememberState(state, bothPlaced, 2));
    const guard = table.guard[0] as number;
    // Nothing before it, now, length, budget, start of C, the free units at 2.
    expect([...state.finished.data.subarray(0, state.finished.used)]).toEqual([-1, 2, 1, 3, 3, guard]);
    within(state, orders.ab, cheap, () => rememberState(state, bothPlaced, 2));
    expect(state.finished.data[6]).toBe(0);
  });

  it('are written down whole where one needs much more room than there is', () => {
    const long = modeTable({ modes: [[[20_001, 1]], [[20_000, 1]]], renewable: [1] });
    const state = proofBy(long, 50_000);
    placeActivity(long, state.partial, 0, 0, 0);
    for (let again = 0; again < 3; again += 1) rememberState(state, 0b01, 0);
    expect(state.finished.used).toBeLessThanOrEqual(state.finished.data.length);
    expect(state.finished.data[(state.finished.newest.get(0b01) as number) + 2]).toBe(20_001);
  });
});
