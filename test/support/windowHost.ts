import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { spawnBascule } from './cli.ts';
import { type Display, launchBascule, makeHome, startDisplay } from './electronApp.ts';

/** The window wherever it runs, and what a person does there outside of it: choosing files and taking files away. */
export type WindowHost = {
  readonly page: Page;
  /** The window asks for files because of what `ask` does, and gets these. */
  choose(paths: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Does what makes a plan; where the program asks for a place, it gets one. */
  makePlan(name: string, ask: () => Promise<void>): Promise<void>;
  /** Does what writes a file, and answers with its path once it is whole. */
  save(name: string, ask: () => Promise<void>): Promise<string>;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  /** Ends the program, and answers with every request that was made for the window to anywhere but its own pages. */
  close(): Promise<readonly string[]>;
};

/** The first call does it, each later one gets the same answer. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

/**
 * What the browser asked the network for, with the origin in whose name. In nobody's name it asks for itself: Debian's
 * Chromium asks Google for updates and for guesses at form fields, which no page can keep it from.
 */
function requestsOf(netLog: string): readonly { readonly url: string; readonly initiator: string }[] {
  const { events } = JSON.parse(readFileSync(netLog, 'utf8')) as { events: readonly { params?: { url?: string; initiator?: string } }[] };
  return events.flatMap(({ params }) =>
    params?.url !== undefined && params.initiator !== undefined ? [{ url: params.url, initiator: params.initiator }] : [],
  );
}

type Opening = { readonly locale: string; readonly theme?: string };

const size = { width: 1280, height: 800 };

/** Notes what a page asks for elsewhere and what goes wrong in it. */
function watch(page: Page, isOwn: (url: string) => boolean) {
  const complaints: string[] = [];
  const strays: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.context().on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !isOwn(url)) strays.push(url);
  });
  page.on('websocket', (socket) => {
    if (!isOwn(socket.url().replace(/^ws/, 'http'))) strays.push(socket.url());
  });
  return { complaints, strays };
}

/** Starts `bascule serve` as a process of its own and opens its address in Debian's Chromium. */
export async function openInChromium({ locale, theme = 'light' }: Opening, plan?: string): Promise<WindowHost> {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-window-'));
  const server = spawnBascule(['serve', '--json', ...(plan === undefined ? [] : [plan])], folder, { XDG_DATA_HOME: folder });
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /"address":\s*"([^"]+)"/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`bascule serve ended with ${code}`)));
  });
  const netLog = join(folder, 'netlog.json');
  const browser = await launchBrowser(netLog);
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', acceptDownloads: true });
  await context.addInitScript(
    ([wantedTheme, wantedLocale]) => {
      localStorage.setItem('theme', wantedTheme as string);
      localStorage.setItem('locale', wantedLocale as string);
    },
    [theme, locale],
  );
  const page = await context.newPage();
  const { origin, host } = new URL(address);
  const { complaints, strays } = watch(page, (url) => url.startsWith(`${origin}/`));
  // From the first moment on: what is only asked for when a chooser is due comes too late for a key press.
  page.on('filechooser', () => {});
  await page.goto(address);
  return {
    page,
    complaints,
    async choose(paths, ask) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()]);
      await chooser.setFiles([...paths]);
    },
    makePlan: (_name, ask) => ask(),
    async save(name, ask) {
      const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
      const path = join(folder, name);
      await download.saveAs(path);
      return path;
    },
    close: once(async () => {
      await browser.close();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      const asked = requestsOf(netLog);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      if (!asked.some(({ url }) => url.startsWith(origin))) throw new Error('the browser wrote no log of its requests');
      return [...strays, ...asked.flatMap(({ url, initiator }) => (initiator === origin && new URL(url).host !== host ? [url] : []))];
    }),
  };
}

/** Starts the desktop program on a screen of its own. */
export async function openInElectron({ locale, theme = 'light' }: Opening, plan?: string): Promise<WindowHost> {
  const display: Display = await startDisplay();
  const home = makeHome(display);
  const { app, window: page } = await launchBascule(home, plan === undefined ? [] : [plan]);
  const { complaints, strays } = watch(page, (url) => url.startsWith('app://bascule/'));
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size);
  await page.evaluate(
    ([wantedTheme, wantedLocale]) => {
      const { localStorage } = globalThis as unknown as { localStorage: { setItem(key: string, value: string): void } };
      localStorage.setItem('theme', wantedTheme as string);
      localStorage.setItem('locale', wantedLocale as string);
    },
    [theme, locale],
  );
  await page.reload();
  const answerPlace = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never;
    }, path);
  return {
    page,
    complaints,
    async choose(paths, ask) {
      await app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as never;
        },
        [...paths],
      );
      await ask();
    },
    async makePlan(name, ask) {
      await answerPlace(join(home.folder, `${name}.bascule`));
      await ask();
    },
    async save(name, ask) {
      const path = join(home.folder, name);
      await answerPlace(path);
      await ask();
      return path;
    },
    close: once(async () => {
      await app.close();
      const refused = home.log('refused.log').split('\n').filter(Boolean);
      home.remove();
      display.stop();
      return [...strays, ...refused];
    }),
  };
}
