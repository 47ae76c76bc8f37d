import { readdirSync, statSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bascule, basculeJson, endOf, hashOf, mustWork, spawnBascule, temporaryFolder, writeAdministration } from '../../support/cli.ts';

type Counts = { readonly new: number; readonly changed: number; readonly unchanged: number };
type Report = Readonly<Record<'accounts' | 'units' | 'software' | 'contracts', Counts>>;
type History = { readonly entries: readonly { readonly operation?: string; readonly labelKey: string; readonly state: string }[] };

const folder = temporaryFolder();
let plan = '';
let files: readonly string[] = [];
let made = 0;

beforeAll(() => {
  files = writeAdministration(folder.file('in'));
});
beforeEach(async () => {
  plan = folder.file(`plan${made++}.bascule`);
  await mustWork(['new', plan, '--template', 'schleswig-holstein', '--start', '2027-01-04']);
});
afterAll(() => folder.remove());

const fingerprint = async () => (await basculeJson<{ fingerprint: string }>(['verify', plan])).fingerprint;
const states = async () => (await basculeJson<History>(['history', plan])).entries.map((entry) => entry.state);

describe('undo and redo', () => {
  it('give back the very content, one command line after another', async () => {
    const prints = [await fingerprint()];
    for (const argv of [
      ['import', plan, ...files],
      ['map', plan, '--accept'],
      ['schedule', plan],
      ['scenario', plan, 'add', '--name', 'Later', '--set', 'start=2028-01-03'],
    ]) {
      await mustWork(argv);
      prints.push(await fingerprint());
    }
    expect(new Set(prints).size).toBe(prints.length);
    for (let step = prints.length - 2; step >= 0; step--) {
      await mustWork(['undo', plan]);
      expect(await fingerprint(), `undo ${step}`).toBe(prints[step]);
    }
    for (let step = 1; step < prints.length; step++) {
      await mustWork(['redo', plan]);
      expect(await fingerprint(), `redo ${step}`).toBe(prints[step]);
    }
    expect(await states()).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('work across processes', async () => {
    const before = await fingerprint();
    for (const argv of [
      ['import', plan, ...files],
      ['undo', plan],
    ])
      expect(await endOf(spawnBascule(argv))).toMatchObject({ code: 0, err: '' });
    expect(await fingerprint()).toBe(before);
    expect(await endOf(spawnBascule(['redo', plan]))).toMatchObject({ code: 0 });
    expect(await fingerprint()).not.toBe(before);
    const told = await endOf(spawnBascule(['history', plan]));
    expect(told.out.split('\n').filter((line) => /^ *\d/.test(line))).toHaveLength(2);
  });

  it('are refused in words where there is nothing to do', async () => {
    const nothing = await bascule(['redo', plan]);
    expect(nothing).toMatchObject({ code: 1, out: '' });
    expect(nothing.err).toMatch(/^error rule: (?!storage)[^\n]+\n$/);
  });

  it('forget what was undone once something else is done', async () => {
    await mustWork(['import', plan, files[0] as string]);
    await mustWork(['undo', plan]);
    await mustWork(['import', plan, files[1] as string]);
    expect((await bascule(['redo', plan])).code).toBe(1);
  });
});

describe('an import', () => {
  it('that is repeated brings nothing new', async () => {
    await mustWork(['import', plan, ...files]);
    const before = await fingerprint();
    const again = await basculeJson<Report>(['import', plan, ...files]);
    for (const kind of ['accounts', 'units', 'software', 'contracts'] as const) expect(again[kind], kind).toMatchObject({ new: 0, changed: 0 });
    expect(again.accounts.unchanged).toBe(60);
    expect(await fingerprint()).toBe(before);
  });

  it('as a dry run says the same and writes nothing', async () => {
    const [bytes, { mtimeMs }, neighbours] = [hashOf(plan), statSync(plan), readdirSync(folder.path).sort()];
    const dry = await basculeJson<Report & { dryRun: boolean }>(['import', plan, ...files, '--dry-run']);
    expect(dry.dryRun).toBe(true);
    expect([hashOf(plan), statSync(plan).mtimeMs, readdirSync(folder.path).sort()]).toEqual([bytes, mtimeMs, neighbours]);
    const wet = await basculeJson<Report>(['import', plan, ...files]);
    for (const kind of ['accounts', 'units', 'software', 'contracts'] as const) expect(dry[kind], kind).toEqual(wet[kind]);
  });
});

describe('a failed command', () => {
  it('leaves the plan file as it was', async () => {
    await mustWork(['import', plan, ...files]);
    const before = hashOf(plan);
    const failing: readonly (readonly string[])[] = [
      ['import', plan, folder.write('empty.csv', '')],
      ['import', plan, files[0] as string, folder.file('missing.csv')],
      ['track', plan, 'set', '--track', 'mail', '--state', 'migrated', '--login', 'nobody@nowhere'],
      ['track', plan, 'set', '--track', 'mail', '--state', 'problem', '--unit', 'Finanzen'],
      ['track', plan, 'import', files[1] as string],
      ['scenario', plan, 'add', '--name', 'x', '--set', 'noSuchAssumption=3'],
      ['decide', plan, 'No such item', '--strategy', 'keep'],
      ['assume', plan, 'noSuchAssumption', '3'],
      ['units', plan, '--role', 'pilot', '--unit', 'Nowhere'],
      ['freeze', plan, 'add', '--name', 'x', '--from', '2027-03-02', '--to', '2027-03-01'],
      ['tracks', plan, '--track', 'nothing', '--per-week', '5', '--crew', '3'],
      ['new', plan, '--template', 'lyon'],
      ['redo', plan],
    ];
    for (const argv of failing) {
      expect((await bascule(argv)).code, argv.join(' ')).toBe(1);
      expect(hashOf(plan), argv.join(' ')).toBe(before);
    }
  });
});
