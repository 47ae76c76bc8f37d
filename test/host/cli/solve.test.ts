import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { runCli } from '../../../host/cli/runCli.ts';
import { checkProject } from '../../support/checkProject.ts';
import { bascule, basculeJson, projectRoot, temporaryFolder } from '../../support/cli.ts';
import { generateProject } from '../../support/projects/generateProject.ts';
import { lengthenProject } from '../../support/projects/lengthenProject.ts';
import { writeProject } from '../../support/projects/writeProject.ts';

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

function pairProject(modes: readonly ProjectMode[]): ResourceProject {
  const dummy = { duration: 0, demands: [0] };
  const pair = { modes, successors: [{ to: 3, lag: 'afterFinish' as const }] };
  const first = [1, 2].map((to) => ({ to, lag: 'afterFinish' as const }));
  return { activities: [{ modes: [dummy], successors: first }, pair, pair, { modes: [dummy], successors: [] }], renewable: [1], nonRenewable: [] };
}

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
    const { milliseconds, schedules } = await basculeJson<Solved>(['solve', join(library, 'j60/j6013_1.sm'), '--time-limit', '0.5']);
    expect(milliseconds).toBeGreaterThanOrEqual(450);
    expect(schedules).toBeGreaterThan(1);
    expect(milliseconds).toBeLessThan(3000);
  });

  it('says when no schedule keeps all rules', async () => {
    // Published as impossible: its time lags contradict its resources.
    const { code, out, err } = await bascule(['solve', join(library, 'rcpsp-max/ubo10/psp1.sch'), '--schedules', '50']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^error rule: [^\n]+\n$/);
  });
});

/** To the start of the line, and away with what stands there. */
const wipe = '\r\u001b[K';

describe('solve', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const shape = { activities: 60, networkComplexity: 1.8, resourceFactor: 1, resourceStrength: 0.2, seed: 4 };
  const hard = folder.write('hard.sm', writeProject(generateProject(shape)).text);

  it('names a file that is no project', async () => {
    const { code, err } = await bascule(['solve', join(projectRoot, 'README.md')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error invalid: [^\n]*README\.md[^\n]*\n$/);
  });

  /** The same two activities of 3 units on one unit, in the four formats. */
  const twoActivities: readonly (readonly [format: string, text: string])[] = [
    ['sm', writeProject(pairProject([{ duration: 3, demands: [1] }])).text],
    [
      'mm',
      writeProject(
        pairProject([
          { duration: 3, demands: [1] },
          { duration: 9, demands: [1] },
        ]),
      ).text,
    ],
    ['rcp', '4 1\n1\n0 0 2 2 3\n3 1 1 4\n3 1 1 4\n0 0 0\n'],
    ['sch', '2 1 0 0\n0 1 2 1 2 [0] [0]\n1 1 1 3 [3]\n2 1 1 3 [3]\n3 1 0\n0 1 0 0\n1 1 3 1\n2 1 3 1\n3 1 0 0\n1\n'],
  ];

  it.each(twoActivities)('knows .%s by what is in it, whatever the file is called', async (format, text) => {
    const solved = await basculeJson<Solved>(['solve', folder.write(`${format}-without-ending`, text)]);
    expect(Object.keys(solved).sort()).toEqual(['lowerBound', 'makespan', 'milliseconds', 'mode', 'optimal', 'schedules', 'start']);
    const [, first = 0, second = 0, last] = solved.start;
    expect(solved).toMatchObject({ makespan: 6, lowerBound: 6, optimal: true, mode: [1, 1, 1, 1] });
    expect([Math.min(first, second), Math.max(first, second), last]).toEqual([0, 3, 6]);
    expect(Number.isInteger(solved.milliseconds)).toBe(true);
  });

  it('tells people the value, the bound and how far it is from it', async () => {
    const { out, err } = await bascule(['solve', hard, '--schedules', '50', '--locale', 'en']);
    expect(out).toMatch(/^Makespan \d+, lower bound \d+, 50 schedules in [\d,]+ ms\nAt most [\d.]+\s?% later than is possible at all\.\n$/);
    expect(err).toBe('');
    const easy = await bascule(['solve', folder.write('easy.rcp', twoActivities[2]?.[1] ?? ''), '--locale', 'de']);
    expect(easy.out).toMatch(/^Dauer 6, untere Schranke 6, 1 Pläne in [\d.]+ ms\nFrüher geht es nicht\.\n$/);
  });

  it.each([
    ['links in a circle', '2 1 0 0\n0 1 1 1 [0]\n1 1 1 2 [3]\n2 1 2 1 3 [1] [2]\n3 1 0\n0 1 0 0\n1 1 3 1\n2 1 3 1\n3 1 0 0\n2\n', /contradict each other/],
    ['a demand above what is there', '3 1\n1\n0 0 1 2\n3 2 1 3\n0 0 0\n', /needs more of a resource than there ever is/],
    [
      'a maximum lag that the only unit forbids',
      '2 1 0 0\n0 1 2 1 2 [0] [0]\n1 1 2 2 3 [0] [3]\n2 1 2 1 3 [-2] [3]\n3 1 0\n0 1 0 0\n1 1 3 1\n2 1 3 1\n3 1 0 0\n1\n',
      /schedule/,
    ],
  ])('%s is an error of the rules, in one sentence', async (_what, text, sentence) => {
    const argv = ['solve', folder.write('impossible', text), '--schedules', '20', '--locale', 'en'];
    const { code, out, err } = await bascule(argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^error rule: [^\n]+\.\n$/);
    expect(err).toMatch(sentence);
    const json = await bascule([...argv, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toEqual({ error: { code: 'rule', message: err.slice('error rule: '.length, -1), issues: [] } });
  });

  it.each([
    ['count', ['--schedules', '300']],
    ['time, on one thread', ['--time-limit', '0.2']],
    ['time, on two threads', ['--time-limit', '0.8']],
  ])('answers in the unit of time of the file, where it searches in a larger one: by %s', async (_what, limit) => {
    const days = generateProject({ ...shape, activities: 30 });
    const minutes = lengthenProject(days, 480);
    const argv = ['solve', folder.write('minutes.sm', writeProject(minutes).text), ...limit, '--locale', 'en'];
    const { milliseconds: _milliseconds, ...solved } = await basculeJson<Solved>(argv);
    expect(checkProject(minutes, { ...solved, mode: solved.mode.map((mode) => mode - 1) })).toEqual([]);
    expect([solved.makespan % 480, solved.lowerBound % 480]).toEqual([0, 0]);
    const { err } = await bascule(argv, { isTerminal: true });
    const values = [...err.matchAll(/Makespan ([\d,]+), lower bound ([\d,]+)\./g)].flatMap(([, ...found]) =>
      found.map((value) => Number(value.replaceAll(',', ''))),
    );
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect([value % 480, value >= 480]).toEqual([0, true]);
  });

  it('draws value, bound and gap on a terminal, over itself, and wipes them', async () => {
    const { code, err } = await bascule(['solve', hard, '--schedules', '400', '--locale', 'en'], { isTerminal: true });
    expect(code).toBe(0);
    const [before, ...drawn] = err.split(wipe);
    expect([before, drawn.pop()]).toEqual(['', '']);
    expect(drawn.length).toBeGreaterThan(0);
    for (const line of drawn) expect(line).toMatch(/^Makespan \d+, lower bound \d+\. At most [\d.]+\s?% later than is possible at all\.$/);
    const values = [...err.matchAll(/Makespan (\d+)/g)].map(([, value]) => Number(value));
    expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
  });

  it('is interrupted in the midst of its search: 130, and nothing but the one line', async () => {
    const controller = new AbortController();
    let out = '';
    let err = '';
    const code = await runCli(['solve', hard, '--time-limit', '3600', '--json', '--locale', 'en'], {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
        if (text.includes('Makespan')) controller.abort();
      },
      isTerminal: true,
      environment: {},
      workingFolder: folder.path,
      signal: controller.signal,
    });
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'cancelled' } });
    expect(err.split(wipe).at(-1)).toMatch(/^error cancelled: [^\n]+\n$/);
  });

  it('is deterministic for a seed and a number of schedules, and other seeds search elsewhere', async () => {
    const starts = async (seed: string) => (await basculeJson<Solved>(['solve', hard, '--schedules', '200', '--seed', seed])).start;
    expect(await starts('1')).toEqual(await starts('1'));
    expect(await starts('2')).not.toEqual(await starts('1'));
  });
});
