import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { solveProject } from '../../../core/domain/schedule/solver/solveProject.ts';
import { checkProject } from '../../support/checkProject.ts';
import { exhaustiveProject } from '../../support/exhaustiveProject.ts';
import { tinyProjects } from '../../support/tinyProjects.ts';

/** Two activities in a row, each with a fast and a slow mode, and a third that must start at most 4 after the first. */
const project: ResourceProject = {
  activities: [
    {
      modes: [
        { duration: 2, demands: [1, 5] },
        { duration: 4, demands: [1, 1] },
      ],
      successors: [{ to: 1, lag: 'afterFinish' }],
    },
    {
      modes: [
        { duration: 2, demands: [1, 5] },
        { duration: 4, demands: [1, 1] },
      ],
      successors: [],
    },
    { modes: [{ duration: 1, demands: [1, 0] }], successors: [{ to: 0, lag: -4 }] },
  ],
  renewable: [1],
  nonRenewable: [6],
};

describe('checkProject', () => {
  // mode 0 then mode 1, and c between them:  a a c b b b b
  it('finds nothing in a schedule that keeps the rules', () => {
    expect(checkProject(project, { makespan: 7, start: [0, 3, 2], mode: [0, 1, 0] })).toEqual([]);
  });

  it.each([
    ['a lag', { makespan: 7, start: [0, 1, 2], mode: [0, 1, 0] }, 'activity 1 at 1 breaks lag 2 from activity 0 at 0'],
    ['a maximum lag', { makespan: 7, start: [0, 2, 6], mode: [0, 1, 0] }, 'activity 0 at 0 breaks lag -4 from activity 2 at 6'],
    ['a capacity', { makespan: 6, start: [0, 2, 2], mode: [0, 1, 0] }, 'resource 0 at 2: 2 of 1 units'],
    ['a budget', { makespan: 5, start: [0, 3, 2], mode: [0, 0, 0] }, 'resource 0 of the whole project: 10 of 6 units'],
    ['the makespan', { makespan: 6, start: [0, 3, 2], mode: [0, 1, 0] }, 'makespan 6 instead of 7'],
    ['a start before 0', { makespan: 6, start: [-1, 2, 1], mode: [0, 1, 0] }, 'activity 0 starts at -1'],
    ['half a unit of time', { makespan: 7.5, start: [0, 3.5, 2], mode: [0, 1, 0] }, 'activity 1 starts at 3.5'],
    ['a mode', { makespan: 7, start: [0, 3, 2], mode: [0, 2, 0] }, 'activity 1 has no mode 2'],
    ['the number of starts', { makespan: 7, start: [0, 3], mode: [0, 1, 0] }, '2 starts and 3 modes for 3 activities'],
  ])('finds %s', (_what, answer, sentence) => {
    expect(checkProject(project, answer)).toContain(sentence);
  });
});

/** Every choice of modes with every start on the grid: slower, and written differently on purpose. */
function byGrid(project: ResourceProject, horizon: number): number | null {
  const { activities } = project;
  let best: number | null = null;
  const start: number[] = [];
  const mode: number[] = [];
  const place = (index: number): void => {
    if (index === activities.length) {
      const makespan = Math.max(...activities.map(({ modes }, activity) => (start[activity] as number) + (modes[mode[activity] as number]?.duration ?? 0)));
      if ((best === null || makespan < best) && checkProject(project, { makespan, start, mode }).length === 0) best = makespan;
      return;
    }
    for (const choice of activities[index]?.modes.keys() ?? []) {
      for (let at = 0; at <= horizon; at += 1) {
        start[index] = at;
        mode[index] = choice;
        place(index + 1);
      }
    }
  };
  place(0);
  return best;
}

describe('exhaustiveProject', () => {
  it('finds the optimum with modes, a budget and a maximum lag', () => {
    expect(exhaustiveProject(project)).toEqual({ makespan: 7, start: expect.any(Array), mode: expect.any(Array) });
  });

  it('finds none where lags and resources contradict each other', () => {
    const single = (duration: number, to: number, lag: number) => ({ modes: [{ duration, demands: [1] }], successors: [{ to, lag }] });
    expect(exhaustiveProject({ activities: [single(3, 1, 0), single(3, 0, -2)], renewable: [1], nonRenewable: [] })).toBeNull();
    expect(exhaustiveProject({ activities: [single(3, 1, 0), single(3, 0, -3)], renewable: [1], nonRenewable: [] })?.makespan).toBe(6);
  });

  it('agrees with every start on a grid', () => {
    fc.assert(
      fc.property(tinyProjects({ activities: 3, modes: 2 }), (drawn) => {
        const found = exhaustiveProject(drawn);
        // Three activities of at most 4 units with lags of at most 5 never need to start after 10.
        expect(found?.makespan ?? null).toBe(byGrid(drawn, 10));
        if (found) expect(checkProject(drawn, found)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('solveProject beside every schedule', () => {
  it('is never better than the optimum, and right where it says that it is the optimum or that there is none', () => {
    fc.assert(
      fc.property(
        fc.oneof(tinyProjects({ activities: 6, modes: 1 }), tinyProjects({ activities: 6, modes: 2 })),
        fc.nat(100),
        fc.boolean(),
        (drawn, seed, isTimed) => {
          const optimum = exhaustiveProject(drawn);
          // A limit of time searches and proves in turns; this clock goes on with every look at it.
          let looks = 0;
          const limit = isTimed ? { schedules: Number.MAX_SAFE_INTEGER, spent: () => looks++ / 100 } : { schedules: 30 };
          const { solution, problems } = solveProject(drawn, { ...limit, seed });
          if (!solution) {
            const isProven = problems.some(({ messageKey }) => !/projectNoSchedule|projectCircleModes/.test(messageKey));
            if (isProven) expect(optimum).toBeNull();
            return;
          }
          expect(checkProject(drawn, solution)).toEqual([]);
          expect(solution.lowerBound).toBeLessThanOrEqual(optimum?.makespan ?? -1);
          expect(solution.makespan).toBeGreaterThanOrEqual(optimum?.makespan ?? Number.POSITIVE_INFINITY);
          if (solution.optimal) expect(solution.makespan).toBe(optimum?.makespan);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
