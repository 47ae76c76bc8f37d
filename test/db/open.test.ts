import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { requireNodeApi } from '../../db/connection.ts';
import { allMigrations } from '../../db/migrations.ts';
import { fillSamplePlan } from '../support/samplePlan.ts';
import { appErrorOf, change, openPlan, temporaryFolder, temporaryPlanPath } from '../support/temporaryPlan.ts';

const small = { accounts: 300, units: 20, items: 12, tracks: 3 };

function samplePlan(): string {
  const path = temporaryPlanPath();
  const store = openPlan(path, 'create');
  fillSamplePlan(store, small);
  store.close();
  return path;
}

describe('opening a plan', () => {
  it('makes a new file and leaves nothing else beside it after closing', () => {
    const path = temporaryPlanPath();
    const store = openPlan(path, 'create');
    expect(store.read((reader) => [reader.plan(), reader.revision(), reader.accountTotal()])).toEqual([null, 0, 0]);
    expect(store.isReadOnly).toBe(false);
    store.close();
    expect(readdirSync(dirname(path))).toEqual(['plan.bascule']);
  });

  it('marks the file as ours', () => {
    const path = samplePlan();
    const header = readFileSync(path).subarray(0, 100);
    expect(header.toString('latin1', 68, 72)).toBe('Basc');
    expect(header.readUInt32BE(60)).toBe(allMigrations().length);
  });

  it('refuses to create over a file that is there', () => {
    const path = samplePlan();
    const before = readFileSync(path);
    expect(appErrorOf(() => openPlan(path, 'create'))).toMatchObject({
      code: 'conflict',
      messageKey: 'storage.fileExistsAlready',
      params: { file: 'plan.bascule' },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('finds again what was written, and does not touch the file by opening, reading and closing it', () => {
    const path = samplePlan();
    const before = readFileSync(path);
    const store = openPlan(path, 'write');
    expect(store.read((reader) => reader.plan()?.administration)).toBe('City of Example');
    expect(store.read((reader) => reader.accountTotal())).toBe(300);
    expect(store.verify()).toEqual([]);
    store.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says which Node is too old instead of crashing', () => {
    expect(appErrorOf(() => requireNodeApi('9'))).toMatchObject({ code: 'unavailable', messageKey: 'storage.nodeTooOld', params: { nodeApi: '9' } });
    expect(appErrorOf(() => requireNodeApi(undefined)).messageKey).toBe('storage.nodeTooOld');
    expect(requireNodeApi('10')).toBeUndefined();
  });
});

describe.each(['write', 'read'] as const)('a file that is no whole plan, opened to %s', (mode) => {
  const refused = (path: string) => {
    const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
    const error = appErrorOf(() => openPlan(path, mode));
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path)).filter((name) => name !== basename(path))).toEqual([]);
    return { code: error.code, messageKey: error.messageKey };
  };

  it('is missing', () => {
    expect(refused(temporaryPlanPath())).toEqual({ code: 'notFound', messageKey: 'storage.fileNotFound' });
  });

  it('is a folder', () => {
    const path = join(temporaryFolder(), 'plan.bascule');
    mkdirSync(path);
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.notAPlan' });
  });

  it('is empty', () => {
    const path = temporaryPlanPath();
    writeFileSync(path, '');
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.fileIsEmpty' });
  });

  it('holds zero bytes, text or noise', () => {
    for (const bytes of [
      Buffer.alloc(50_000),
      Buffer.from('raw_name;publisher\n'.repeat(1000)),
      Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251)),
    ]) {
      const path = temporaryPlanPath();
      writeFileSync(path, bytes);
      expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.notAPlan' });
    }
  });

  it('is another program’s SQLite file', () => {
    const path = temporaryPlanPath();
    const other = new Sqlite(path);
    other.exec('CREATE TABLE anything (n)');
    other.close();
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.notAPlan' });
  });

  it('comes from the future', () => {
    const path = samplePlan();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(9999, 60);
    writeFileSync(path, bytes);
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.fromNewerProgram' });
  });

  it('was cut in the middle, at any place', () => {
    const whole = samplePlan();
    const { size } = statSync(whole);
    for (const cut of [99, 100, 4096, Math.floor(size / 2), size - 4096, size - 1]) {
      const path = temporaryPlanPath();
      copyFileSync(whole, path);
      truncateSync(path, cut);
      expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.fileIsCut' });
    }
  });

  it('lost pages in the middle', () => {
    const path = samplePlan();
    const bytes = readFileSync(path);
    bytes.fill(0, Math.floor(bytes.length / 8192) * 4096, Math.floor(bytes.length / 8192) * 4096 + 8192);
    writeFileSync(path, bytes);
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.fileIsDamaged' });
  });

  it('lost its first table page', () => {
    const path = samplePlan();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(path, bytes);
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.fileIsDamaged' });
  });

  it('refers to rows that are gone', () => {
    const path = samplePlan();
    const other = new Sqlite(path);
    other.pragma('foreign_keys = OFF');
    for (const name of other.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) other.exec(`DROP TRIGGER ${String(name)}`);
    other.exec('DELETE FROM tracks WHERE number = 2');
    other.close();
    expect(refused(path)).toEqual({ code: 'storage', messageKey: 'storage.referencesAreBroken' });
  });
});

describe('a second opener', () => {
  it('is told who has the plan, since when and where', () => {
    const path = samplePlan();
    const first = openPlan(path, 'write');
    const error = appErrorOf(() => openPlan(path, 'write'));
    expect(error).toMatchObject({ code: 'busy', messageKey: 'storage.openElsewhere' });
    expect(error.params).toMatchObject({ user: 'Anna Beispiel', host: hostname(), file: 'plan.bascule', lockFile: 'plan.bascule.lock' });
    expect(error.params.since).toMatch(/^2026-09-01T08:00:/);
    first.close();
    expect(openPlan(path, 'write').isReadOnly).toBe(false);
  });

  it('reads the plan as it is after the last command, and cannot write', () => {
    const path = samplePlan();
    const first = openPlan(path, 'write');
    change(first, (writer) => writer.setAssumption('training.centsPerHour', 5000));
    const reader = openPlan(path, 'read');
    expect(reader.isReadOnly).toBe(true);
    expect(reader.read((plan) => plan.changedAssumptions().get('training.centsPerHour'))).toBe(5000);
    expect(reader.verify()).toEqual([]);
    expect(appErrorOf(() => change(reader, (writer) => writer.setAssumption('a', 1)))).toMatchObject({ code: 'rule', messageKey: 'storage.openedReadOnly' });
    // The first still holds the lock and goes on.
    change(first, (writer) => writer.setAssumption('training.centsPerHour', 6000));
    expect(reader.read((plan) => plan.changedAssumptions().get('training.centsPerHour'))).toBe(5000);
    expect(first.read((plan) => plan.changedAssumptions().get('training.centsPerHour'))).toBe(6000);
  });

  it('leaves nothing behind after reading', () => {
    const path = samplePlan();
    openPlan(path, 'read').close();
    expect(readdirSync(dirname(path))).toEqual(['plan.bascule']);
  });

  it('cleans up after a program of this machine that ended without closing', () => {
    const path = samplePlan();
    writeFileSync(`${path}.lock`, JSON.stringify({ user: 'Bea', host: hostname(), pid: 2 ** 22 + 1, since: '2026-08-31T10:00:00.000Z' }));
    openPlan(path, 'write').close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('believes the lock file of another machine, for shares do not all pass locks on', () => {
    const path = samplePlan();
    const lock = JSON.stringify({ user: 'Bea', host: 'other-machine', pid: 1, since: '2026-08-31T10:00:00.000Z' });
    writeFileSync(`${path}.lock`, lock);
    expect(appErrorOf(() => openPlan(path, 'write')).params).toMatchObject({ user: 'Bea', host: 'other-machine', since: '2026-08-31T10:00:00.000Z' });
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(lock);
  });

  it('takes no notice of a lock file that says nothing', () => {
    const path = samplePlan();
    writeFileSync(`${path}.lock`, 'not json');
    expect(openPlan(path, 'write').isReadOnly).toBe(false);
  });

  it('is refused while another program holds SQLite’s lock, lock file or not', () => {
    const path = samplePlan();
    const other = new Sqlite(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(appErrorOf(() => openPlan(path, 'write'))).toMatchObject({ code: 'busy', messageKey: 'storage.openBySomebody' });
    other.exec('ROLLBACK');
    other.close();
  });
});

describe('safety copies', () => {
  const copiesOf = (path: string) => {
    const folder = join(dirname(path), `.${basename(path)}-copies`);
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };
  const workOn = (path: string, day: string, value: number) => {
    const store = openPlan(path, 'write', { clock: { now: () => `${day}T09:00:00.000Z` } });
    change(store, (writer) => writer.setAssumption('a', value));
    store.close();
  };

  it('are made before the first command of a day, whole, and hold what was there before it', () => {
    const path = samplePlan();
    openPlan(path, 'write').close();
    expect(copiesOf(path)).toEqual([]);
    workOn(path, '2026-09-02', 1);
    workOn(path, '2026-09-02', 2);
    expect(copiesOf(path)).toEqual(['2026-09-02.bascule']);
    const copy = openPlan(join(dirname(path), '.plan.bascule-copies', '2026-09-02.bascule'), 'read');
    expect(copy.verify()).toEqual([]);
    expect(copy.read((reader) => [reader.accountTotal(), reader.changedAssumptions().has('a')])).toEqual([300, false]);
  });

  it('keep the five newest', () => {
    const path = samplePlan();
    for (let day = 1; day <= 8; day++) workOn(path, `2026-09-0${day}`, day);
    expect(copiesOf(path)).toEqual([4, 5, 6, 7, 8].map((day) => `2026-09-0${day}.bascule`));
  });

  it('are not made of a damaged plan', () => {
    const path = samplePlan();
    workOn(path, '2026-09-02', 1);
    const bytes = readFileSync(path);
    bytes.fill(0, 40_960, 49_152);
    writeFileSync(path, bytes);
    expect(() => workOn(path, '2026-09-03', 2)).toThrow('storage.fileIsDamaged');
    expect(copiesOf(path)).toEqual(['2026-09-02.bascule']);
  });
});
