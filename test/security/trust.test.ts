import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerPage } from '../../electron/answerPage.ts';
import { pageFile } from '../../electron/pageFile.ts';
import { readAddress, readFileKind, readFileName, readPaths, readPlanSource, readSample, readSettings } from '../../electron/shellInput.ts';
import { isHttps, isOwnRequest, isTrustedSender } from '../../electron/trust.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

describe('the address of a page', () => {
  it.each([
    ['app://bascule/index.html', 'index.html'],
    ['app://bascule/', 'index.html'],
    ['app://bascule/assets/a%20b.js?x#y', 'assets/a b.js'],
    ['app://bascule/a/../index.html', 'index.html'],
  ])('%s is the file %s', (address, file) => {
    expect(pageFile('/pages', address)).toBe(join('/pages', file));
  });

  it.each([
    'app://bascule/..%2f..%2fetc/passwd',
    'app://bascule/%2e%2e%2fpages-evil/a.js',
    'app://bascule/assets/..%2f..%2fpackage.json',
    'app://bascule/..%5c..%5cwindows',
    'app://bascule/a\\..\\..\\b',
    'app://bascule/a%00.html',
    'app://bascule/%',
    'app://bascule/%ff',
    'app://other/index.html',
    'app://bascule:80/index.html',
    'app://bascule@evil/index.html',
    'app://user:pass@bascule/index.html',
    'file:///etc/passwd',
    'https://bascule/index.html',
    'nonsense',
  ])('%s is none', (address) => {
    const file = pageFile('/pages', address);
    // The browser's own reading of an address may turn an attack into a harmless one; it must then stay below the folder.
    expect(file === null || file.startsWith('/pages/')).toBe(true);
    if (/%2f|%5c|%00|%ff|%$|other|evil|user|file|https|nonsense|:80/i.test(address)) expect(file).toBeNull();
  });

  it('answers with the content security policy, and with nothing for what is outside', async () => {
    const folder = join(temporaryFolder(), 'pages');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<h1>');
    writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
    const get = (url: string, method = 'GET') => answerPage(folder, { url, method });
    const page = await get('app://bascule/index.html');
    expect(page.statusCode).toBe(200);
    expect(page.headers['Content-Type']).toBe('text/html; charset=utf-8');
    const policy = page.headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    for (const address of ['app://bascule/..%2fsecret.txt', 'app://bascule/assets', 'app://bascule/missing.js'])
      expect((await get(address)).statusCode).toBe(404);
    expect((await get('app://bascule/index.html', 'POST')).statusCode).toBe(405);
  });

  it('does not care what a link inside points to, because nobody but the builder writes there', () => {
    const folder = temporaryFolder();
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect(pageFile(folder, 'app://bascule/link')).toBe(join(folder, 'link'));
  });
});

describe('requests', () => {
  it.each(['app://bascule/a.js', 'data:image/png;base64,AA', 'blob:app://bascule/1-2'])('%s is ours', (address) => {
    expect(isOwnRequest(address, false)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://bascule/',
    'https://example.org/?app://bascule/',
    'app://bascule.evil/a.js',
    'app://evil/a.js',
    'blob:https://example.org/1',
    'blob:app://bascule.evil/1',
    'file:///etc/passwd',
    'ws://127.0.0.1/',
    'devtools://devtools/a',
    'chrome-extension://x/y',
    'nonsense',
  ])('%s is not', (address) => {
    expect(isOwnRequest(address, false)).toBe(false);
  });

  it('knows the tools for developers only where they are allowed', () => {
    expect(isOwnRequest('devtools://devtools/bundled/a.js', true)).toBe(true);
    expect(isOwnRequest('devtools://evil/a.js', true)).toBe(false);
  });
});

describe('who may send messages', () => {
  const main = { url: 'app://bascule/index.html', parent: null };
  const sent = (senderFrame: typeof main | null, mainFrame = main) => isTrustedSender({ senderFrame, sender: { mainFrame } });

  it('the main frame of a page of ours', () => expect(sent(main)).toBe(true));
  it('not a frame that has gone', () => expect(sent(null)).toBe(false));
  it('not a frame inside of it', () => expect(sent({ url: 'app://bascule/index.html', parent: main as never })).toBe(false));
  it.each(['https://example.org/', 'data:text/html,', 'about:blank', '', 'app://bascule.evil/', 'file:///index.html'])('not a page at %j', (url) => {
    const foreign = { url, parent: null };
    expect(sent(foreign, foreign)).toBe(false);
  });
});

describe('links to the outside', () => {
  it.each([
    ['https://www.example.org/a', true],
    ['http://www.example.org/a', false],
    ['https://user:pass@example.org/', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['https:evil', true],
    ['', false],
  ])('%s: %s', (address, isAllowed) => {
    expect(isHttps(address)).toBe(isAllowed);
  });
});

describe('what a window sends', () => {
  it.each<[string, () => unknown]>([
    ['a kind of file that is none', () => readFileKind('exe')],
    ['a kind of file from the prototype', () => readFileKind('constructor')],
    ['a number as a name', () => readFileName(1)],
    ['paths that are no list', () => readPaths('/etc/passwd')],
    ['too many paths', () => readPaths(Array.from({ length: 1001 }, () => 'a'))],
    ['an address without end', () => readAddress('a'.repeat(2001))],
    ['a plan by path', () => readPlanSource({ path: '/etc/passwd' })],
    ['nothing', () => readPlanSource(null)],
    ['a language that is none', () => readSettings({ locale: '../../x', theme: 'dark' })],
    ['a theme that is none', () => readSettings({ locale: 'de', theme: 'url(x)' })],
    ['a sample on no day', () => readSample({ name: 'x', locale: 'de', startsOn: '2027-02-30' })],
  ])('is refused: %s', (_what, read) => {
    expect(read).toThrow('shell.messageRefused');
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a/b\\c', 'a b c'],
    ['...', 'Bascule'],
    ['Plan: Rat & Haus', 'Plan  Rat & Haus'],
    ['a\u0000b', 'a b'],
  ])('as a name never leads elsewhere: %j', (given, name) => {
    expect(readFileName(given)).toBe(name);
  });
});
