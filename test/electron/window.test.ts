import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShellBridge } from '../../core/contract/shellBridge.ts';
import { projectRoot } from '../support/plantedTree.ts';
import {
  coreProcesses,
  type Display,
  type Home,
  isAlive,
  launchAgain,
  launchBascule,
  makeHome,
  makePlanFile,
  quitEarly,
  reasonToSkip,
  type RunningApp,
  startDisplay,
} from '../support/electronApp.ts';

declare const window: { readonly bascule: ShellBridge };

const pictures = join(projectRoot, '.cache', 'pictures');

describe.skipIf(reasonToSkip !== null)(`the desktop window${reasonToSkip === null ? '' : ` (${reasonToSkip})`}`, () => {
  let display: Display;
  let home: Home;
  let running: RunningApp | null = null;

  beforeAll(async () => {
    display = await startDisplay();
    mkdirSync(pictures, { recursive: true });
  });
  afterAll(() => display.stop());
  beforeEach(() => {
    home = makeHome(display);
  });
  afterEach(async () => {
    await running?.app.close().catch(() => {});
    running = null;
    home.remove();
  });

  const start = async (...args: string[]) => {
    running = await launchBascule(home, args);
    return running;
  };
  const planPath = async (name = 'Town Hall') => {
    const path = join(home.folder, `${name}.bascule`);
    await makePlanFile(path, name);
    return path;
  };
  const openPlan = (app: RunningApp) => app.window.evaluate(() => window.bascule.currentPlan());
  const opens = (app: RunningApp, name: string, isReadOnly = false) => expect.poll(() => openPlan(app)).toEqual({ ok: true, value: { name, isReadOnly } });

  it('opens on the start page', async () => {
    const { window: page } = await start();
    expect(page.url()).toBe('app://bascule/index.html');
    expect(await page.title()).toMatch(/Bascule$/);
    const picture = join(pictures, 'electron-start.png');
    await page.screenshot({ path: picture });
    expect(statSync(picture).size).toBeGreaterThan(10_000);
    expect(home.log('refused.log')).toBe('');
  });

  it('opens the plan that the command line names, and closes it with the window', async () => {
    const path = await planPath();
    const { app, window: page } = await start(path);
    await opens(running as RunningApp, 'Town Hall');
    await page.getByText('Town Hall').first().waitFor();
    await page.screenshot({ path: join(pictures, 'electron-plan.png') });
    const [core] = coreProcesses(app);
    expect(existsSync(`${path}.lock`)).toBe(true);
    await app.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(isAlive(core ?? 0)).toBe(false);
  });

  it('says so when the core is killed, and goes on by itself with the same plan', async () => {
    const { app, window: page } = await start(await planPath());
    await opens(running as RunningApp, 'Town Hall');
    const [core] = coreProcesses(app);
    const banner = page.locator('.banner');
    const seen = banner.waitFor({ timeout: 20_000 });
    process.kill(core ?? 0, 'SIGKILL');
    await seen;
    await banner.waitFor({ state: 'detached', timeout: 20_000 });
    expect(coreProcesses(app)).not.toEqual([core]);
    await opens(running as RunningApp, 'Town Hall');
    await page.getByText('Town Hall').first().waitFor();
    expect(home.log('bascule.log')).toContain('signal SIGKILL');
  });

  it('asks after three new starts in a minute whether to try again', async () => {
    const { app } = await start();
    await app.evaluate(({ dialog }) => {
      const asked = globalThis as unknown as { asked: string[] };
      asked.asked = [];
      dialog.showMessageBox = (async (options: { message: string }) => {
        asked.asked.push(options.message);
        return { response: 0, checkboxChecked: false };
      }) as never;
    });
    for (let times = 0; times < 4; times++) {
      await expect.poll(() => coreProcesses(app).length).toBe(1);
      const [core = 0] = coreProcesses(app);
      process.kill(core, 'SIGKILL');
      await expect.poll(() => coreProcesses(app).includes(core)).toBe(false);
    }
    await expect.poll(() => coreProcesses(app).length).toBe(1);
    expect(await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toHaveLength(1);
  });

  it('ends the core when it is killed itself, so that the plan is free', async () => {
    const path = await planPath();
    const { app } = await start(path);
    await opens(running as RunningApp, 'Town Hall');
    const [core = 0] = coreProcesses(app);
    process.kill(app.process().pid ?? 0, 'SIGKILL');
    await expect.poll(() => isAlive(core)).toBe(false);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('ends when it is told to before it has begun a core', async () => {
    const program = launchAgain(home, [], quitEarly);
    try {
      expect(await new Promise((resolve) => program.once('exit', resolve))).toBe(0);
    } finally {
      program.kill();
    }
  });

  it('takes over the plan of a second start, which ends at once', async () => {
    const first = await start(await planPath('First'));
    await opens(first, 'First');
    const second = launchAgain(home, [await planPath('Second')]);
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    await opens(first, 'Second');
    expect(first.app.windows()).toHaveLength(1);
  });

  it('shows one plan in two windows', async () => {
    const first = await start();
    const [second] = await Promise.all([
      first.app.waitForEvent('window'),
      first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click()),
    ]);
    await second.waitForSelector('h1');
    const path = await planPath();
    await first.app.evaluate(({ app }, plan) => void app.emit('second-instance', {}, [], '', { plan }), path);
    for (const page of [first.window, second]) await page.getByText('Town Hall').first().waitFor();
    expect(coreProcesses(first.app)).toHaveLength(1);
  });

  it('offers to read a plan that somebody else has open', async () => {
    const path = await planPath();
    const { createCore } = await import('../../host/createCore.ts');
    const other = createCore({ plan: { path, mode: 'write' }, actor: 'Somebody else' });
    try {
      const app = await start();
      await app.app.evaluate(({ dialog }) => {
        dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never;
      });
      await app.app.evaluate(({ app: program }, plan) => void program.emit('second-instance', {}, [], '', { plan }), path);
      await opens(app, 'Town Hall', true);
    } finally {
      other.close();
    }
  });

  it('hands out files by handle, and makes a plan where the user wants it', async () => {
    const { app, window: page } = await start();
    const place = join(home.folder, 'Made here');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never;
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: ['/etc/hostname'] })) as never;
    }, place);
    expect(await page.evaluate(() => window.bascule.makePlan('My plan'))).toEqual({ ok: true, value: true });
    expect(existsSync(`${place}.bascule`)).toBe(true);
    expect(await page.evaluate(() => window.bascule.makePlan('My plan'))).toMatchObject({ ok: false, error: { messageKey: 'storage.fileExistsAlready' } });
    const chosen = await page.evaluate(() => window.bascule.chooseFiles('import', true));
    expect(chosen).toEqual({ ok: true, value: [{ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'hostname', size: statSync('/etc/hostname').size }] });
    expect(JSON.stringify(await page.evaluate(() => window.bascule.recentPlans()))).not.toContain(home.folder);
  });

  it('hands out a folder by one handle, with the size of its files', async () => {
    const { app, window: page } = await start();
    const folder = join(home.folder, 'exports');
    mkdirSync(join(folder, 'below'), { recursive: true });
    writeFileSync(join(folder, 'below', 'list.csv'), 'Software;Installationen\n');
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = (async (_: unknown, options: { properties: string[] }) => ({
        canceled: !options.properties.includes('openDirectory') || options.properties.includes('openFile'),
        filePaths: [path],
      })) as never;
    }, folder);
    const chosen = await page.evaluate(() => window.bascule.chooseFiles('folder', true));
    expect(chosen).toEqual({ ok: true, value: [{ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'exports', size: 24 }] });
    expect(JSON.stringify(chosen)).not.toContain(home.folder);
  });

  it('speaks the language of the window in its menu', async () => {
    const { app, window: page } = await start();
    await page.evaluate(() => window.bascule.tellSettings({ locale: 'de', theme: 'dark' }));
    const labels = () => app.evaluate(({ Menu, nativeTheme }) => [Menu.getApplicationMenu()?.items.map(({ label }) => label), nativeTheme.themeSource]);
    expect(await labels()).toEqual([['&Datei', '&Bearbeiten', '&Ansicht', '&Hilfe'], 'dark']);
    const kept = JSON.parse(readFileSync(join(home.folder, 'config', 'bascule', 'shell.json'), 'utf8')) as unknown;
    expect(kept).toMatchObject({ locale: 'de', theme: 'dark' });
  });

  it('runs the core in a process of Electron too, over the ports of the windows', async () => {
    const { app } = await start();
    const answer = await app.evaluate(
      async ({ utilityProcess, MessageChannelMain }, entry) => {
        const child = utilityProcess.fork(entry, [], { serviceName: 'test-core' });
        const next = (kind: string) =>
          new Promise((resolve) => {
            child.on('message', (message: { kind: string }) => {
              if (message.kind === kind) resolve(message);
            });
          });
        const ready = next('ready');
        child.postMessage({ kind: 'start', start: { plan: null, files: [] } });
        await ready;
        const { port1, port2 } = new MessageChannelMain();
        const texts: string[] = [];
        const done = new Promise<void>((resolve) => {
          port1.on('message', ({ data }) => {
            texts.push(String(data));
            if (texts.length === 2) resolve();
          });
        });
        port1.start();
        child.postMessage({ kind: 'wire', wire: 1 }, [port2]);
        port1.postMessage(JSON.stringify({ t: 'call', id: 1, op: 'catalogue.findSource', input: { url: 'https://unknown.example/' } }));
        await done;
        const exit = new Promise((resolve) => {
          child.once('exit', resolve);
        });
        child.postMessage({ kind: 'shutdown' });
        return { texts, exitCode: await exit };
      },
      join(projectRoot, 'dist', 'electron', 'core.mjs'),
    );
    expect(answer).toEqual({ texts: [expect.stringContaining('"hello"'), JSON.stringify({ t: 'done', id: 1, output: null })], exitCode: 0 });
  });

  it('searches plans in a thread of a process of Electron too', async () => {
    const { app } = await start();
    const entry = join(home.folder, 'startThread.mjs');
    // A plan of one task of two days; what a core does with a thread is in host/solver/planSolver.ts.
    writeFileSync(
      entry,
      `import { Worker } from 'node:worker_threads';
      const none = new Int32Array(2);
      const problem = {
        taskIds: ['a'], dayOf: Int32Array.of(0, 1, 2, 3), duration: Int32Array.of(2), earliest: Int32Array.of(0), pinnedAt: Int32Array.of(-1),
        linkOffset: none, linkFrom: new Int32Array(0), linkLag: new Int32Array(0), resources: [],
        demandOffset: none, demandResource: new Int32Array(0), demandTotal: new Float64Array(0),
        freezeRule: new Uint8Array(1), freezeList: new Int32Array(1), freezes: [[]],
      };
      process.parentPort.on('message', ({ data }) => {
        const stop = new Int32Array(new SharedArrayBuffer(4));
        const task = { problem, seed: 1, schedules: 10, timeLimitMs: null, begunAt: 0 };
        const worker = new Worker(new URL(data), { workerData: { task, stop } });
        worker.on('message', ({ kind, found }) => { if (kind === 'done') process.parentPort.postMessage([found.value, found.bound]); });
        worker.on('error', (error) => process.parentPort.postMessage(String(error)));
      });`,
    );
    const answer = await app.evaluate(
      async ({ utilityProcess }, [place, thread]) => {
        const child = utilityProcess.fork(place as string, [], { serviceName: 'test-thread', execArgv: ['--js-flags=--max-semi-space-size=16'] });
        const answered = new Promise((resolve) => {
          child.once('message', resolve);
        });
        child.postMessage(thread);
        const value = await answered;
        child.kill();
        return value;
      },
      [entry, pathToFileURL(join(projectRoot, 'dist', 'electron', 'planWorker.mjs')).href],
    );
    expect(answer).toEqual([2, 2]);
  });
});
