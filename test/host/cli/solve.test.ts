import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../formats/read/psplib.ts';
import { checkProject } from '../../support/checkProject.ts';
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
    // The command line counts modes from 1, as project files do.
    expect(checkProject(project, { ...solved, mode: solved.mode.map((mode) => mode - 1) })).toEqual([]);
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
