import { describe, expect, it } from 'vitest';
import type { ResourceProject } from '../../../../core/domain/schedule/solver/project.ts';
import { projectSchedule } from '../../../../core/domain/schedule/solver/projectSchedule.ts';

/** A before B, which starts at most `most` after A; B and C need the only unit of a resource. */
const project = (most: number): ResourceProject => ({
  activities: [
    { modes: [{ duration: 2, demands: [0] }], successors: [{ to: 1, lag: 'afterFinish' }] },
    { modes: [{ duration: 2, demands: [1] }], successors: [{ to: 0, lag: -most }] },
    { modes: [{ duration: 3, demands: [1] }], successors: [] },
  ],
  renewable: [1],
  nonRenewable: [],
});
const first = [0, 0, 0];
const priority = { shortFirst: [1, 2, 3], longFirst: [2, 3, 1] };

describe('projectSchedule', () => {
  it('moves an activity later that stands too early for a maximum lag', () => {
    expect(projectSchedule(project(2), first, priority.longFirst, true)).toEqual([1, 3, 0]);
    expect(projectSchedule(project(3), first, priority.longFirst, true)).toEqual([0, 3, 0]);
  });

  it('goes by the priorities', () => {
    expect(projectSchedule(project(2), first, priority.shortFirst, true)).toEqual([0, 2, 4]);
  });

  it('gives up where the lags contradict each other', () => {
    expect(projectSchedule(project(1), first, priority.longFirst, true)).toBeNull();
  });
});
