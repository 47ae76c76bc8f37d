import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { solveProject } from '../../../core/domain/schedule/solver/solveProject.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { checkProject } from '../../support/checkProject.ts';
import { generateLayeredProject } from '../../support/projects/generateLayeredProject.ts';
import { generateNetwork } from '../../support/projects/generateNetwork.ts';
import { generateOrderedProject } from '../../support/projects/generateOrderedProject.ts';
import { generateStackedProject } from '../../support/projects/generateStackedProject.ts';
import { generateProject } from '../../support/projects/generateProject.ts';
import { writeProject } from '../../support/projects/writeProject.ts';
import { tinyProjects } from '../../support/tinyProjects.ts';

const shape = { activities: 60, networkComplexity: 1.8, resourceFactor: 0.5, resourceStrength: 0.2, seed: 7 };
const realOf = (project: ResourceProject) => project.activities.slice(1, -1);

describe('generateProject', () => {
  it('gives the same project for the same seed and another one for another seed', () => {
    expect(generateProject(shape)).toEqual(generateProject(shape));
    expect(generateProject({ ...shape, seed: 8 })).not.toEqual(generateProject(shape));
  });

  it.each([1.5, 1.8, 2.1])('reaches network complexity %d', (networkComplexity) => {
    const { activities } = generateProject({ ...shape, activities: 120, networkComplexity });
    const arcs = activities.reduce((sum, { successors }) => sum + successors.length, 0);
    expect(arcs / activities.length).toBeCloseTo(networkComplexity, 1);
    expect(activities[0]?.successors.length).toBe(3);
    expect(activities.filter(({ successors }) => successors.some(({ to }) => to === activities.length - 1)).length).toBe(3);
  });

  it.each([0.25, 0.5, 0.75, 1])('reaches resource factor %d, with durations and demands from 1 to 10', (resourceFactor) => {
    const modes = realOf(generateProject({ ...shape, resourceFactor })).flatMap((activity) => activity.modes);
    const used = modes.flatMap(({ demands }) => demands.filter((demand) => demand > 0));
    expect(used.length).toBe(resourceFactor * 60 * 4);
    for (const { duration, demands } of modes) {
      expect(duration).toBeGreaterThanOrEqual(1);
      expect(duration).toBeLessThanOrEqual(10);
      expect(demands.some((demand) => demand > 0)).toBe(true);
    }
    expect(Math.max(...used)).toBeLessThanOrEqual(10);
  });

  it('has the smallest possible capacities at strength 0 and never binding ones at strength 1', () => {
    const least = generateProject({ ...shape, resourceStrength: 0 });
    expect(least.renewable).toEqual([0, 1, 2, 3].map((resource) => Math.max(...least.activities.map(({ modes }) => modes[0]?.demands[resource] ?? 0))));
    const free = generateProject({ ...shape, resourceStrength: 1 });
    const { solution } = solveProject(free, { schedules: 1, seed: 1 });
    expect(solution?.makespan).toBe(solveProject({ ...free, renewable: [9999, 9999, 9999, 9999] }, { schedules: 1, seed: 1 }).solution?.makespan);
  });

  it('with maximum lags has start-to-start and negative lags', () => {
    const lags = generateProject({ ...shape, maximumLags: 0.2 }).activities.flatMap(({ successors }) => successors.map(({ lag }) => lag));
    expect(lags.filter((lag) => lag !== 'afterFinish' && lag < 0).length).toBe(12);
    expect(lags.some((lag) => lag !== 'afterFinish' && lag > 0)).toBe(true);
  });
});

describe('generateNetwork', () => {
  it('has no redundant arc and no activity without a way from the start', () => {
    const count = 40;
    const { arcs, reaches } = generateNetwork(count, 76, createRandom(3));
    expect(arcs.length).toBe(76);
    for (const [from, to] of arcs) {
      const others = arcs.filter(([first, last]) => first === from && last !== to);
      expect(others.some(([, last]) => reaches[last * count + to] === 1)).toBe(false);
    }
    expect(new Set(arcs.map(([, to]) => to)).size).toBe(count - 3);
    expect(new Set(arcs.map(([from]) => from)).size).toBe(count - 3);
  });
});

describe('generateOrderedProject', () => {
  it('reaches its order strength, use and constrainedness', () => {
    const { activities, renewable } = generateOrderedProject({
      activities: 80,
      orderStrength: 0.5,
      levels: 7,
      resourceUse: 2,
      resourceConstrainedness: 0.4,
      seed: 1,
    });
    const after = activities.map(() => new Set<number>());
    for (const index of [...activities.keys()].reverse())
      for (const { to } of activities[index]?.successors ?? []) for (const each of [to, ...(after[to] ?? [])]) after[index]?.add(each);
    const chain = activities.map(() => 0);
    for (const [index, { successors }] of activities.entries()) for (const { to } of successors) chain[to] = Math.max(chain[to] ?? 0, (chain[index] ?? 0) + 1);
    expect(Math.max(...chain.slice(1, -1))).toBe(7);
    const pairs = after.slice(1, -1).reduce((sum, followers) => sum + followers.size - 1, 0);
    expect(pairs / ((80 * 79) / 2)).toBeCloseTo(0.5, 1);
    const demands = activities.slice(1, -1).flatMap(({ modes }) => modes[0]?.demands.filter((demand) => demand > 0) ?? []);
    expect(demands.length).toBe(160);
    const users = renewable.map((_, resource) => activities.filter(({ modes }) => (modes[0]?.demands[resource] ?? 0) > 0).length);
    expect(Math.max(...users) - Math.min(...users)).toBeLessThanOrEqual(2);
    expect(demands.reduce((sum, demand) => sum + demand, 0) / demands.length / (renewable[0] ?? 0)).toBeCloseTo(0.4, 1);
  });
});

describe('generateLayeredProject', () => {
  it('has 5,000 activities, and work that takes somewhat longer than the critical path', () => {
    const project = generateLayeredProject({ projects: 42, layers: 8, seed: 1 });
    expect(project.activities.length).toBeGreaterThan(5000);
    const { solution: free } = solveProject({ ...project, renewable: project.renewable.map(() => 1e6) }, { schedules: 1, seed: 1 });
    const criticalPath = free?.makespan ?? 0;
    expect(criticalPath).toBeGreaterThan(600);
    for (const [resource, capacity] of project.renewable.entries()) {
      const work = project.activities.reduce((sum, { modes: [mode] }) => sum + (mode?.duration ?? 0) * (mode?.demands[resource] ?? 0), 0);
      expect(work / capacity / criticalPath).toBeGreaterThan(1.05);
      expect(work / capacity / criticalPath).toBeLessThanOrEqual(1.1);
    }
    const { solution } = solveProject(project, { schedules: 1, seed: 1 });
    expect(solution && checkProject(project, solution)).toEqual([]);
  });

  it('gives all resources the capacity of the busiest one, where loads are to differ as drawn', () => {
    const shape = { projects: 6, layers: 3, seed: 1 };
    const [even, drawn] = [generateLayeredProject(shape), generateLayeredProject({ ...shape, hasSameCapacities: true })];
    expect(new Set(even.renewable).size).toBeGreaterThan(1);
    expect(drawn).toEqual({ ...even, renewable: even.renewable.map(() => Math.max(...even.renewable)) });
  });

  it('lets each project follow the one at its place in the layer before, where it is chained', () => {
    const { activities } = generateLayeredProject({ projects: 6, layers: 3, seed: 1, isChained: true, workToPath: 1.3 });
    const firstOf = (project: number) => 1 + (119 + 2) * project;
    const followers = [0, 1, 2, 3, 4, 5].map((project) => activities[firstOf(project + 1) - 1]?.successors.map(({ to }) => to));
    const sink = activities.length - 1;
    expect(followers).toEqual([[sink, firstOf(2)], [sink, firstOf(3)], [sink, firstOf(4)], [sink, firstOf(5)], [sink], [sink]]); // biome-ignore format: one layer after the other
    expect(activities[0]?.successors.map(({ to }) => to)).toEqual([firstOf(0), firstOf(1)]);
  });
});

describe('generateStackedProject', () => {
  it('has the layers, the links and the work that its shape says', () => {
    const project = generateStackedProject({ activities: 400, layers: 8, workToPath: 1.5, seed: 1 });
    expect(project.activities).toHaveLength(402);
    const before = project.activities.map(() => 0);
    for (const [from, { successors }] of project.activities.entries()) {
      for (const { to } of successors) {
        if (to === 401) continue;
        before[to] = (before[to] as number) + 1;
        expect(Math.floor((to - 1) / 50)).toBe(from === 0 ? 0 : Math.floor((from - 1) / 50) + 1);
      }
    }
    expect(new Set(before.slice(51, 401))).toEqual(new Set([1, 2, 3]));
    const { solution: free } = solveProject({ ...project, renewable: project.renewable.map(() => 1e6) }, { schedules: 1, seed: 1 });
    for (const [resource, capacity] of project.renewable.entries()) {
      const work = project.activities.reduce((sum, { modes: [mode] }) => sum + (mode?.duration ?? 0) * (mode?.demands[resource] ?? 0), 0);
      expect(work / capacity / (free?.makespan ?? 0)).toBeGreaterThan(1.45);
      expect(work / capacity / (free?.makespan ?? 0)).toBeLessThanOrEqual(1.5);
    }
    const { solution } = solveProject(project, { schedules: 10, seed: 1 });
    expect(solution && checkProject(project, solution)).toEqual([]);
  });
});

/** The reader gives every lag of a `.sch` as a number. */
const asNumbers = ({ activities, ...rest }: ResourceProject): ResourceProject => ({
  ...rest,
  activities: activities.map(({ modes, successors }) => ({
    modes,
    successors: successors.map(({ to, lag }) => ({ to, lag: lag === 'afterFinish' ? (modes[0]?.duration ?? 0) : lag })),
  })),
});

describe('writeProject', () => {
  it('writes what the reader reads: .sm', () => {
    const project = generateProject(shape);
    const { ending, text } = writeProject(project);
    expect(ending).toBe('sm');
    expect(readProject('made.sm', text)).toEqual(project);
  });

  it('writes what the reader reads: .sch', () => {
    const project = generateProject({ ...shape, maximumLags: 0.1 });
    const { ending, text } = writeProject(project);
    expect(ending).toBe('sch');
    expect(readProject('made.sch', text)).toEqual(asNumbers(project));
  });

  it('writes what the reader reads: .mm', () => {
    fc.assert(
      fc.property(tinyProjects({ activities: 6, modes: 3 }), (drawn) => {
        const project = {
          ...drawn,
          activities: drawn.activities.map(({ modes, successors }) => ({
            modes,
            successors: successors.map(({ to }) => ({ to, lag: 'afterFinish' as const })),
          })),
        };
        const { ending, text } = writeProject(project);
        expect(ending).toBe('mm');
        expect(readProject('made.mm', text)).toEqual(project);
      }),
      { numRuns: 100 },
    );
  });
});
