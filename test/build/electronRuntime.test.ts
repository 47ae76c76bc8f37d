import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, isComplete, linkFolder, makeWhole } from '../../build/electronCache.mjs';
import { executableName, findElectron, provideElectron } from '../../build/electronRuntime.mjs';
import { unzip } from '../../build/unzip.mjs';
import { temporaryFolder } from '../support/temporaryPlan.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the cache of Electron', () => {
  const made = async () => {
    const folder = join(temporaryFolder(), '45.0.0-here');
    await makeWhole(folder, async (staging) => {
      mkdirSync(join(staging, 'locales'));
      writeFileSync(join(staging, 'electron'), 'program');
      writeFileSync(join(staging, 'locales', 'de.pak'), 'words');
    });
    return folder;
  };

  it('stands outside of the repository, where the system wants it', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/bascule/electron');
    expect(cacheFolder({})).toMatch(/bascule.electron$/);
  });

  it('is complete when it has been made', async () => {
    expect(isComplete(await made())).toBe(true);
  });

  it.each<[string, (folder: string) => void]>([
    ['a file is missing', (folder) => rmSync(join(folder, 'locales', 'de.pak'))],
    ['a file was cut off', (folder) => truncateSync(join(folder, 'electron'), 3)],
    ['the record is missing', (folder) => rmSync(join(folder, '.bascule-complete.json'))],
    ['the record was cut off', (folder) => truncateSync(join(folder, '.bascule-complete.json'), 5)],
    ['it was made by an older recipe', (folder) => writeFileSync(join(folder, '.bascule-complete.json'), '{"recipe":1,"files":{"electron":7}}')],
    ['it is not there at all', (folder) => rmSync(folder, { recursive: true })],
  ])('is not, when %s', async (_what, damage) => {
    const folder = await made();
    damage(folder);
    expect(isComplete(folder)).toBe(false);
  });

  it('is made whole or not at all, and clears away what an interrupted start has left', async () => {
    const folder = join(temporaryFolder(), '45.0.0-here');
    mkdirSync(`${folder}.part-1`);
    await expect(
      makeWhole(folder, async (staging) => {
        writeFileSync(join(staging, 'electron'), 'half');
        throw new Error('no network');
      }),
    ).rejects.toThrow('no network');
    expect([existsSync(folder), existsSync(`${folder}.part-1`)]).toEqual([false, false]);
  });

  it('lends its files to a second folder, except those that are changed there', async () => {
    const folder = await made();
    const second = join(temporaryFolder(), 'tests');
    linkFolder(folder, second, ['electron']);
    writeFileSync(join(second, 'electron'), 'changed');
    expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('program');
    expect(statSync(join(second, 'locales', 'de.pak')).ino).toBe(statSync(join(folder, 'locales', 'de.pak')).ino);
    expect(existsSync(join(second, '.bascule-complete.json'))).toBe(false);
  });
});

describe('which Electron is taken', () => {
  it('the one that ELECTRON_OVERRIDE_DIST_PATH names, before all others', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, executableName), '');
    writeFileSync(join(folder, 'version'), 'v45.4.1\n');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    const expected = { folder, executable: join(folder, executableName), version: '45.4.1' };
    expect(await provideElectron()).toEqual(expected);
    expect(await findElectron({ isForTests: true })).toEqual(expected);
  });

  it('none, with a sentence, where that folder holds none', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
    await expect(provideElectron()).rejects.toThrow('there is no Electron in ELECTRON_OVERRIDE_DIST_PATH (/nowhere)');
    expect(await findElectron()).toBeNull();
  });

  it('none without a download where the cache is empty', async () => {
    vi.stubEnv('XDG_CACHE_HOME', temporaryFolder());
    expect(await findElectron()).toBeNull();
  });
});

type Planted = { readonly name: string; readonly text: string; readonly mode?: number; readonly checksum?: number };

/** A zip without compression, byte by byte, because a good writer would not make these. */
function zipOf(entries: readonly Planted[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode = 0o100644, checksum = crc32(text) } of entries) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(checksum, 10);
    fields.writeUInt32LE(text.length, 14);
    fields.writeUInt32LE(text.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), Buffer.from(text)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, rest.subarray(0, 14), Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

describe('unpacking', () => {
  const unpack = (entries: readonly Planted[], placeOf?: (name: string) => string | null) => {
    const folder = temporaryFolder();
    const file = join(folder, 'archive.zip');
    writeFileSync(file, zipOf(entries));
    const target = join(folder, 'target');
    mkdirSync(target);
    return unzip(file, target, placeOf).then((count) => ({ count, target }));
  };

  it('keeps modes and links, and leaves out what is not wanted', async () => {
    const { count, target } = await unpack(
      [
        { name: 'App/electron', text: 'program', mode: 0o100755 },
        { name: 'App/current', text: 'electron', mode: 0o120777 },
        { name: 'App/resources/app', text: 'not ours' },
      ],
      (name) => (name.includes('resources') ? null : name),
    );
    expect(count).toBe(2);
    expect(statSync(join(target, 'App', 'electron')).mode & 0o777).toBe(0o755);
    expect(lstatSync(join(target, 'App', 'current')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(target, 'App', 'resources'))).toBe(false);
    chmodSync(target, 0o755);
  });

  it.each<[string, Planted, RegExp]>([
    ['a file whose checksum is another', { name: 'a', text: 'damaged', checksum: 1 }, /a is damaged/],
    ['a name that leads outside', { name: '../outside', text: 'x' }, /\.\./],
    ['a name from the root', { name: '/etc/x', text: 'x' }, /absolute|outside/],
    ['a link that leads outside', { name: 'link', text: '../../etc', mode: 0o120777 }, /outside/],
  ])('refuses %s', async (_what, entry, reason) => {
    await expect(unpack([entry])).rejects.toThrow(reason);
  });
});
