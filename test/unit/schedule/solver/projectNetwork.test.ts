import { describe, expect, it } from 'vitest';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../../../core/domain/schedule/solver/project.ts';
import { latestStarts, projectBound, topologicalOrder } from '../../../../core/domain/schedule/solver/projectNetwork.ts';

const activity = (duration: number, ...successors: readonly ProjectLink[]): ProjectActivity => ({ modes: [{ duration, demands: [] }], successors });
const then = (to: number): ProjectLink => ({ to, lag: 'afterFinish' });
const project = (...activities: readonly ProjectActivity[]): ResourceProject => ({ activities, renewable: [], nonRenewable: [] });

describe('topologicalOrder', () => {
  it('puts predecessors first, whatever their numbers and whatever maximum lags say', () => {
    expect(topologicalOrder(project(activity(1), activity(1, then(0)), activity(1, then(1))))).toEqual([2, 1, 0]);
    expect(topologicalOrder(project(activity(1, { to: 2, lag: -9 }), activity(1, then(0)), activity(1, then(1))))).toEqual([2, 1, 0]);
  });

  it('has no answer for a circle', () => {
    expect(topologicalOrder(project(activity(1, then(2)), activity(1, then(0)), activity(1, then(1))))).toBeNull();
  });
});

describe('latestStarts', () => {
  it('counts back from the finish', () => {
    const here = project(activity(2, then(2)), activity(4), activity(3));
    expect(latestStarts(here, topologicalOrder(here) as readonly number[], [0, 0, 0])).toEqual([-5, -4, -3]);
  });
});

describe('projectBound', () => {
  it('adds what must come before and behind to the work of a resource', () => {
    const between: ProjectActivity = { modes: [{ duration: 2, demands: [1] }, { duration: 1, demands: [2] }], successors: [then(4)] }; // biome-ignore format: two modes
    const here = { ...project(activity(1, then(1), then(2), then(3)), between, between, between, activity(1)), renewable: [2] };
    const order = topologicalOrder(here) as readonly number[];
    expect(projectBound(here, order)).toBe(5);
    expect(projectBound({ ...here, renewable: [99] }, order)).toBe(3);
  });
});
