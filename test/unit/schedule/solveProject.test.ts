import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectActivity, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import { solveProject } from '../../../core/domain/schedule/solver/solveProject.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { checkProject } from '../../support/checkProject.ts';

const activity = (duration: number, demands: readonly number[], ...successors: readonly (readonly [number, number | 'afterFinish'])[]): ProjectActivity => ({
  modes: [{ duration, demands }],
  successors: successors.map(([to, lag]) => ({ to, lag })),
});

describe('solveProject', () => {
  // one unit:  a a a b b b
  it('puts two activities that need the same unit behind each other', () => {
    const project = {
      activities: [activity(0, [0], [1, 'afterFinish'], [2, 'afterFinish']), activity(3, [1]), activity(3, [1])],
      renewable: [1],
      nonRenewable: [],
    };
    const { solution } = solveProject(project, { schedules: 10, seed: 1 });
    expect(solution).toEqual({ makespan: 6, lowerBound: 6, optimal: true, schedules: 1, start: [0, 0, 3], mode: [0, 0, 0] });
  });

  it('takes the slow mode where the fast one would use up what is there for the whole project', () => {
    const modes = [
      { duration: 2, demands: [1, 5] },
      { duration: 4, demands: [1, 1] },
    ];
    const project: ResourceProject = {
      activities: [
        { modes, successors: [{ to: 1, lag: 'afterFinish' }] },
        { modes, successors: [] },
      ],
      renewable: [1],
      nonRenewable: [6],
    };
    const { solution } = solveProject(project, { schedules: 50, seed: 1 });
    expect(solution?.makespan).toBe(6);
    expect(solution && checkProject(project, solution)).toEqual([]);
  });

  // b may start at most 1 after a; the unit is held by x for 5 on the first list: a must wait with b.
  it('keeps a maximum lag by moving the earlier activity later', () => {
    const project = { activities: [activity(1, [0], [1, 1]), activity(2, [1], [0, -1]), activity(5, [1])], renewable: [1], nonRenewable: [] };
    const { solution } = solveProject(project, { schedules: 50, seed: 1 });
    expect(solution && checkProject(project, solution)).toEqual([]);
  });

  it('gives a problem for a circle, for a demand above capacity and for contradicting lags', () => {
    const key = (project: ResourceProject) => solveProject(project, { schedules: 5, seed: 1 }).problems.map((problem) => problem.messageKey);
    expect(key({ activities: [activity(1, [0], [1, 'afterFinish']), activity(1, [0], [0, 'afterFinish'])], renewable: [1], nonRenewable: [] })).toEqual([
      'schedule.problem.projectCircle',
    ]);
    expect(key({ activities: [activity(1, [2])], renewable: [1], nonRenewable: [] })).toEqual(['schedule.problem.projectDemand']);
    expect(key({ activities: [activity(1, [0], [1, 5]), activity(1, [0], [0, -3])], renewable: [1], nonRenewable: [] })).toEqual([
      'schedule.problem.projectCircle',
    ]);
    expect(key({ activities: [{ modes: [{ duration: 1, demands: [0, 3] }], successors: [] }], renewable: [1], nonRenewable: [2] })).toEqual([
      'schedule.problem.projectImpossible',
    ]);
  });

  it('refuses more units of time than it can keep, and says how many there are', () => {
    const long = 2_000_000;
    const activities = [activity(long, [1]), activity(long, [1]), activity(194_303, [1]), activity(1, [1])];
    const project: ResourceProject = { activities, renewable: [2], nonRenewable: [] };
    expect(solveProject(project, { schedules: 2, seed: 1 }).solution?.makespan).toBe(2_194_303);
    const refused = { messageKey: 'schedule.problem.projectTooLong', params: { found: 4_194_305, limit: 4_194_304 } };
    const longer = { ...project, activities: [...activities, activity(1, [1])] };
    expect(solveProject(longer, { schedules: 2, seed: 1 })).toMatchObject({ solution: null, problems: [refused] });
    // A maximum lag needs no time, however large it is.
    const maximumLag = { ...project, activities: [activity(1, [2], [1, -1_000_000_000]), activity(1, [2])] };
    expect(solveProject(maximumLag, { schedules: 2, seed: 1 }).solution?.makespan).toBe(2);
  });

  it('stops when told to, after its first schedule of six passes, and after one pass where one is all', () => {
    const project = { activities: [activity(3, [1]), activity(3, [1]), activity(2, [1])], renewable: [2], nonRenewable: [] };
    expect(solveProject(project, { schedules: 1000, seed: 1, shouldStop: () => true }).solution?.schedules).toBe(6);
    expect(solveProject(project, { schedules: 1, seed: 1 }).solution?.schedules).toBe(1);
  });

  it('keeps the rules on any project, not below its bound, the same for the same seed', () => {
    const drawn = fc.record({ duration: fc.nat(9), demand: fc.tuple(fc.nat(4), fc.nat(4)), links: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 20 }), fc.nat(1000), (list, seed) => {
        const activities = list.map(
          (each, index): ProjectActivity =>
            activity(
              each.duration,
              each.demand,
              ...each.links.filter((step) => index + step < list.length).map((step) => [index + step, 'afterFinish'] as const),
            ),
        );
        const project = { activities, renewable: [4, 5], nonRenewable: [] };
        const { solution } = solveProject(project, { schedules: 20, seed });
        if (!solution) throw new Error('every project of this kind has a schedule');
        expect(checkProject(project, solution)).toEqual([]);
        expect(solution.lowerBound).toBeLessThanOrEqual(solution.makespan);
        expect(solveProject(project, { schedules: 20, seed }).solution).toEqual(solution);
      }),
      { numRuns: 200 },
    );
  });

  it('draws the same numbers on every machine', () => {
    const random = createRandom(1);
    expect([random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478]);
  });
});

const psplib = join(import.meta.dirname, '../../../../shared/psplib');

describe.skipIf(!existsSync(psplib))('solveProject on published projects', () => {
  const column = (file: string, name: string) => {
    const [head, ...rows] = readFileSync(join(psplib, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((row) => row.split(','));
    return new Map(rows.map((row) => [row[0] as string, Number(row[head?.indexOf(name) ?? -1])]));
  };
  const cases = (folder: string, ending: string, best: ReadonlyMap<string, number>, step: number) =>
    readdirSync(join(psplib, folder))
      .filter((name) => name.endsWith(ending))
      .filter((_, index) => index % step === 0)
      .map((name) => {
        const project = readProject(name, readFileSync(join(psplib, folder, name), 'utf8'));
        if (!('activities' in project)) throw new Error(`${name} was not read`);
        return { name, project, best: best.get(name.replace(ending, '')) ?? best.get(name) ?? Number.NaN };
      });

  it.each([
    ['j30', '.sm', 'bounds.csv', 'ub', 20, 1.06],
    ['j60', '.sm', 'bounds.csv', 'ub', 20, 1.06],
    ['mm/j10', '.mm', 'mm/optimum.csv', 'ub', 20, 1.25],
  ] as const)('%s: every schedule keeps the rules, none beats the best known, the mean is near it', (folder, ending, file, name, step, most) => {
    let ratio = 0;
    const list = cases(folder, ending, column(file, name), step);
    for (const each of list) {
      const { solution } = solveProject(each.project, { schedules: 200, seed: 1 });
      if (!solution) throw new Error(`${each.name} has no schedule`);
      expect(checkProject(each.project, solution), each.name).toEqual([]);
      expect(solution.makespan, each.name).toBeGreaterThanOrEqual(each.best);
      expect(solution.lowerBound, each.name).toBeLessThanOrEqual(each.best);
      ratio += solution.makespan / each.best / list.length;
    }
    expect(list.length).toBeGreaterThan(20);
    expect(ratio).toBeLessThan(most);
  });

  it('rcpsp-max: answers with a schedule that keeps its maximum lags or with a problem, and never schedules the impossible', () => {
    const best = column('rcpsp-max/testset_ubo10.csv', 'optimum');
    let solved = 0;
    for (const each of cases('rcpsp-max/ubo10', '.sch', best, 3)) {
      const { solution, problems } = solveProject(each.project, { schedules: 20, seed: 1 });
      if (!solution) {
        expect(problems.length).toBe(1);
        continue;
      }
      solved += 1;
      expect(checkProject(each.project, solution), each.name).toEqual([]);
      expect(solution.makespan, each.name).toBeGreaterThanOrEqual(each.best);
      expect(solution.lowerBound, each.name).toBeLessThanOrEqual(each.best);
    }
    expect(solved).toBeGreaterThan(10);
  });
});
