import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isoDate } from '../../core/domain/calendar.ts';
import { createBrowserServer } from '../../host/browserServer.ts';
import { createCore, type RunningCore } from '../../host/createCore.ts';
import { fillSample } from '../../host/generate/fillSample.ts';
import { createPlanFolder } from '../../host/planFolder.ts';
import { projectRoot } from './plantedTree.ts';

export const browserExecutable = '/usr/bin/chromium';
const pages = join(projectRoot, 'dist', 'renderer');

/** Why tests in a browser are skipped here, or null. */
export const reasonToSkipBrowser = !existsSync(browserExecutable) ? 'no chromium' : existsSync(join(pages, 'index.html')) ? null : 'the pages are not built';

/** With a file, everything that the browser itself asks the network for is written there. */
export function launchBrowser(netLog?: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
  ];
  return chromium.launch({ executablePath: browserExecutable, args });
}

export type ServedPages = { readonly address: string; readonly running: RunningCore; readonly folder: string; close(): void };

/** The pages over a core of its own in a temporary folder: with no plan, with a plan file that is there, or with the sample administration. */
export async function servePages(options: { readonly withSample: boolean; readonly plan?: string }): Promise<ServedPages> {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-pages-'));
  const path = join(folder, 'sample.bascule');
  const opened = options.withSample
    ? ({ path, mode: 'create' } as const)
    : options.plan === undefined
      ? undefined
      : ({ path: options.plan, mode: 'write' } as const);
  const running = createCore({ actor: 'test', ...(opened && { plan: opened }) });
  if (options.withSample) {
    await running.core.call('plan.create', {
      commandId: randomUUID(),
      templateId: 'schleswig-holstein',
      name: 'Sample',
      administration: 'Sample administration',
      startsOn: isoDate('2027-01-04'),
      locale: 'en',
    });
    await fillSample(running, 'en');
  }
  return serveCore(running, folder);
}

/** The pages over a core that runs already; the folder is gone when the pages are closed. */
export async function serveCore(running: RunningCore, folder: string): Promise<ServedPages> {
  const token = randomUUID();
  const { server, close } = createBrowserServer(running, { pages, token, plans: createPlanFolder(join(folder, 'plans')), doorstep: 'the address' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}/`,
    running,
    folder,
    close() {
      close();
      running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a page in a language and a theme, and answers when it has settled. Everything that the page complains about is collected. */
export async function openPage(
  browser: Browser,
  served: ServedPages,
  options: {
    readonly route: string;
    readonly theme: string;
    readonly locale: string;
    readonly width?: number;
    /** When the page believes to be, in central Europe; this machine's time and place where absent. */
    readonly now?: string;
  },
): Promise<{ readonly page: Page; readonly complaints: string[]; readonly foreign: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    reducedMotion: 'reduce',
    ...(options.now !== undefined && { timezoneId: 'Europe/Berlin' }),
  });
  if (options.now !== undefined) await context.clock.setFixedTime(options.now);
  await context.addInitScript(
    ([theme, locale]) => {
      localStorage.setItem('theme', theme as string);
      localStorage.setItem('locale', locale as string);
    },
    [options.theme, options.locale],
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && !served.address.startsWith(url.origin)) foreign.push(request.url());
  });
  await page.goto(`${served.address}#/${options.route}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { page, complaints, foreign, close: () => context.close() };
}
