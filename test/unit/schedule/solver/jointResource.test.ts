import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import type { FixedProject } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { createProof } from '../../../../core/domain/schedule/solver/proof/createProof.ts';
import { createHeaviestSet } from '../../../../core/domain/schedule/solver/proof/heaviestSet.ts';
import { jointResource } from '../../../../core/domain/schedule/solver/proof/jointResource.ts';
import { drawProject } from '../../../support/fixedProjects.ts';

/** Activities of two units of time, each two of them more than a resource that only these two need. */
const threeByPairs = fixModes(
  {
    activities: [
      { modes: [{ duration: 2, demands: [2, 2, 0] }], successors: [] },
      { modes: [{ duration: 2, demands: [2, 0, 2] }], successors: [] },
      { modes: [{ duration: 2, demands: [0, 2, 2] }], successors: [] },
    ],
    renewable: [3, 3, 3],
    nonRenewable: [],
  },
  [0, 0, 0],
);

/** Every set of activities, as the bits of a number, that no resource and no pair forbids. */
function setsThatFit(project: FixedProject, isApart: (one: number, other: number) => boolean): readonly (readonly number[])[] {
  const { count, resources, demand, capacity } = project;
  return Array.from({ length: 1 << count }, (_, bits) =>
    Array.from({ length: count }, (__, activity) => activity).filter((activity) => (bits >> activity) & 1),
  ).filter(
    (set) =>
      set.every((one) => set.every((other) => one === other || !isApart(one, other))) &&
      Array.from({ length: resources }, (_, resource) => resource).every(
        (resource) => set.reduce((sum, activity) => sum + (demand[activity * resources + resource] as number), 0) <= (capacity[resource] as number),
      ),
  );
}

describe('jointResource', () => {
  it('lets three activities that exclude each other by pairs need all of it', () => {
    const joint = jointResource(threeByPairs, () => false);
    expect(joint?.units.every((units) => units >= (joint.capacity * 999) / 1000)).toBe(true);
    expect(createProof(threeByPairs, 10, { joint: true })).toMatchObject({ hasJoint: true });
  });

  it('says nothing where a single resource says as much', () => {
    const project = fixModes(
      {
        activities: [
          { modes: [{ duration: 3, demands: [1] }], successors: [] },
          { modes: [{ duration: 3, demands: [1] }], successors: [] },
        ],
        renewable: [1],
        nonRenewable: [],
      },
      [0, 0],
    );
    expect(jointResource(project, () => false)).toBeNull();
    expect(createProof(project, 10, { joint: true })).toMatchObject({ hasJoint: false });
  });

  it('is exceeded by no set that can run at the same time', () => {
    const random = createRandom(21);
    let found = 0;
    for (let each = 0; each < 600; each += 1) {
      const project = drawProject(random, 8, false);
      const apart = Array.from({ length: project.count ** 2 }, () => random() < 0.2);
      const isApart = (one: number, other: number) => apart[Math.min(one, other) * project.count + Math.max(one, other)] === true;
      const joint = jointResource(project, isApart);
      if (joint === null) continue;
      found += 1;
      const most = setsThatFit(project, isApart).reduce(
        (sum, set) =>
          Math.max(
            sum,
            set.reduce((units, activity) => units + (joint.units[activity] as number), 0),
          ),
        0,
      );
      expect(most, `case ${each}`).toBeLessThanOrEqual(joint.capacity);
      expect(most, `case ${each}`).toBeGreaterThan(joint.capacity * 0.99);
    }
    expect(found).toBeGreaterThan(100);
  });
});

describe('createHeaviestSet', () => {
  it('takes the first and the last of three activities of 2, 2 and 1 units', () => {
    const together = { count: 3, resources: 1, capacity: Int32Array.of(3), demand: Int32Array.of(2, 2, 1), isApart: new Uint8Array(9) };
    const heaviest = createHeaviestSet(together, 100);
    heaviest.find(Float64Array.of(4, 3, 2));
    expect([heaviest.weight, ...heaviest.set.subarray(0, heaviest.size)]).toEqual([6, 0, 2]);
  });

  it('finds what trying every set finds, and says when its steps are used up', () => {
    const random = createRandom(22);
    for (let each = 0; each < 500; each += 1) {
      const { count, resources, capacity, demand } = drawProject(random, 8, false);
      const isApart = new Uint8Array(count * count);
      for (let one = 0; one < count; one += 1)
        for (let other = one + 1; other < count; other += 1) if (random() < 0.2) isApart[one * count + other] = isApart[other * count + one] = 1;
      const weight = Float64Array.from({ length: count }, () => Math.floor(random() * 10));
      const heaviest = createHeaviestSet({ count, resources, capacity, demand, isApart }, 10_000);
      heaviest.find(weight);
      const project = { count, resources, capacity, demand } as FixedProject;
      const sums = setsThatFit(project, (one, other) => isApart[one * count + other] === 1).map((set) =>
        set.reduce((sum, activity) => sum + (weight[activity] as number), 0),
      );
      expect(heaviest.weight, `case ${each}`).toBe(Math.max(...sums));
      expect(heaviest.stepsLeft).toBeGreaterThanOrEqual(0);
      const stopped = createHeaviestSet({ count, resources, capacity, demand, isApart }, 0);
      stopped.find(weight);
      expect(stopped.stepsLeft).toBeLessThan(0);
    }
  });
});
