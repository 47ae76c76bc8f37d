import { describe, expect, it } from 'vitest';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { criticalPath } from '../../support/projects/criticalPath.ts';
import { followInChains, joinProjects } from '../../support/projects/joinProjects.ts';

/** Three activities, of which the one in the middle takes 4 units of time. */
const part = (demands: readonly number[], renewable: readonly number[]): ResourceProject => ({
  activities: [
    { modes: [{ duration: 0, demands: [0, 0] }], successors: [{ to: 1, lag: 'afterFinish' }] },
    { modes: [{ duration: 4, demands }], successors: [{ to: 2, lag: 'afterFinish' }] },
    { modes: [{ duration: 0, demands: [0, 0] }], successors: [] },
  ],
  renewable,
  nonRenewable: [],
});
const parts = [part([3, 1], [6, 2]), part([1, 3], [6, 4]), part([2, 1], [12, 4]), part([0, 1], [3, 2]), part([2, 0], [3, 8])];
const join = (capacities: 'sameLoad' | 'same' | 'inProportion', layers = 2) =>
  joinProjects(parts, { layers, follow: followInChains, workToPath: 0.5, capacities });

describe('joinProjects', () => {
  it('puts projects of nearly equal layers behind those at their places in the layer before', () => {
    const { activities } = join('same');
    expect(activities).toHaveLength(17);
    expect(activities[0]?.successors.map(({ to }) => to)).toEqual([1, 4, 7]);
    // Ends of the five projects: three in the first layer, two behind the first two of them, and 16 is the end of all.
    expect([3, 6, 9, 12, 15].map((end) => activities[end]?.successors.map(({ to }) => to))).toEqual([[16, 10], [16, 13], [16], [16], [16]]);
    expect(activities[11]?.successors.map(({ to }) => to)).toEqual([12]);
    expect(criticalPath(join('same'))).toBe(8);
    expect(criticalPath(join('same', 5))).toBe(20);
  });

  it('begins the places anew where a layer is larger than the one before', () => {
    expect([...followInChains([4, 5], 0), ...followInChains([4, 5], 1), ...followInChains([4, 5], 2)]).toEqual([4, 5, 4]);
  });

  it('gives resources the same load, the same capacity, or shares of what the projects had together', () => {
    // Work of 32 and 24 in half of a critical path of 8: 8 and 6 units. The projects have 30 and 20 together, of which the second are busier.
    expect(join('sameLoad').renewable).toEqual([8, 6]);
    expect(join('same').renewable).toEqual([8, 8]);
    expect(join('inProportion').renewable).toEqual([9, 6]);
  });

  it('leaves no activity without the capacity that it needs', () => {
    expect(joinProjects(parts, { layers: 1, follow: followInChains, workToPath: 100, capacities: 'sameLoad' }).renewable).toEqual([3, 3]);
  });
});
