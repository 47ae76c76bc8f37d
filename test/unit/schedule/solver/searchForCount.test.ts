import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareProject } from '../../../../core/domain/schedule/solver/prepareProject.ts';
import type { ResourceProject } from '../../../../core/domain/schedule/solver/project.ts';
import { searchForCount } from '../../../../core/domain/schedule/solver/searchForCount.ts';
import { exhaustiveProject } from '../../../support/exhaustiveProject.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';
import { listable } from '../../../support/projects/listableProjects.ts';

/** Its schedules of lists, with the simple bound that they begin with. */
function prepared(project: ResourceProject) {
  const found = prepareProject(project);
  if (found.kind !== 'lists') throw new Error(`of kind ${found.kind}`);
  return found;
}

const alone = (duration: number, ...demands: number[]) => ({ modes: [{ duration, demands }], successors: [] });

describe('searchForCount', () => {
  it('is done after one pass where the schedule is as short as the bound', () => {
    const { fixed, lowerBound } = prepared({ activities: [alone(3, 1), alone(3, 1)], renewable: [1], nonRenewable: [] });
    const answer = searchForCount(fixed, lowerBound, { seed: 1, schedules: 1000 });
    expect([answer.found.makespan, answer.lowerBound, answer.passes]).toEqual([6, 6, 1]);
  });

  it('finds and proves the optimum of exhaustive search', () => {
    fc.assert(
      fc.property(listable, fc.nat(100), (project, seed) => {
        const { fixed, lowerBound } = prepared(project);
        const answer = searchForCount(fixed, lowerBound, { seed, schedules: 4000 });
        const optimum = exhaustiveProject(project)?.makespan;
        expect([answer.found.makespan, answer.lowerBound]).toEqual([optimum, optimum]);
      }),
      { numRuns: 500 },
    );
  });

  it('proves more with more conflicts, never makes more passes than it may, and is the same again', () => {
    const { fixed, lowerBound } = prepared(generateProject({ activities: 30, seed: 4, networkComplexity: 1.8, resourceFactor: 0.75, resourceStrength: 0.2 }));
    const of = (conflicts: number | undefined) => {
      const told: number[] = [];
      const { found, passes, ...rest } = searchForCount(fixed, lowerBound, {
        seed: 1,
        schedules: 5000,
        ...(conflicts === undefined ? {} : { conflicts }),
        onBetter: ({ makespan }) => told.push(makespan),
      });
      expect(told).toEqual([...new Set(told)].sort((one, other) => other - one));
      expect(told.at(-1)).toBe(found.makespan);
      expect(passes).toBeLessThanOrEqual(5000);
      return { makespan: found.makespan, start: [...found.start], passes, bound: rest.lowerBound };
    };
    const [without, usual, many] = [of(0), of(undefined), of(100_000)];
    expect(without.passes).toBe(5000);
    expect(without.bound).toBeLessThan(many.bound);
    expect(usual.bound).toBeGreaterThanOrEqual(without.bound);
    expect(many.bound).toBe(many.makespan);
    expect(many.makespan).toBeLessThanOrEqual(without.makespan);
    expect(of(undefined)).toEqual(usual);
  });

  it('ends when it is told to, with a schedule', () => {
    const { fixed, lowerBound } = prepared(generateProject({ activities: 30, seed: 4, networkComplexity: 1.8, resourceFactor: 0.75, resourceStrength: 0.2 }));
    const answer = searchForCount(fixed, lowerBound, { seed: 1, schedules: 100_000, shouldStop: () => true });
    expect(answer.passes).toBeLessThan(50);
    expect(answer.found.makespan).toBeGreaterThanOrEqual(answer.lowerBound);
  });
});
