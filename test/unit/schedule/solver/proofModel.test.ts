import { describe, expect, it } from 'vitest';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import type { ResourceProject } from '../../../../core/domain/schedule/solver/project.ts';
import { isSmall } from '../../../../core/domain/schedule/solver/proof/isSmall.ts';
import { orderPairs } from '../../../../core/domain/schedule/solver/proof/orderPairs.ts';
import { literalOf, proofModel } from '../../../../core/domain/schedule/solver/proof/proofModel.ts';
import { createState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { noPath, startDistances } from '../../../../core/domain/schedule/solver/proof/startDistances.ts';
import { startRoot } from '../../../../core/domain/schedule/solver/proof/startRoot.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { allFirst, fixed } from '../../../support/projects/listableProjects.ts';

const two = fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] });

describe('proofModel', () => {
  const { model } = proofStateOf(two, 6);

  it('numbers variables, slots and atoms', () => {
    expect([model.variables, model.slots, model.finish, ...model.atomBase, model.atoms]).toEqual([4, 8, 2, 0, 4, 8, 16, 18]);
    expect([...model.user]).toEqual([0, 1]);
  });

  it('lets each order guard a lag in both directions of bounds', () => {
    const { source, to, lag, guard, guarded, guardedOffset } = model.links;
    const guardedBy = (slot: number) =>
      [...guarded.subarray(guardedOffset[slot], guardedOffset[slot + 1])].map((link) => [source[link], to[link], lag[link], guard[link]]);
    expect(guardedBy(6)).toEqual([[0, 2, 3, 6], [3, 1, 3, 6]]); // biome-ignore format: one link a pair
    expect(guardedBy(7)).toEqual([[1, 3, 3, 7], [2, 0, 3, 7]]); // biome-ignore format: one link a pair
    const toFinish = [...source.keys()].filter((link) => guard[link] === -1).map((link) => [source[link], to[link], lag[link]]);
    expect(toFinish).toEqual([[0, 4, 3], [2, 4, 3], [5, 1, 3], [5, 3, 3]]); // biome-ignore format: one link a pair
  });

  it('adds the joint resource behind the others', () => {
    const joint = { units: Int32Array.of(10, 7), capacity: 10 };
    const { project, ownResources } = proofModel(two, { pairs: { open: [], forced: [] }, joint, horizon: 6 });
    expect([project.resources, ownResources, ...project.demand, ...project.capacity]).toEqual([2, 1, 1, 10, 1, 7, 1, 10]);
  });

  it('numbers a literal and its negation', () => {
    expect([literalOf(model.atomBase, 2, 3), literalOf(model.atomBase, 3, -2)]).toEqual([14, 15]);
  });
});

describe('startRoot', () => {
  it('follows the lags from both ends', () => {
    const { root, size } = proofStateOf(fixed({ durations: [2, 3] }, [0, 1]), 6).trail;
    expect([...root, size]).toEqual([0, -1, 2, -3, 5, -6, 0]);
  });

  it('finds that the horizon is too short', () => {
    const project = fixed({ durations: [2, 3] }, [0, 1]);
    expect(startRoot(createState(proofModel(project, { pairs: { open: [], forced: [] }, joint: null, horizon: 4 })))).toBe(false);
  });
});

describe('orderPairs', () => {
  /** A of 3 units of time and B of 2 on the only unit of a resource, with lags between their starts. */
  const pair = (lagToB: number | null, lagToA: number | null = null) => {
    const project = fixModes(
      {
        activities: [
          { modes: [{ duration: 3, demands: [1] }], successors: lagToB === null ? [] : [{ to: 1, lag: lagToB }] },
          { modes: [{ duration: 2, demands: [1] }], successors: lagToA === null ? [] : [{ to: 0, lag: lagToA }] },
        ],
        renewable: [1],
        nonRenewable: [],
      },
      [0, 0],
    );
    const distance = startDistances(project) as Int32Array;
    return { orders: orderPairs(project, distance), distance };
  };

  it('forces the only order that a lag leaves, and makes the distance longer', () => {
    const { orders, distance } = pair(1);
    expect([orders, ...distance]).toEqual([{ open: [], forced: [{ first: 0, second: 1 }] }, 0, 3, noPath, 0]);
  });

  it('leaves the order open without a lag', () => {
    const { orders, distance } = pair(null);
    expect([orders, ...distance]).toEqual([{ open: [{ first: 0, second: 1 }], forced: [] }, 0, noPath, noPath, 0]);
  });

  it('has none where a lag sees to it already, and no answer where both orders are excluded', () => {
    expect(pair(3).orders).toEqual({ open: [], forced: [] });
    // B starts at least 1 and at most 2 after A.
    expect(pair(1, -2).orders).toBeNull();
  });
});

describe('orderPairs above 200 activities', () => {
  /** A and B as above, and 199 activities that take no time. */
  const many = (...lags: readonly (readonly [from: number, to: number, lag: number])[]) => {
    const activities = Array.from({ length: 201 }, (_, index) => ({
      modes: [{ duration: [3, 2][index] ?? 0, demands: [index < 2 ? 1 : 0] }],
      successors: lags.filter(([from]) => from === index).map(([, to, lag]) => ({ to, lag })),
    }));
    const project: ResourceProject = { activities, renewable: [1], nonRenewable: [] };
    const fixedProject = fixModes(project, allFirst(project));
    const distance = startDistances(fixedProject) as Int32Array;
    return { orders: orderPairs(fixedProject, distance), fromAToB: distance[1] };
  };

  it('forces no order, and leaves the distances', () => {
    expect(many([0, 1, 1])).toEqual({ orders: { open: [{ first: 0, second: 1 }], forced: [] }, fromAToB: 1 });
  });

  it('still has no answer where both orders are excluded', () => {
    expect(many([0, 1, 1], [1, 0, -2]).orders).toBeNull();
  });
});

describe('createState', () => {
  it('lets an activity of 4 units of time start at 0 to 3 with a horizon of 7', () => {
    const { trail, limit } = createState(proofStateOf(fixed({ durations: [4] }), 7).model);
    expect([...trail.value.subarray(0, 2), trail.depth, trail.size, limit]).toEqual([0, -3, 0, 0, 7]);
  });
});

describe('isSmall', () => {
  it('ends with 40 activities', () => {
    expect([40, 41].map((count) => isSmall({ ...two, count }))).toEqual([true, false]);
  });
});
