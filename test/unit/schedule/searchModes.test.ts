import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { searchModes } from '../../../core/domain/schedule/solver/modes/searchModes.ts';
import type { ModeSchedule } from '../../../core/domain/schedule/solver/modes/searchModes.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { drawModeProject } from '../../support/drawModeProject.ts';
import { exhaustiveModes } from '../../support/exhaustiveModes.ts';
import { generateModes } from '../../support/generateModes.ts';

const published = join(import.meta.dirname, '../../../../shared/psplib/mm');

/** First violation of the rules, time unit by time unit; null for a schedule that keeps them. */
function violation(project: ResourceProject, { start, mode, makespan }: ModeSchedule): string | null {
  const chosen = project.activities.map((activity, index) => activity.modes[mode[index] ?? -1] ?? { duration: Number.NaN, demands: [] });
  const finish = chosen.map(({ duration }, index) => (start[index] ?? Number.NaN) + duration);
  if (Math.max(0, ...finish) !== makespan) return `makespan ${makespan} instead of ${Math.max(0, ...finish)}`;
  for (const [index, { successors }] of project.activities.entries()) {
    const from = start[index] ?? Number.NaN;
    if (!Number.isInteger(from) || from < 0) return `start of ${index}`;
    for (const { to, lag } of successors) {
      const earliest = lag === 'afterFinish' ? (finish[index] ?? Number.NaN) : from + lag;
      if (!((start[to] ?? Number.NaN) >= earliest)) return `link ${index} to ${to}`;
    }
  }
  for (const [resource, capacity] of project.renewable.entries()) {
    const load = new Map<number, number>();
    for (const [index, { demands }] of chosen.entries())
      for (let time = start[index] ?? 0; time < (finish[index] ?? 0); time += 1) load.set(time, (load.get(time) ?? 0) + (demands[resource] ?? 0));
    for (const [time, units] of load) if (units > capacity) return `resource ${resource} at ${time}`;
  }
  for (const [budget, limit] of project.nonRenewable.entries()) {
    const units = chosen.reduce((sum, { demands }) => sum + (demands[project.renewable.length + budget] ?? 0), 0);
    if (units > limit) return `budget ${budget}`;
  }
  return null;
}

describe('searchModes', () => {
  const fastOrCheap = [
    { duration: 2, demands: [1, 5] },
    { duration: 4, demands: [1, 1] },
  ];
  const behindEachOther = (budget: number): ResourceProject => ({
    activities: [
      { modes: fastOrCheap, successors: [{ to: 1, lag: 'afterFinish' }] },
      { modes: fastOrCheap, successors: [] },
    ],
    renewable: [1],
    nonRenewable: [budget],
  });

  it('takes one fast and one cheap mode where the budget allows one fast one', () => {
    const solution = searchModes(behindEachOther(6), { seed: 1, schedules: 100 });
    expect(solution).toMatchObject({ makespan: 6, lowerBound: 6, isOptimal: true });
  });

  it('says that a budget below every choice is impossible', () => {
    expect(searchModes(behindEachOther(1), { seed: 1, schedules: 100 })).toEqual({ impossible: true });
  });

  it('proves that two budgets cannot be kept together though each of them can', () => {
    const modes = [
      { duration: 1, demands: [0, 2, 0] },
      { duration: 1, demands: [0, 0, 2] },
    ];
    const activities = Array.from({ length: 3 }, () => ({ modes, successors: [] }));
    expect(searchModes({ activities, renewable: [1], nonRenewable: [2, 2] }, { seed: 1, schedules: 100 })).toEqual({ impossible: true });
  });

  it.each([1, 1001, 2001])('finds and proves the optimum of 1,000 small projects from seed %i on, and says which have none', (firstSeed) => {
    const wrong: string[] = [];
    let impossible = 0;
    for (let seed = firstSeed; seed < firstSeed + 1000; seed += 1) {
      const project = drawModeProject(seed);
      const optimum = exhaustiveModes(project);
      const solution = searchModes(project, { seed, schedules: 20_000 });
      if (optimum === null) impossible += 1;
      if (solution === null || 'impossible' in solution) {
        if (optimum !== null || solution === null) wrong.push(`${seed}: nothing instead of ${optimum}`);
      } else if (solution.makespan !== optimum || !solution.isOptimal || solution.lowerBound !== optimum || violation(project, solution) !== null)
        wrong.push(`${seed}: ${solution.makespan} (${solution.lowerBound}) instead of ${optimum}, ${violation(project, solution)}`);
    }
    expect(wrong).toEqual([]);
    expect(impossible).toBeGreaterThan(30);
  });

  it.each([100_000, 10 ** 11])('proves the same optimum where budgets and what they are spent on are %i times as large', (times) => {
    // What is left of a division makes no difference, but it leaves choices that exceed a budget by hardly anything.
    const larger = (project: ResourceProject): ResourceProject => ({
      ...project,
      activities: project.activities.map(({ modes, successors }) => ({
        successors,
        modes: modes.map(({ duration, demands }) => ({
          duration,
          demands: demands.map((units, place) => (place < project.renewable.length ? units : units * times)),
        })),
      })),
      nonRenewable: project.nonRenewable.map((units) => units * times + times - 1),
    });
    for (let seed = 1; seed <= 500; seed += 1) {
      const project = drawModeProject(seed);
      const optimum = exhaustiveModes(project);
      const solution = searchModes(larger(project), { seed, schedules: 20_000 });
      expect(solution, `seed ${seed}`).toMatchObject(optimum === null ? { impossible: true } : { makespan: optimum, lowerBound: optimum, isOptimal: true });
    }
  });

  it('proves the optimum where times are long and states of a proof need much memory', () => {
    const modes = (...each: readonly (readonly [duration: number, units: number])[]) => each.map(([duration, units]) => ({ duration, demands: [units] }));
    const leadTo = (...others: readonly number[]) => others.map((to) => ({ to, lag: 'afterFinish' as const }));
    const activities = [
      { successors: leadTo(5), modes: modes([42002, 3], [42000, 3], [18001, 4]) },
      { successors: [], modes: modes([36001, 2], [42001, 3], [54000, 3]) },
      { successors: leadTo(4, 5), modes: modes([42001, 4], [12001, 2]) },
      { successors: leadTo(5), modes: modes([42000, 2], [30000, 4], [6002, 3]) },
      { successors: leadTo(5, 7), modes: modes([48000, 1], [18000, 2]) },
      { successors: [], modes: modes([18000, 2]) },
      { successors: [], modes: modes([54000, 1], [48001, 2], [48002, 4]) },
      { successors: [], modes: modes([24000, 1]) },
    ];
    // 96,004 is the shortest of all orders in all modes; trying every start as `exhaustiveModes` does would take for ever.
    const solution = searchModes({ activities, renewable: [4], nonRenewable: [] }, { seed: 1, schedules: 200 });
    expect(solution).toMatchObject({ makespan: 96_004, lowerBound: 96_004, isOptimal: true });
  });

  it('tells ever shorter schedules, and keeps to the number of schedules asked for', () => {
    const project = generateModes({ seed: 5, activities: 30, resourceStrength: 0.3, budgetStrength: 0.3 });
    const told: ModeSchedule[] = [];
    const solution = searchModes(project, { seed: 1, schedules: 500, onBetter: (schedule) => told.push(schedule) });
    if (solution === null || 'impossible' in solution) throw new Error('no schedule');
    expect(told.map((schedule) => violation(project, schedule)).filter((text) => text !== null)).toEqual([]);
    expect(told.map(({ makespan }) => makespan)).toEqual([...new Set(told.map(({ makespan }) => makespan))].sort((a, b) => b - a));
    expect(told.at(-1)?.makespan).toBe(solution.makespan);
    expect(solution.schedules).toBeLessThanOrEqual(500);
    expect(solution.lowerBound).toBeLessThanOrEqual(solution.makespan);
  });

  it('gives the same answer for the same seed and number of schedules', () => {
    const project = generateModes({ seed: 6, activities: 30, resourceStrength: 0.3, budgetStrength: 0.5 });
    const first = searchModes(project, { seed: 3, schedules: 1000 });
    expect(first).not.toBeNull();
    expect(searchModes(project, { seed: 3, schedules: 1000 })).toEqual(first);
  });

  it('stops when told to, with a schedule', () => {
    const project = generateModes({ seed: 7, activities: 30, resourceStrength: 0.2, budgetStrength: 0.5 });
    expect(searchModes(project, { seed: 1, schedules: 1_000_000, shouldStop: () => true })).toMatchObject({ schedules: 1 });
  });

  it('keeps the rules in coarser time where the project is too long to plan each unit', () => {
    const small = generateModes({ seed: 8, activities: 20, resourceStrength: 0.4, budgetStrength: 0.5 });
    const long = {
      ...small,
      activities: small.activities.map((activity) => ({
        ...activity,
        modes: activity.modes.map((mode) => ({ ...mode, duration: mode.duration * 999_983 + 1 })),
      })),
    };
    const solution = searchModes(long, { seed: 1, schedules: 50 });
    if (solution === null || 'impossible' in solution) throw new Error('no schedule');
    // Unit by unit the check would take for ever: rounding to the same coarse grid must still leave every link kept.
    for (const [index, { successors }] of long.activities.entries()) {
      const { duration } = long.activities[index]?.modes[solution.mode[index] ?? -1] ?? { duration: Number.NaN };
      for (const { to } of successors) expect(solution.start[to]).toBeGreaterThanOrEqual((solution.start[index] ?? Number.NaN) + duration);
    }
    expect(solution.lowerBound).toBeLessThanOrEqual(solution.makespan);
  });

  it('takes the first schedule that keeps a maximum lag', () => {
    const project: ResourceProject = {
      activities: [
        { modes: [{ duration: 1, demands: [0, 0] }], successors: [{ to: 1, lag: 1 }] },
        {
          modes: [
            { duration: 2, demands: [1, 3] },
            { duration: 4, demands: [1, 0] },
          ],
          successors: [{ to: 0, lag: -1 }],
        },
        { modes: [{ duration: 5, demands: [1, 0] }], successors: [] },
      ],
      renewable: [1],
      nonRenewable: [2],
    };
    const solution = searchModes(project, { seed: 1, schedules: 50 });
    if (solution === null || 'impossible' in solution) throw new Error('no schedule');
    expect(violation(project, solution)).toBeNull();
    expect(solution.mode[1]).toBe(1);
  });

  describe.skipIf(!existsSync(published))('on the published set J10', () => {
    it('proves the published optimum of every tenth', () => {
      const optimum = new Map(
        readFileSync(join(published, 'optimum.csv'), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => [line.split(',')[0] as string, Number(line.split(',')[3])]),
      );
      const files = readdirSync(join(published, 'j10')).filter((_, place) => place % 10 === 0);
      for (const file of files) {
        const project = readProject(file, readFileSync(join(published, 'j10', file), 'utf8'));
        if (!('activities' in project)) throw new Error(file);
        const solution = searchModes(project, { seed: 1, schedules: 20_000 });
        if (solution === null || 'impossible' in solution) throw new Error(file);
        expect({ file, makespan: solution.makespan, isOptimal: solution.isOptimal }).toEqual({
          file,
          makespan: optimum.get(file.replace('.mm', '')),
          isOptimal: true,
        });
        expect(violation(project, solution)).toBeNull();
      }
    });
  });
});
