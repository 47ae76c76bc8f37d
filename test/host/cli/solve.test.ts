import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { bascule, basculeJson, projectRoot } from '../../support/cli.ts';

type Solved = {
  readonly makespan: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly schedules: number;
  readonly milliseconds: number;
  readonly start: readonly number[];
  readonly mode: readonly number[];
};

const library = join(projectRoot, '..', 'shared', 'psplib');

/** The rules of the problem, walked unit of time by unit of time; one sentence for each that is broken. */
function violations(project: ResourceProject, { start, mode, makespan }: Solved): string[] {
  const found: string[] = [];
  const modeOf = (activity: number) => {
    const chosen = project.activities[activity]?.modes[(mode[activity] ?? 0) - 1];
    if (!chosen) throw new Error(`activity ${activity} has no mode ${mode[activity]}`);
    return chosen;
  };
  if (start.length !== project.activities.length || mode.length !== start.length) return ['not every activity has a start and a mode'];
  for (const [from, activity] of project.activities.entries()) {
    for (const link of activity.successors) {
      const lag = link.lag === 'afterFinish' ? modeOf(from).duration : link.lag;
      if ((start[link.to] as number) < (start[from] as number) + lag) found.push(`activity ${link.to} starts too soon after ${from}`);
    }
  }
  for (let time = 0; time < makespan; time++) {
    for (const [resource, capacity] of project.renewable.entries()) {
      const used = start.reduce(
        (sum, at, activity) => sum + (at <= time && time < at + modeOf(activity).duration ? (modeOf(activity).demands[resource] ?? 0) : 0),
        0,
      );
      if (used > capacity) found.push(`resource ${resource} is short at ${time}`);
    }
  }
  for (const [resource, capacity] of project.nonRenewable.entries()) {
    const used = start.reduce((sum, _at, activity) => sum + (modeOf(activity).demands[project.renewable.length + resource] ?? 0), 0);
    if (used > capacity) found.push(`resource ${resource} is used up`);
  }
  const end = start.reduce((last, at, activity) => Math.max(last, at + modeOf(activity).duration), 0);
  if (end !== makespan) found.push(`ends at ${end} instead of ${makespan}`);
  if (start.some((at) => at < 0 || !Number.isInteger(at))) found.push('starts before 0');
  return found;
}

function column(file: string, name: string): ReadonlyMap<string, string> {
  const [head, ...rows] = readFileSync(join(library, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const place = head?.indexOf(name) ?? -1;
  return new Map(rows.map((row) => [row[0] as string, row[place] as string]));
}

const projects = [
  'j30/j301_1.sm',
  'j30/j3013_1.sm',
  'j30/j3048_10.sm',
  'j60/j601_1.sm',
  'j60/j6013_1.sm',
  'mm/j10/j1010_1.mm',
  'mm/j10/j1037_5.mm',
  'rcpsp-max/ubo10/psp2.sch',
  'rcpsp-max/ubo10/psp3.sch',
];

describe.skipIf(!existsSync(library))('solve on published projects', () => {
  it.each(projects.filter((project) => existsSync(join(library, project))))('%s: a schedule that keeps all rules, the same for the same seed', async (name) => {
    const file = join(library, name);
    const argv = ['solve', file, '--schedules', '300', '--seed', '11'];
    const { milliseconds, ...solved } = await basculeJson<Solved>(argv);
    const project = readProject(name, readFileSync(file, 'latin1'));
    if ('messageKey' in project) throw new Error(project.messageKey);
    expect(violations(project, { ...solved, milliseconds })).toEqual([]);
    expect(solved.lowerBound).toBeGreaterThan(0);
    expect(solved.lowerBound).toBeLessThanOrEqual(solved.makespan);
    expect(solved.optimal).toBe(solved.lowerBound === solved.makespan);
    expect(solved.schedules).toBeLessThanOrEqual(300);
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    const { milliseconds: _again, ...again } = await basculeJson<Solved>(argv);
    expect(again).toEqual(solved);
  });

  it('reaches the best known makespan of easy ones, and is never below the best known bound', async () => {
    const [lower, upper] = [column('bounds.csv', 'lb'), column('bounds.csv', 'ub')];
    const easy = ['j30/j301_2.sm', 'j30/j3012_4.sm', 'j30/j3016_1.sm', 'j30/j3048_1.sm', 'j60/j6012_1.sm', 'j60/j6016_1.sm', 'j60/j6048_1.sm'];
    for (const name of easy) {
      const id = name.slice(4, -3);
      const { makespan, lowerBound } = await basculeJson<Solved>(['solve', join(library, name), '--schedules', '2000', '--seed', '1']);
      expect(makespan, name).toBe(Number(upper.get(id)));
      expect(makespan, name).toBeGreaterThanOrEqual(Number(lower.get(id)));
      expect(lowerBound, name).toBeLessThanOrEqual(Number(upper.get(id)));
    }
  });

  it('keeps to its time', async () => {
    const begun = performance.now();
    const { milliseconds, schedules } = await basculeJson<Solved>(['solve', join(library, 'j60/j6013_1.sm'), '--time-limit', '0.5']);
    expect(milliseconds).toBeGreaterThanOrEqual(450);
    expect(schedules).toBeGreaterThan(1);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('says when no schedule keeps all rules', async () => {
    // Published as impossible: its time lags contradict its resources.
    const { code, out, err } = await bascule(['solve', join(library, 'rcpsp-max/ubo10/psp1.sch'), '--schedules', '50']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^error rule: [^\n]+\n$/);
  });
});

describe('solve', () => {
  it('names a file that is no project', async () => {
    const { code, err } = await bascule(['solve', join(projectRoot, 'README.md')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error invalid: [^\n]*README\.md[^\n]*\n$/);
  });
});
