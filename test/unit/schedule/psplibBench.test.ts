import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readProject } from '../../../formats/read/psplib.ts';
import { comparePeers } from '../../bench/psplib/comparePeers.ts';
import { criticalPath, trivialBound } from '../../support/projects/criticalPath.ts';
import { oneThread } from '../../bench/psplib/engines.ts';
import { type Instance, instanceSets } from '../../bench/psplib/instanceSets.ts';
import { readSettings } from '../../bench/psplib/settings.ts';
import { type Judge, judgeAnswer, summarise, type Trial, tryInstance } from '../../bench/psplib/trials.ts';
import { writeTaskJuggler } from '../../bench/psplib/writeTaskJuggler.ts';
import { projectRoot } from '../../support/cli.ts';
import { generateProject } from '../../support/projects/generateProject.ts';
import { writeProject } from '../../support/projects/writeProject.ts';

const folder = mkdtempSync(join(tmpdir(), 'bascule-psplib-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const project = generateProject({ activities: 12, networkComplexity: 1.5, resourceFactor: 0.5, resourceStrength: 0.2, seed: 1 });
const plain = (known: Partial<Instance> = {}): Instance => ({
  name: 'made',
  project,
  criticalPath: criticalPath(project),
  best: null,
  bound: null,
  isImpossible: false,
  ...known,
});
const tried = async (known: Partial<Instance>) => {
  const judge: Judge = { faults: [], checked: 0 };
  const trial = await tryInstance(oneThread, plain(known), { schedules: 50, isProven: true }, 1, 'wall', judge);
  return { judge, trial };
};

describe('the measurement of the solver', () => {
  it('checks every schedule and finds no fault in good ones', async () => {
    const { judge, trial } = await tried({});
    expect(judge).toEqual({ faults: [], checked: 1 });
    expect(trial.makespan).toBeGreaterThanOrEqual(trivialBound(project));
  });

  it('fails on a schedule that breaks a rule', () => {
    const judge: Judge = { faults: [], checked: 0 };
    judgeAnswer(plain(), { makespan: 1, start: project.activities.map(() => 0), mode: project.activities.map(() => 0) }, judge, 'somebody');
    expect(judge.faults.length).toBeGreaterThan(1);
  });

  it('fails on a bound above the best known makespan, and on what a publication rules out', async () => {
    expect((await tried({ best: 3, bound: 3 })).judge.faults).toEqual([expect.stringMatching(/bound \d+ above the best known makespan 3/)]);
    expect((await tried({ best: 9999, bound: 9999 })).judge.faults).toEqual([expect.stringMatching(/makespan \d+ below the published bound 9999/)]);
    expect((await tried({ isImpossible: true })).judge.faults).toEqual([expect.stringContaining('is published to have none')]);
  });

  it('counts the mean above, what is as good as the best known, what is proven and decided', () => {
    const [set] = instanceSets(readSettings({ BASCULE_BENCH_SETS: 'ubo10' }));
    if (!set) throw new Error('the set is listed even where its folder is missing');
    const trial = (makespan: number | null, bound: number | null, isProvenImpossible = false): Trial => ({
      makespan,
      bound,
      isProvenImpossible,
      schedules: 10,
      milliseconds: 5,
    });
    const instances = [plain({ best: 10 }), plain({ best: 10 }), plain({ isImpossible: true }), plain({ best: 10 })];
    expect(summarise(set, instances, [trial(10, 10), trial(12, 8), trial(null, null, true), trial(null, null)])).toEqual({
      percent: expect.closeTo(10, 9),
      instances: 4,
      found: 2,
      bestPercent: 0,
      best: 1,
      proven: 1,
      decided: 3,
      gap: 25,
      millisecondsEach: 5,
      schedulesEach: 10,
    });
  });

  it('counts won, tied and lost beside another solver; what it did not find or what breaks the rules is won', () => {
    const ours = [10, 10, 10, 10, 10].map((makespan): Trial => ({ makespan, bound: 1, isProvenImpossible: false, schedules: 1, milliseconds: 100 }));
    const theirs = [20, 10, 5, null, 4].map((makespan, index) => ({ makespan, seconds: 1, isSplit: index === 0, isBroken: index === 4 }));
    expect(
      comparePeers(
        ours.map(() => plain()),
        ours,
        theirs,
      ),
    ).toEqual({
      instances: 5,
      wins: 3,
      ties: 1,
      losses: 1,
      shorter: expect.closeTo(((0.5 + 0 - 1) / 3) * 100, 9),
      timeRatio: expect.closeTo(10, 9),
      unsolved: 1,
      split: 1,
      broken: 1,
    });
  });

  it('measures a folder of somebody’s own with a table of best known makespans', () => {
    for (const seed of [1, 2]) {
      const made = generateProject({ activities: 12, networkComplexity: 1.5, resourceFactor: 0.5, resourceStrength: 0.2, seed });
      writeFileSync(join(folder, `own_${seed}.sm`), writeProject(made).text);
    }
    const best = join(folder, 'best.csv');
    writeFileSync(best, 'instance,lb,ub\nown_1,30,99\n');
    const sets = instanceSets(readSettings({ BASCULE_BENCH_INSTANCES: folder, BASCULE_BENCH_BEST: best, BASCULE_BENCH_EVERY: '1' }));
    const instances = sets.at(-1)?.instances() ?? [];
    expect(instances.map(({ name, best, bound }) => ({ name, best, bound }))).toEqual([
      { name: 'own_1', best: 99, bound: 30 },
      { name: 'own_2', best: null, bound: null },
    ]);
    expect(instances[0]?.project).toEqual(project);
  });

  it('joins 42 projects of a folder of somebody’s own to one, in chains of layers', () => {
    const many = mkdtempSync(join(tmpdir(), 'bascule-joined-'));
    try {
      const parts = Array.from({ length: 84 }, (_, index) =>
        generateProject({ activities: 6, networkComplexity: 1.5, resourceFactor: 0.5, resourceStrength: 0.2, seed: index + 1 }),
      );
      for (const [index, part] of parts.entries()) writeFileSync(join(many, `own_${index + 1}.sm`), writeProject(part).text);
      const sets = instanceSets(readSettings({ BASCULE_BENCH_INSTANCES: many }));
      const joined = sets.find(({ key }) => key === `${basename(many)}_joined`)?.instances() ?? [];
      expect(joined.map(({ name }) => name)).toEqual(['joined_7', 'joined_8', 'joined_9']);
      for (const { project } of joined) expect(project.activities).toHaveLength(2 + 42 * 8);
      // Every second project is taken: the second one there is the third of the folder.
      expect(joined[0]?.project.activities[1 + 8 + 1]?.modes).toEqual(parts[2]?.activities[1]?.modes);
    } finally {
      rmSync(many, { recursive: true, force: true });
    }
  });

  it('names a set that is not there, and skips visibly a folder that is not', () => {
    expect(() => instanceSets(readSettings({ BASCULE_BENCH_SETS: 'j31' }))).toThrow('there is no set j31');
    const [set] = instanceSets(readSettings({ BASCULE_BENCH_SETS: 'j30', BASCULE_BENCH_LIBRARY: folder }));
    expect(set?.missing).toBe(`no folder ${join(folder, 'j30')}`);
  });

  it('tells TaskJuggler every demand, unit by unit', () => {
    const text = writeTaskJuggler(project);
    const units = project.activities.reduce((sum, { modes }) => sum + (modes[0]?.demands.reduce((a, b) => a + b, 0) ?? 0), 0);
    expect(text.match(/allocate r\d+_0 /g)?.length).toBe(units);
    expect(text.match(/^resource r/gm)?.length).toBe(project.renewable.reduce((a, b) => a + b, 0));
  });
});

describe('the measurement as a program', () => {
  const run = (environment: Record<string, string>) =>
    spawnSync(process.execPath, [join(projectRoot, 'test', 'bench', 'psplibBench.ts')], {
      encoding: 'utf8',
      env: {
        ...process.env,
        BASCULE_BENCH_EVERY: '300',
        BASCULE_BENCH_SCHEDULES: '10',
        BASCULE_BENCH_SECONDS: '0.05',
        BASCULE_BENCH_PEERS: 'none',
        ...environment,
      },
    });

  it('prints its tables and replaces the part of a document between its marks', () => {
    const document = join(folder, 'benchmarks.md');
    writeFileSync(document, '# Before\n<!-- measured: begin -->\nformer numbers\n<!-- measured: end -->\nafter\n');
    const { status, stdout, stderr } = run({ BASCULE_BENCH_SETS: 'j120,j30', BASCULE_BENCH_LIBRARY: folder, BASCULE_BENCH_DOCUMENT: document });
    expect({ status, faults: /FAULT/.test(stderr) }).toEqual({ status: 0, faults: false });
    expect(stdout).toMatch(/^\| J120 design, generated \| 2 \| 10 schedules \| \d/m);
    expect(stdout).toContain('J30 skipped: no folder');
    expect(stdout).toContain('8 schedules, 0 faults');
    const text = readFileSync(document, 'utf8');
    expect(text).toMatch(/^# Before\n<!-- measured: begin -->\n\n/);
    expect(text).toMatch(/<!-- measured: end -->\nafter\n$/);
    expect(text).not.toContain('former numbers');
  });

  it('fails on a fault, and names it', () => {
    const own = join(folder, 'contradicted');
    mkdirSync(own);
    writeFileSync(join(own, 'made.sm'), writeProject(project).text);
    const best = join(own, 'best.csv');
    writeFileSync(best, 'instance,lb,ub\nmade,9999,9999\n');
    const { status, stdout, stderr } = run({ BASCULE_BENCH_SETS: 'contradicted', BASCULE_BENCH_INSTANCES: own, BASCULE_BENCH_BEST: best });
    expect(status).toBe(1);
    expect(stdout).toMatch(/\d schedules, [1-9]\d* faults/);
    expect(stderr).toMatch(/^FAULT made, seed 1: makespan \d+ below the published bound 9999$/m);
  });

  it('writes instances for other solvers', () => {
    const target = join(folder, 'written');
    const { status } = run({ BASCULE_BENCH_SETS: 'j120', BASCULE_BENCH_WRITE: target });
    expect(status).toBe(0);
    const names = readdirSync(join(target, 'j120'));
    expect(names).toEqual(['made120_1.sm', 'made120_301.sm']);
    expect(readProject('made120_1.sm', readFileSync(join(target, 'j120', 'made120_1.sm'), 'utf8'))).toHaveProperty('activities.length', 122);
  });
});
