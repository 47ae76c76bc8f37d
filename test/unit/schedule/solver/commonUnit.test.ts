import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestCommonDivisor, inCommonUnit, inProjectUnits } from '../../../../core/domain/schedule/solver/commonUnit.ts';
import type { ResourceProject } from '../../../../core/domain/schedule/solver/project.ts';
import { solutionInProjectUnits, solveProject } from '../../../../core/domain/schedule/solver/solveProject.ts';
import { checkProject } from '../../../support/checkProject.ts';
import { exhaustiveProject } from '../../../support/exhaustiveProject.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';
import { lengthenProject } from '../../../support/projects/lengthenProject.ts';
import { tinyProjects } from '../../../support/tinyProjects.ts';

const inMinutes = (lag: number): ResourceProject => ({
  activities: [
    { modes: [{ duration: 480, demands: [1] }], successors: [{ to: 1, lag }] },
    { modes: [{ duration: 960, demands: [1] }], successors: [] },
  ],
  renewable: [1],
  nonRenewable: [],
});

describe('inCommonUnit', () => {
  it('counts 480 and 960 minutes with a lag of 240 as 2 and 4 with a lag of 1', () => {
    const { project, unit } = inCommonUnit(inMinutes(240));
    expect(unit).toBe(240);
    expect(project.activities.map(({ modes }) => modes[0]?.duration)).toEqual([2, 4]);
    expect(project.activities[0]?.successors).toEqual([{ to: 1, lag: 1 }]);
    expect(inCommonUnit(project)).toEqual({ project, unit: 1 });
  });

  it('looks at maximum lags too, and leaves a project without any duration as it is', () => {
    expect(inCommonUnit(inMinutes(-90)).unit).toBe(30);
    const none: ResourceProject = { activities: [{ modes: [{ duration: 0, demands: [0] }], successors: [] }], renewable: [1], nonRenewable: [] };
    expect(inCommonUnit(none)).toEqual({ project: none, unit: 1 });
  });

  it('loses nothing: by exhaustive search the shortest schedule of a longer project is as much longer', () => {
    fc.assert(
      fc.property(tinyProjects({ activities: 5, modes: 2 }), fc.integer({ min: 2, max: 500 }), (project, factor) => {
        const shortest = exhaustiveProject(project)?.makespan;
        expect(exhaustiveProject(lengthenProject(project, factor))?.makespan).toBe(shortest === undefined ? undefined : shortest * factor);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('greatestCommonDivisor', () => {
  it('of 12 and 18 is 6, with 0 the other number', () => {
    expect([greatestCommonDivisor(12, 18), greatestCommonDivisor(0, 7), greatestCommonDivisor(7, 0)]).toEqual([6, 7, 7]);
  });
});

describe('inProjectUnits and solutionInProjectUnits', () => {
  it('makes a makespan of 6 in units of 240 minutes one of 1,440, and starts of 0 and 3 starts of 0 and 720', () => {
    expect(inProjectUnits({ makespan: 6, lowerBound: 5 }, 240)).toEqual({ makespan: 1440, lowerBound: 1200 });
    const solution = { makespan: 6, lowerBound: 6, optimal: true, schedules: 7, start: [0, 3], mode: [0, 0] };
    expect(solutionInProjectUnits(solution, 240)).toEqual({ makespan: 1440, lowerBound: 1440, optimal: true, schedules: 7, start: [0, 720], mode: [0, 0] });
  });
});

describe('solveProject counts in the largest unit', () => {
  it('finds the same schedule, only longer, and tells it on the way', () => {
    const answer = (project: ResourceProject) => {
      const told: number[] = [];
      return { ...solveProject(project, { seed: 3, schedules: 60, onBetter: ({ makespan }) => told.push(makespan) }), told };
    };
    fc.assert(
      fc.property(tinyProjects({ activities: 5, modes: 2 }), fc.integer({ min: 2, max: 100_000 }), (project, factor) => {
        const [short, long] = [answer(project), answer(lengthenProject(project, factor))];
        expect(long.problems).toEqual(short.problems);
        expect(long.solution).toEqual(short.solution && solutionInProjectUnits(short.solution, factor));
        expect(long.told).toEqual(short.told.map((makespan) => makespan * factor));
        if (short.solution) expect(checkProject(project, short.solution)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('plans 60 activities counted in seconds, where each second for itself would be too many', () => {
    const days = generateProject({ activities: 60, seed: 4, networkComplexity: 1.8, resourceFactor: 0.75, resourceStrength: 0.2 });
    const { solution } = solveProject(days, { seed: 1, schedules: 50 });
    if (!solution) throw new Error('every project of this kind has a schedule');
    expect(checkProject(days, solution)).toEqual([]);
    expect(solveProject(lengthenProject(days, 86_400), { seed: 1, schedules: 50 }).solution).toEqual(solutionInProjectUnits(solution, 86_400));
  });
});
