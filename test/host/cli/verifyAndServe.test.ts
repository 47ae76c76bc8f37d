import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bascule, basculeJson, endOf, hashOf, mustWork, type Spawned, spawnBascule, temporaryFolder, writeAdministration } from '../../support/cli.ts';

const folder = temporaryFolder();
const plan = folder.file('plan.bascule');
const paper = folder.file('plan.pdf');

beforeAll(async () => {
  await mustWork(['new', plan, '--template', 'lyon', '--start', '2027-01-04', '--name', '<b>Lyon & alentours</b>']);
  await mustWork(['import', plan, ...writeAdministration(folder.file('in'))]);
  await mustWork(['map', plan, '--accept']);
  await mustWork(['schedule', plan]);
  await mustWork(['report', plan, '--out', paper, '--locale', 'fr']);
});
afterAll(() => folder.remove());

type Verified = { readonly isWhole: boolean; readonly fingerprint: string; readonly matches: boolean | null };

describe('verify', () => {
  it('finds the fingerprint of the plan in its papers, of either kind and standard', async () => {
    const { fingerprint, isWhole } = await basculeJson<Verified>(['verify', plan]);
    expect(isWhole).toBe(true);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    for (const options of [[], ['--kind', 'council'], ['--standard', 'a-2a']]) {
      const file = folder.file('some.pdf');
      await mustWork(['report', plan, '--out', file, ...options]);
      expect(readFileSync(file, 'latin1').includes(`bascule-fingerprint:${fingerprint}`), options.join(' ')).toBe(true);
      expect(await basculeJson(['verify', file])).toEqual({ fingerprint });
      expect((await basculeJson<Verified>(['verify', file, '--plan', plan])).matches).toBe(true);
    }
  });

  it('takes a fingerprint as it is printed: in groups, in capitals, or only its beginning', async () => {
    const { fingerprint } = await basculeJson<Verified>(['verify', plan]);
    const groups = fingerprint.replace(/(.{8})(?=.)/g, '$1\u200b');
    const short = fingerprint.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
    for (const printed of [fingerprint.toUpperCase(), groups, short, ` ${short.replaceAll(' ', '\u00a0')} `])
      expect((await basculeJson<Verified>(['verify', plan, '--fingerprint', printed])).matches, printed).toBe(true);
    const other = `${fingerprint.startsWith('0') ? '1' : '0'}${fingerprint.slice(1)}`;
    expect(await bascule(['verify', plan, '--fingerprint', other])).toMatchObject({ code: 1, err: '' });
    // Too short to say anything, or no fingerprint at all.
    for (const wrong of ['', fingerprint.slice(0, 4), 'not a fingerprint'])
      expect((await bascule(['verify', plan, '--fingerprint', wrong])).code, wrong).toBe(2);
  });

  it('tells a paper of an earlier state of the plan from one of the present', async () => {
    expect((await bascule(['verify', paper, '--plan', plan])).code).toBe(0);
    await mustWork(['scenario', plan, 'add', '--name', 'Later', '--set', 'start=2028-01-03']);
    const { code, out } = await bascule(['verify', paper, '--plan', plan, '--locale', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(/does not belong/);
    await mustWork(['undo', plan]);
    expect((await bascule(['verify', paper, '--plan', plan])).code).toBe(0);
  });

  it('refuses a PDF of another program', async () => {
    const { code, err } = await bascule(['verify', folder.write('other.pdf', '%PDF-1.7\nnothing in it\n')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error invalid: [^\n]*other\.pdf[^\n]*\n$/);
  });

  it('finds damage in a plan', async () => {
    const bytes = readFileSync(plan);
    // Zeros in the middle of the file, on a page that holds rows.
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8192);
    expect((await bascule(['verify', folder.write('damaged.bascule', bytes)])).code).toBe(1);
  });
});

type Page = { readonly status: number; readonly type: string; readonly body: Buffer; readonly headers: Readonly<Record<string, unknown>> };

function fetchPage(port: number, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Page> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: Buffer.concat(parts), headers: response.headers }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('serve', () => {
  let child: Spawned | null = null;
  afterEach(() => {
    child?.kill('SIGKILL');
    child = null;
  });

  async function start(argv: readonly string[]): Promise<{ readonly child: Spawned; readonly port: number; readonly path: string }> {
    const started = spawnBascule(['serve', ...argv, '--json']);
    child = started;
    let text = '';
    while (!text.trimEnd().endsWith('}')) text += String((await once(started.stdout, 'data'))[0]);
    const url = new URL((JSON.parse(text) as { address: string }).address);
    expect(url.hostname).toBe('127.0.0.1');
    return { child: started, port: Number(url.port), path: url.pathname };
  }

  it('gives the pages to whoever has the address, and leaves the plan alone', async () => {
    const before = hashOf(plan);
    const { port, path } = await start([plan]);
    const { status, type, body, headers } = await fetchPage(port, path);
    expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(body.toString('utf8')).toContain('<div id="root">');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await fetchPage(port, `${path}nothing`)).status).toBe(404);
    expect((await fetchPage(port, path, {}, 'PUT')).status).toBe(405);
    const closed = once(child as Spawned, 'close');
    child?.kill('SIGTERM');
    await closed;
    expect(hashOf(plan)).toBe(before);
  });

  it('tells whoever comes without the address no more than that', async () => {
    const { port } = await start([plan]);
    const { status, body } = await fetchPage(port, '/');
    expect(status).toBe(200);
    expect(body.toString('utf8')).not.toContain('root');
    expect((await fetchPage(port, '/core/')).status).toBe(404);
  });

  it('refuses a request that names another host', async () => {
    const { port, path } = await start([plan]);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '[::1]', 'localhost.evil.example']) {
      for (const wanted of ['/', path]) {
        const { status, body } = await fetchPage(port, wanted, { Host: host });
        expect(status, host).toBe(403);
        expect(body).toHaveLength(0);
      }
    }
    expect((await fetchPage(port, path, { Host: `localhost:${port}` })).status).toBe(200);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s', async (signal) => {
    const { child: started, port, path } = await start([plan]);
    await fetchPage(port, path);
    const closed = once(started, 'close');
    started.kill(signal);
    expect(await closed).toEqual([0, null]);
    await expect(fetchPage(port, path)).rejects.toThrow();
  });

  it('says that a port is taken, and opens without a plan', async () => {
    const { port, path } = await start([]);
    expect((await fetchPage(port, path)).status).toBe(200);
    const { code, err } = await endOf(spawnBascule(['serve', '--port', String(port)]));
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^error unavailable: [^\\n]*${port}[^\\n]*\\n$`));
  });
});
