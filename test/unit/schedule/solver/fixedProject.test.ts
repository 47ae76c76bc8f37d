import { describe, expect, it } from 'vitest';
import { fixModes, groupLags } from '../../../../core/domain/schedule/solver/fixedProject.ts';

describe('groupLags', () => {
  it('puts the lags of each activity behind each other, on the one side and on the other', () => {
    const lags = [
      { from: 1, to: 2, lag: 3 },
      { from: 0, to: 2, lag: 5 },
    ];
    const grouped = (by: 'from' | 'to', other: 'from' | 'to', order = lags) => Object.values(groupLags(3, order, by, other)).map((row) => [...row]);
    expect(grouped('to', 'from', lags.toReversed())).toEqual([
      [0, 0, 0, 2],
      [0, 1],
      [5, 3],
    ]);
    expect(grouped('from', 'to')).toEqual([
      [0, 1, 2, 2],
      [2, 2],
      [5, 3],
    ]);
  });
});

describe('fixModes', () => {
  it('writes a link down as a lag of the duration', () => {
    const activity = (duration: number, successors: readonly number[]) => ({
      modes: [{ duration, demands: [] }],
      successors: successors.map((to) => ({ to, lag: 'afterFinish' as const })),
    });
    const { after, before, maximum } = fixModes({ activities: [activity(3, [1]), activity(2, [])], renewable: [], nonRenewable: [] }, [0, 0]);
    expect([after, before, maximum].map(({ lag }) => [...lag])).toEqual([[3], [3], []]);
  });
});
