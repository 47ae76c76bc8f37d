import { describe, expect, it } from 'vitest';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { headTailBound } from '../../../../core/domain/schedule/solver/proof/headTailBound.ts';
import { noPath, shortenDistances, startDistances } from '../../../../core/domain/schedule/solver/proof/startDistances.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** A lag of 3 from a to b, of 4 from b to c, and of `back` from b to a. */
const chain = (back: number | null) =>
  fixModes(
    {
      activities: [
        { modes: [{ duration: 1, demands: [] }], successors: [{ to: 1, lag: 3 }] },
        { modes: [{ duration: 1, demands: [] }], successors: [{ to: 2, lag: 4 }, ...(back === null ? [] : [{ to: 0, lag: back }])] },
        { modes: [{ duration: 1, demands: [] }], successors: [] },
      ],
      renewable: [],
      nonRenewable: [],
    },
    [0, 0, 0],
  );

describe('startDistances', () => {
  it('adds up lags behind each other', () => {
    expect([...(startDistances(chain(null)) as Int32Array)]).toEqual([0, 3, 7, noPath, 0, 4, noPath, noPath, 0]);
  });

  it('has none where an activity would start after itself', () => {
    expect(startDistances(chain(-3))).not.toBeNull();
    expect(startDistances(chain(-2))).toBeNull();
  });
});

describe('shortenDistances', () => {
  it('takes a longer lag up in all distances, unless it contradicts them', () => {
    const distance = startDistances(chain(null)) as Int32Array;
    expect([shortenDistances(distance, 3, 0, 1, 5), ...distance.subarray(0, 3)]).toEqual([true, 0, 5, 9]);
    expect(shortenDistances(startDistances(chain(-4)) as Int32Array, 3, 0, 1, 5)).toBe(false);
  });
});

describe('headTailBound', () => {
  it('adds the work of a resource to what comes before it', () => {
    const project = fixed({ durations: [1, 2, 2, 2], demands: [[0], [1], [1], [1]], capacity: [1] }, [0, 1], [0, 2], [0, 3]);
    expect(headTailBound(project)).toBe(7);
  });
});
