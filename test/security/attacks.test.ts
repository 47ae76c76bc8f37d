import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShellBridge } from '../../core/contract/shellBridge.ts';
import { projectRoot } from '../support/plantedTree.ts';
import { type Display, electron, type Home, launchBascule, makeHome, reasonToSkip, type RunningApp, startDisplay } from '../support/electronApp.ts';

/** A page's script as an attacker would have it. What of a browser is used is declared here, because tests have no DOM. */
declare const window: Record<string, unknown> & { readonly bascule: ShellBridge; open(url: string): unknown };
// biome-ignore lint/suspicious/noExplicitAny: the page's document, in which anything is tried.
declare const document: any;
// biome-ignore lint/suspicious/noExplicitAny: as above.
declare const navigator: any;
declare const location: { href: string };
declare const Notification: { requestPermission(): Promise<string> };

describe.skipIf(reasonToSkip !== null)(`attacks from inside a window${reasonToSkip === null ? '' : ` (${reasonToSkip})`}`, () => {
  let display: Display;
  let home: Home;
  let running: RunningApp;
  let server: Server;
  let address: string;
  const reached: string[] = [];

  beforeAll(async () => {
    display = await startDisplay();
    home = makeHome(display);
    running = await launchBascule(home);
    server = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.end('<h1>outside</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  });
  afterAll(async () => {
    await running.app.close().catch(() => {});
    server.close();
    home.remove();
    display.stop();
  });

  const refused = () =>
    home
      .log('refused.log')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { what: string; detail: string });

  it('reads no file beside the pages', async () => {
    const statuses = await running.window.evaluate(async () => {
      const tries = ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/..%5c..%5cpackage.json', '/assets/..%2f..%2felectron/main.cjs'];
      return Promise.all(tries.map(async (path) => fetch(`app://bascule${path}`).then((response) => response.status)));
    });
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect(
      await running.window.evaluate(() =>
        fetch('file:///etc/passwd').then(
          () => 'read',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });

  it('is served with the policy', async () => {
    const policy = await running.window.evaluate(() => fetch('app://bascule/index.html').then((response) => response.headers.get('content-security-policy')));
    expect(policy).toContain("default-src 'none'");
  });

  it('reaches no server: not by script, picture, style, frame or socket', async () => {
    await running.window.evaluate(async (base) => {
      await fetch(`${base}/fetch`).catch(() => {});
      navigator.sendBeacon(`${base}/beacon`, 'x');
      for (const [tag, attribute] of [
        ['img', 'src'],
        ['script', 'src'],
        ['iframe', 'src'],
        ['embed', 'src'],
        ['object', 'data'],
        ['video', 'src'],
        ['link', 'href'],
      ]) {
        const element = document.createElement(tag);
        if (tag === 'link') element.rel = 'stylesheet';
        element[attribute as string] = `${base}/${tag}`;
        document.body.append(element);
      }
      new WebSocket(base.replace('http', 'ws'));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, address);
    expect(reached).toEqual([]);
  });

  it('reaches none past the policy either: what the shell itself is made to load is cancelled and written down', async () => {
    const loaded = await running.app.evaluate(async ({ BrowserWindow, session }, url) => {
      const other = new BrowserWindow({ show: false });
      const navigated = await other.loadURL(`${url}/loaded`).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
      const fetched = await session.defaultSession.fetch(`${url}/fetched`).then(
        () => 'fetched',
        (error: Error) => error.message,
      );
      other.destroy();
      return [navigated, fetched];
    }, address);
    expect(loaded).toEqual([expect.stringContaining('ERR_BLOCKED_BY_CLIENT'), expect.stringContaining('ERR_BLOCKED_BY_CLIENT')]);
    expect(reached).toEqual([]);
    expect(refused()).toContainEqual(expect.objectContaining({ what: 'request', detail: `${address}/loaded` }));
  });

  it('finds no name and no proxy', async () => {
    const switches = await running.app.evaluate(({ app }) =>
      ['host-resolver-rules', 'no-proxy-server', 'disable-background-networking'].map((name) => [
        app.commandLine.hasSwitch(name),
        app.commandLine.getSwitchValue(name),
      ]),
    );
    expect(switches).toEqual([
      [true, 'MAP * ~NOTFOUND'],
      [true, ''],
      [true, ''],
    ]);
    expect(
      await running.app.evaluate(({ session }) =>
        session.defaultSession.resolveHost('localhost').then(
          () => 'resolved',
          () => 'not found',
        ),
      ),
    ).toBe('not found');
  });

  it('opens no window and no webview', async () => {
    const opened = await running.window.evaluate((url) => [window.open(url), window.open('app://bascule/index.html'), window.open('about:blank')], address);
    expect(opened).toEqual([null, null, null]);
    await running.window.evaluate((url) => {
      const view = document.createElement('webview');
      view.src = url;
      document.body.append(view);
    }, address);
    expect(running.app.windows()).toHaveLength(1);
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getType()))).toEqual(['window']);
    expect(refused().filter(({ what }) => what === 'window')).toHaveLength(3);
  });

  it('is granted nothing but to copy a text', async () => {
    const answers = await running.window.evaluate(async () => {
      const no = (error: Error) => error.name;
      return {
        notification: await Notification.requestPermission(),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', no),
        screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'granted', no),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            () => resolve('denied'),
          ),
        ),
        read: await navigator.clipboard.readText().then(() => 'granted', no),
        midi: await navigator.requestMIDIAccess().then(() => 'granted', no),
        copy: (await navigator.permissions.query({ name: 'clipboard-write' })).state,
      };
    });
    expect(answers).toMatchObject({ notification: 'denied', place: 'denied', copy: 'granted' });
    for (const name of ['camera', 'screen', 'read', 'midi'] as const) expect(answers[name], name).not.toBe('granted');
  });

  it('downloads nothing', async () => {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,x'));
    await expect.poll(() => refused().some(({ what }) => what === 'download')).toBe(true);
  });

  it('runs no script but the files of the pages', async () => {
    await running.window.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      const picture = document.createElement('div');
      picture.innerHTML = '<img src="data:," onerror="window.wasRun = true">';
      document.body.append(picture);
    });
    await running.window.waitForTimeout(200);
    expect(await running.window.evaluate(() => window.wasRun)).toBeUndefined();
  });

  it('knows neither Node nor Electron', async () => {
    const types = await running.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].map((name) => typeof window[name]),
    );
    expect(new Set(types)).toEqual(new Set(['undefined']));
    const kinds = await running.window.evaluate(() => Object.values(window.bascule).map((value) => typeof value));
    expect(new Set(kinds)).toEqual(new Set(['function']));
    expect(await running.window.evaluate(() => Object.isFrozen(window.bascule) || Reflect.set(window.bascule, 'chooseFiles', null) === false)).toBe(true);
  });

  it('has a window with every safeguard on', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    // Its dictionaries would be downloaded.
    expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  it('is refused when its message comes from a foreign page, even through the same preload script', async () => {
    const answer = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
        await foreign.loadURL('data:text/html,<h1>foreign</h1>');
        const got: unknown = await foreign.webContents.executeJavaScript('window.bascule.recentPlans()');
        const port: unknown = await foreign.webContents.executeJavaScript('window.bascule.connectCore()');
        foreign.destroy();
        return [got, port];
      },
      join(projectRoot, 'dist', 'electron', 'preload.cjs'),
    );
    const refusal = { ok: false, error: expect.objectContaining({ messageKey: 'shell.senderRefused' }) };
    expect(answer).toEqual([refusal, refusal]);
    expect(refused()).toContainEqual(expect.objectContaining({ what: 'message', detail: 'recentPlans' }));
  });

  it('gets no handle for a file that a script made up', async () => {
    const made = await running.window.evaluate(() => window.bascule.acceptDropped([new File(['x'], '/etc/passwd'), { path: '/etc/passwd' }, '/etc/passwd']));
    expect(made).toEqual({ ok: true, value: [] });
  });

  it('gets a handle for a file that the user gave', async () => {
    await running.window.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'given';
      document.body.append(input);
    });
    await running.window.setInputFiles('#given', join(projectRoot, 'LICENSE'));
    const given = await running.window.evaluate(() => window.bascule.acceptDropped([...document.getElementById('given').files]));
    expect(given).toEqual({ ok: true, value: [expect.objectContaining({ name: 'LICENSE' })] });
  });

  it('opens only pages that a source names, over https, after the user has agreed', async () => {
    const url = await running.app.evaluate(async ({ dialog, shell }) => {
      const seen = globalThis as unknown as { opened: string[]; asked: string[] };
      seen.opened = [];
      seen.asked = [];
      shell.openExternal = (async (target: string) => void seen.opened.push(target)) as never;
      dialog.showMessageBox = (async (_window: unknown, options: { detail: string }) => {
        seen.asked.push(options.detail);
        return { response: seen.asked.length === 1 ? 1 : 0, checkboxChecked: false };
      }) as never;
      return 'https://unknown.example/?q=secret';
    });
    const open = (target: string) => running.window.evaluate((given) => window.bascule.openLink(given), target);
    for (const target of [url, 'file:///etc/passwd', 'javascript:alert(1)', knownSource.replace('https:', 'http:'), `${knownSource}?q=secret`])
      expect(await open(target), target).toMatchObject({ ok: false });
    // Asked and declined, asked and agreed.
    expect(await open(knownSource)).toMatchObject({ ok: true });
    expect(await open(knownSource)).toMatchObject({ ok: true });
    const seen = await running.app.evaluate(() => {
      const { opened, asked } = globalThis as unknown as { opened: string[]; asked: string[] };
      return { opened, asked };
    });
    expect(seen.opened).toEqual([knownSource]);
    expect(seen.asked).toHaveLength(2);
    expect(seen.asked[0]).toContain(knownSource);
  });

  // The last one: a page that has tried to leave waits for ever, and so would the tools that drive it.
  it('stays on its page', async () => {
    for (const target of [`${address}/away`, 'file:///etc/passwd', 'app://bascule/other.html']) {
      await running.window.evaluate((url) => {
        location.href = url;
      }, target);
      await running.window.waitForTimeout(200);
      expect(running.window.url()).toMatch(/^app:\/\/bascule\/index\.html/);
    }
    const tried = refused().filter(({ what }) => what === 'navigation');
    expect(tried.map(({ detail }) => detail)).toEqual([`${address}/away`, 'app://bascule/other.html']);
  });
});

/** Some https page of the catalogue. */
const knownSource = (() => {
  const text = readFileSync(join(projectRoot, 'templates', 'catalogue', 'sources.yml'), 'utf8');
  return /url: (https:\S+)/.exec(text)?.[1]?.replace(/^['"]|['"]$/g, '') ?? '';
})();

const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
const isRoot = process.getuid?.() === 0;
const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;
const isReadableByAll = !isRoot || !hasSetpriv || spawnSync('setpriv', [...asNobody, 'test', '-r', join(projectRoot, 'package.json')]).status === 0;

describe.skipIf(reasonToSkip !== null || process.platform !== 'linux' || (isRoot && !hasSetpriv) || !isReadableByAll)("Chromium's sandbox", () => {
  it('holds the page: a namespace of its own and a filter for system calls', async () => {
    const display = await startDisplay();
    const home = makeHome(display);
    chmodSync(home.folder, 0o777);
    // Chromium has no sandbox for root; the test then runs it as nobody.
    const wrapper = join(home.folder, 'electron.sh');
    const folder = isRoot ? join(home.folder, 'electron') : (electron?.folder ?? '');
    if (isRoot) cpSync(electron?.folder ?? '', folder, { recursive: true });
    const before = isRoot ? `setpriv ${asNobody.join(' ')} ` : '';
    writeFileSync(wrapper, `#!/bin/sh\nexec ${before}"${join(folder, 'electron')}" "$@"\n`, { mode: 0o755 });
    if (isRoot) chownSync(home.folder, 65534, 65534);
    const { app, window: page } = await launchBascule(home, [], { wrapper, hasSandbox: true });
    try {
      const processes = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout.split('\n');
      const renderers = processes.filter((line) => line.includes('--type=renderer') && line.includes(home.folder));
      const status = readFileSync(`/proc/${renderers[0]?.trim().split(' ')[0]}/status`, 'utf8');
      expect(renderers).toHaveLength(1);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
      expect(await page.title()).toContain('Bascule');
    } finally {
      await app.close();
      home.remove();
      display.stop();
    }
  });
});
