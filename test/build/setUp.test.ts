import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countTests } from '../../build/countTests.mjs';
import { reasonToInstall } from '../../build/installed.mjs';
import { withLock } from '../../build/lock.mjs';
import { type PlantedTree, plantTree, projectRoot } from '../support/plantedTree.ts';

let tree: PlantedTree;

const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const own = { dependencies: { zod: '4.6.7' } };
const zod = { version: '4.6.7', integrity: 'sha512-zod' };
const other = { version: '1.0.0', integrity: 'sha512-other', optional: true };

describe('whether the packages have to be installed', () => {
  beforeEach(() => {
    tree = plantTree({
      'package.json': JSON.stringify(own),
      'package-lock.json': lock({ '': own, 'node_modules/zod': zod, 'node_modules/for-another-platform': other }),
      'node_modules/.package-lock.json': lock({ 'node_modules/zod': zod }),
      'node_modules/zod/package.json': '{}',
    });
  });
  afterEach(() => tree.remove());

  it('no, when all stands as the lock file says; what is made for another platform may be absent', () => {
    expect(reasonToInstall(tree.folder)).toBeNull();
  });

  it.each<[string, () => void, string]>([
    ['nothing is there', () => rmSync(join(tree.folder, 'node_modules'), { recursive: true }), 'nothing is installed'],
    ['an installation was interrupted', () => rmSync(join(tree.folder, 'node_modules/.package-lock.json')), 'nothing is installed'],
    ['its record is damaged', () => tree.write({ 'node_modules/.package-lock.json': '{"pack' }), 'nothing is installed'],
    ['a package was removed by hand', () => rmSync(join(tree.folder, 'node_modules/zod'), { recursive: true }), 'node_modules/zod is incomplete'],
    [
      'the lock file asks for another version',
      () => tree.write({ 'package-lock.json': lock({ '': own, 'node_modules/zod': { ...zod, version: '4.7.0' } }) }),
      'node_modules/zod is missing or of another version',
    ],
    [
      'the lock file asks for other content',
      () => tree.write({ 'package-lock.json': lock({ '': own, 'node_modules/zod': { ...zod, integrity: 'sha512-new' } }) }),
      'node_modules/zod is missing or of another version',
    ],
    [
      'the lock file asks for one more',
      () => tree.write({ 'package-lock.json': lock({ '': own, 'node_modules/zod': zod, 'node_modules/ws': zod }) }),
      'node_modules/ws is missing or of another version',
    ],
    ['a package is no longer wanted', () => tree.write({ 'package-lock.json': lock({ '': own }) }), 'node_modules/zod does not belong here'],
    [
      'package.json has gone ahead',
      () => tree.write({ 'package.json': JSON.stringify({ dependencies: { zod: '5.0.0' } }) }),
      'package.json and package-lock.json differ',
    ],
  ])('yes, when %s', (_what, change, reason) => {
    change();
    expect(reasonToInstall(tree.folder)).toBe(reason);
  });
});

describe('the lock of the set-up', () => {
  let file: string;
  const holders: ChildProcess[] = [];

  beforeEach(() => {
    tree = plantTree({});
    file = join(tree.folder, '.cache', 'setUp.lock');
  });
  afterEach(() => {
    for (const holder of holders.splice(0)) holder.kill();
    tree.remove();
  });

  it('lets one work at a time', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withLock(file, async () => {
        events.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        events.push(`${name} ends`);
      });
    await Promise.all([work('first'), work('second')]);
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(existsSync(file)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(file, async () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that has died', async () => {
    const dead = spawn(process.execPath, ['--eval', '0']);
    await new Promise((resolve) => dead.on('exit', resolve));
    mkdirSync(join(tree.folder, '.cache'));
    writeFileSync(file, String(dead.pid));
    expect(await withLock(file, async () => 'done')).toBe('done');
  });

  it('is waited for while its owner lives', async () => {
    const owner = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    holders.push(owner);
    mkdirSync(join(tree.folder, '.cache'));
    writeFileSync(file, String(owner.pid));
    const waited = new Promise<void>((resolve) => {
      void withLock(file, async () => undefined, { onWait: resolve });
    });
    await waited;
    expect(readFileSync(file, 'utf8')).toBe(String(owner.pid));
    rmSync(file);
  });
});

describe('the count of a test run', () => {
  const report = (changes: object) => ({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [], ...changes });

  it.each<[string, object | null, number, object]>([
    ['all passed', report({}), 0, { passed: 5, failed: 0, skipped: 2 }],
    [
      'some failed',
      report({ numFailedTests: 2, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }),
      1,
      { passed: 5, failed: 2, skipped: 2 },
    ],
    ['a file could not be loaded', report({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1, { passed: 5, failed: 1, skipped: 2 }],
    ['an error outside of any test', report({}), 1, { passed: 5, failed: 1, skipped: 2 }],
    ['no test at all', report({ numPassedTests: 0 }), 0, { passed: 0, failed: 1, skipped: 2 }],
    ['a crash without a report', null, 0, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_what, given, exitCode, expected) => {
    expect(countTests(given, exitCode)).toEqual(expected);
  });
});

describe('what bare Node runs', () => {
  it('the scripts import nothing but Node and each other', () => {
    for (const script of [
      'bascule',
      'bench',
      'checks',
      'countTests',
      'debianPackages',
      'installed',
      'lock',
      'project',
      'runChild',
      'runtime',
      'setUp',
      'start',
      'test',
    ]) {
      const imports = [...readFileSync(join(projectRoot, 'build', `${script}.mjs`), 'utf8').matchAll(/from '([^']+)'/g)].map(([, target]) => target);
      expect(imports.filter((target) => !target?.startsWith('node:') && !target?.startsWith('./'))).toEqual([]);
    }
  });
});
