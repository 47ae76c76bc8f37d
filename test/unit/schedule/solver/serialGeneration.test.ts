import { describe, expect, it } from 'vitest';
import { type FixedProject, fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { createGeneration, horizonOf, lagsInto } from '../../../../core/domain/schedule/solver/serialGeneration.ts';

/** Two activities; the second starts so many units of time or more after the start of the first. */
function twoActivities([first, second]: readonly [number, number], lag: number): FixedProject {
  const modesOf = (duration: number) => [{ duration, demands: [] }];
  return fixModes(
    {
      activities: [
        { modes: modesOf(first), successors: [{ to: 1, lag }] },
        { modes: modesOf(second), successors: [] },
      ],
      renewable: [],
      nonRenewable: [],
    },
    [0, 0],
  );
}

describe('horizonOf', () => {
  it('counts an activity with its longest lag where that is longer, and one unit more', () => {
    expect([horizonOf(twoActivities([2, 3], 4)), horizonOf(twoActivities([2, 3], 1))]).toEqual([8, 6]);
  });
});

describe('lagsInto', () => {
  // A A A A
  // . B B B
  it('counts backwards from the end of the later activity to that of the earlier one', () => {
    const project = twoActivities([4, 3], 1);
    const lags = (direction: 'forward' | 'backward') => Object.values(lagsInto(project, direction)).map((row) => [...row]);
    expect(lags('forward')).toEqual([[0, 0, 1], [0], [1]]);
    expect(lags('backward')).toEqual([[0, 1, 1], [1], [0]]);
    const start = new Int32Array(2);
    expect([createGeneration(project, 'backward')(Int32Array.of(1, 0), start), ...start]).toEqual([4, 0, 0]);
  });
});
