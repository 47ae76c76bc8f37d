import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { fillSample, sampleTemplate } from '../../host/generate/fillSample.ts';
import { findElectron } from '../../build/electronRuntime.mjs';
import { projectRoot } from './plantedTree.ts';

export const electron = await findElectron({ isForTests: true });
const hasXvfb = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'Xvfb')));
const isBuilt = ['dist/electron/main.cjs', 'dist/renderer/index.html'].every((file) => existsSync(join(projectRoot, file)));

/** Why tests in a real window are skipped here, or null. */
export const reasonToSkip =
  electron === null ? 'no Electron in the cache' : !hasXvfb && process.platform === 'linux' ? 'no Xvfb' : isBuilt ? null : 'the window is not built';

export type Display = { readonly name: string; stop(): void };

/** A screen of its own, so that a test needs none and disturbs nobody. */
export function startDisplay(): Promise<Display> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdio[3]?.once('data', (text: Buffer) => resolve({ name: `:${text.toString().trim()}`, stop: () => void child.kill() }));
  });
}

/** A home of its own: settings, logs and the list of plans. */
export type Home = { readonly folder: string; readonly environment: Record<string, string>; log(name: string): string; remove(): void };

export function makeHome(display: Display): Home {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-home-'));
  const { NODE_OPTIONS: _, ...inherited } = process.env as Record<string, string>;
  return {
    folder,
    environment: {
      ...inherited,
      DISPLAY: display.name,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en',
    },
    log(name) {
      const file = ['bascule', 'Bascule'].map((program) => join(folder, 'config', program, 'logs', name)).find((candidate) => existsSync(candidate));
      return file === undefined ? '' : readFileSync(file, 'utf8');
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

export type RunningApp = { readonly app: ElectronApplication; readonly window: Page; readonly home: Home };

export async function launchBascule(
  home: Home,
  args: readonly string[] = [],
  options: { readonly wrapper?: string; readonly hasSandbox?: boolean } = {},
): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: options.wrapper ?? electron?.executable ?? '',
    args: ['-r', join(import.meta.dirname, 'holdReady.cjs'), projectRoot, ...args],
    env: home.environment,
    chromiumSandbox: options.hasSandbox ?? false,
    timeout: 60_000,
  });
  const window = await app.firstWindow();
  await window.waitForSelector('h1');
  return { app, window, home };
}

/** A script that ends the program before its page has asked for anything. */
export const quitEarly = join(import.meta.dirname, 'quitEarly.cjs');

/** Starts the program once more beside a running one, as a click on a file does; `before` is a script that Electron loads first. */
export function launchAgain(home: Home, args: readonly string[], before?: string): ChildProcess {
  const loaded = before === undefined ? [] : ['-r', before];
  return spawn(electron?.executable ?? '', ['--no-sandbox', ...loaded, projectRoot, ...args], { env: home.environment, stdio: 'ignore' });
}

/** The processes of Node below a process: the core. */
export function coreProcesses(app: ElectronApplication): number[] {
  const parent = app.process().pid;
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return children.filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('core.mjs'));
}

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** A small plan file from a template. */
export async function makePlanFile(path: string, name: string): Promise<void> {
  const running = createCore({ plan: { path, mode: 'create' }, actor: 'Anna Beispiel' });
  try {
    const startsOn = isoDate('2027-01-04');
    await running.core.call('plan.create', { commandId: randomUUID(), templateId: 'lyon', name, administration: name, startsOn, locale: 'en' });
  } finally {
    running.close();
  }
}

/** The plan file of the sample administration, with waves and dates. */
export async function makeSampleFile(path: string): Promise<void> {
  const running = createCore({ plan: { path, mode: 'create' }, actor: 'Anna Beispiel' });
  try {
    const startsOn = isoDate('2027-01-04');
    const commandId = randomUUID();
    await running.core.call('plan.create', { commandId, templateId: sampleTemplate, name: 'Sample', administration: 'Sample', startsOn, locale: 'en' });
    await fillSample(running, 'en');
  } finally {
    running.close();
  }
}
