import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { contentTables } from '../../db/contentTables.ts';
import { dumpPlan } from '../support/dumpPlan.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { appErrorOf, change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const small = { accounts: 200, units: 20, items: 12, tracks: 3 };

function samplePath(): string {
  const path = temporaryPlanPath();
  const store = openPlan(path, 'create');
  fillSamplePlan(store, small);
  store.close();
  return path;
}

/** The file as another program sees it that knows SQLite and not us. */
function withSqlite<Result>(path: string, work: (database: Sqlite.Database) => Result): Result {
  const database = new Sqlite(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

describe('the change log', () => {
  it('refuses every write outside a command, in every content table', () => {
    const path = samplePath();
    withSqlite(path, (database) => {
      for (const table of contentTables) {
        const [column] = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
        expect((database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) > 0 || table === 'account_states', table).toBe(true);
        if (table === 'account_states') continue;
        database.pragma('foreign_keys = OFF');
        expect(() => database.exec(`DELETE FROM ${table}`), table).toThrow('write outside a command');
        expect(() => database.exec(`UPDATE ${table} SET ${column} = ${column}`), table).toThrow('write outside a command');
      }
      expect(() => database.exec("INSERT INTO assumptions (key, value) VALUES ('x', 1)")).toThrow('write outside a command');
      expect(() => database.exec('INSERT OR REPLACE INTO assumptions (key, value) SELECT key, 7 FROM assumptions')).toThrow('write outside a command');
    });
  });

  it('refuses a writer that was kept after its command', () => {
    const store = openPlan(samplePath(), 'write');
    let kept: Parameters<Parameters<typeof store.write>[1]>[0] | undefined;
    change(store, (writer) => {
      kept = writer;
    });
    const before = store.read((reader) => reader.fingerprint());
    const late = kept;
    if (!late) throw new Error('the command did not run');
    expect(() => late.setAssumption('a', 1)).toThrow('write outside a command');
    expect(() =>
      late.insertAccounts(
        [
          {
            id: sampleId('account', 999_999),
            login: 'late',
            unitId: sampleId('unit', 0),
            kind: 'person',
            isEnabled: true,
            lastActiveOn: null,
            usageProfileId: null,
          },
        ],
        null,
      ),
    ).toThrow('storage.outsideCommand');
    expect(store.read((reader) => reader.fingerprint())).toBe(before);
  });

  it('logs only the columns that changed, before and after', () => {
    const path = samplePath();
    const store = openPlan(path, 'write');
    change(store, (writer) => writer.setUnitRole([sampleId('unit', 3)], 'onCall'));
    store.close();
    withSqlite(path, (database) => {
      const [logged] = database
        .prepare(
          'SELECT kind, row_key, before, after, changed_columns, table_name, columns FROM changes JOIN change_shapes ON number = shape_number ORDER BY position DESC LIMIT 1',
        )
        .all() as {
        kind: string;
        row_key: string;
        before: string;
        after: string;
        changed_columns: number;
        table_name: string;
        columns: string;
      }[];
      expect(logged).toMatchObject({ kind: 'update', table_name: 'units', row_key: '[4]', before: '["regular"]', after: '["onCall"]' });
      expect((JSON.parse(logged?.columns ?? '[]') as string[])[Math.log2(logged?.changed_columns ?? 0)]).toBe('role');
    });
  });

  it('logs nothing for an update that changes nothing', () => {
    const store = openPlan(samplePath(), 'write');
    change(store, (writer) => writer.setUnitRole([sampleId('unit', 3)], 'regular'));
    expect(store.history({ offset: 0, limit: 1 }).entries[0]?.rows).toBe(0);
  });

  it('writes a bulk load as one entry, however many rows', () => {
    const path = samplePath();
    withSqlite(path, (database) => {
      const bulk = database
        .prepare(
          'SELECT table_name, kind, bulk_row_count, row_key FROM changes JOIN change_shapes ON number = shape_number WHERE bulk_row_count IS NOT NULL ORDER BY position',
        )
        .all();
      expect(bulk.slice(0, 2)).toEqual([
        { table_name: 'accounts', kind: 'insert', bulk_row_count: 200, row_key: null },
        { table_name: 'raw_names', kind: 'insert', bulk_row_count: 36, row_key: null },
      ]);
      expect(
        database
          .prepare("SELECT count(*) FROM changes JOIN change_shapes ON number = shape_number WHERE table_name IN ('accounts', 'raw_names', 'waves', 'tasks')")
          .pluck()
          .get(),
      ).toBe(4);
    });
  });

  it('puts back triggers that somebody took out', () => {
    const path = samplePath();
    withSqlite(path, (database) => database.exec('DROP TRIGGER log_delete_items; CREATE TRIGGER strange AFTER INSERT ON items BEGIN SELECT 1; END'));
    openPlan(path, 'write').close();
    withSqlite(path, (database) => {
      const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
      expect(names).toHaveLength(contentTables.length * 3);
      expect(names).toContain('log_delete_items');
      expect(() => database.exec('DELETE FROM items')).toThrow('write outside a command');
    });
  });
});

describe('a schedule in place of another', () => {
  /** Rows that the last command logged, by table and kind. */
  const lastLogged = (path: string) =>
    withSqlite(path, (database) =>
      database
        .prepare(
          `SELECT shape.table_name || ' ' || kind AS what, sum(coalesce(bulk_row_count, 1)) AS rows FROM changes JOIN change_shapes AS shape ON shape.number = changes.shape_number
          WHERE command_sequence = (SELECT max(command_sequence) FROM changes) GROUP BY what ORDER BY what`,
        )
        .all(),
    ) as { readonly what: string; readonly rows: number }[];

  it('writes the rows that differ and no others', () => {
    const path = samplePath();
    const store = openPlan(path, 'write');
    change(store, (writer) => {
      const { waves, tasks, links } = writer.timeline();
      writer.replaceSchedule({ waves, tasks: tasks.map((task, index) => (index === 1 ? { ...task, notBefore: isoDate('2030-01-07') } : task)), links });
    });
    store.close();
    expect(lastLogged(path)).toEqual([{ what: 'tasks update', rows: 1 }]);
  });

  it('lets waves take each other’s numbers and tasks go over to other waves, and goes back', () => {
    const path = samplePath();
    const before = dumpPlan(path);
    const store = openPlan(path, 'write');
    const [one, other] = store.read((reader) => reader.timeline()).waves.filter((wave, _, all) => wave.trackId === all[0]?.trackId);
    if (!one || !other) throw new Error('the sample has two waves in a track');
    change(store, (writer) => {
      const { waves, tasks, links } = writer.timeline();
      const swapped = waves.map((wave) =>
        wave.id === one.id ? { ...wave, number: other.number } : wave.id === other.id ? { ...wave, number: one.number } : wave,
      );
      writer.replaceSchedule({ waves: swapped, tasks, links });
    });
    expect(store.read((reader) => reader.timeline()).waves.find(({ id }) => id === one.id)?.number).toBe(other.number);
    change(store, (writer) => {
      const { waves, tasks, links } = writer.timeline();
      const left = tasks.map((task) => (task.waveId === one.id ? { ...task, waveId: other.id } : task));
      writer.replaceSchedule({ waves: waves.filter(({ id }) => id !== one.id), tasks: left, links });
    });
    expect(store.read((reader) => reader.timeline()).waves.map(({ id }) => id)).not.toContain(one.id);
    expect(store.verify()).toEqual([]);
    store.undo(request());
    store.undo(request());
    store.close();
    expect(dumpPlan(path)).toEqual(before);
  });
});

describe('a command', () => {
  it('is all or nothing', () => {
    const path = samplePath();
    const before = dumpPlan(path);
    const store = openPlan(path, 'write');
    expect(() =>
      change(store, (writer) => {
        writer.setAssumption('a', 1);
        writer.replaceSchedule({ waves: [], tasks: [], links: [] });
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(store.read((reader) => reader.revision())).toBe(3);
    expect(store.verify()).toEqual([]);
    change(store, (writer) => writer.removeFreeze(sampleId('freeze', 1)));
    store.undo(request());
    store.close();
    expect(dumpPlan(path)).toEqual(before);
  });

  it('answers a repeated id with the stored answer and changes nothing', () => {
    const store = openPlan(samplePath(), 'write');
    const asked = { commandId: 'client-made-1', operation: 'plan.changeAssumption' };
    let runs = 0;
    const run = () =>
      store.write(asked, (writer) => {
        runs++;
        writer.setAssumption('a', runs);
        return { result: { value: runs }, label: { labelKey: 'app.label.assumption', params: { key: 'a' } }, changed: 1 };
      });
    const first = run();
    change(store, (writer) => writer.setAssumption('b', 1));
    const second = run();
    expect(first).toEqual({
      revision: 4,
      label: { labelKey: 'app.label.assumption', params: { key: 'a' } },
      changed: 1,
      result: { value: 1 },
      wasRepeated: false,
    });
    expect(second).toEqual({ ...first, wasRepeated: true });
    expect(runs).toBe(1);
    expect(store.read((reader) => reader.revision())).toBe(5);
    expect(
      appErrorOf(() => store.write({ ...asked, operation: 'other' }, () => ({ result: null, label: { labelKey: 'x', params: {} }, changed: 0 }))),
    ).toMatchObject({
      code: 'conflict',
      messageKey: 'storage.commandIdTaken',
    });
  });

  it('is refused as stale when the plan has gone on since', () => {
    const store = openPlan(samplePath(), 'write');
    const based = store.read((reader) => reader.revision());
    const write = (revision: number) =>
      store.write({ ...request(), revision }, (writer) => {
        writer.setAssumption('a', revision);
        return { result: null, label: { labelKey: 'x', params: {} }, changed: 1 };
      });
    expect(write(based).revision).toBe(based + 1);
    expect(appErrorOf(() => write(based))).toMatchObject({ code: 'stale', messageKey: 'storage.planChangedSince', params: { based: 3, current: 4 } });
    expect(appErrorOf(() => store.undo({ ...request(), revision: based })).code).toBe('stale');
  });

  it('may not run inside another one, nor wait', () => {
    const store = openPlan(samplePath(), 'write');
    expect(appErrorOf(() => change(store, () => change(store, () => {}))).messageKey).toBe('storage.commandInCommand');
    const asynchronous = (async () => ({ result: null, label: { labelKey: 'x', params: {} }, changed: 0 })) as never;
    expect(appErrorOf(() => store.write(request(), asynchronous)).messageKey).toBe('storage.commandIsAsynchronous');
    expect(store.read((reader) => reader.revision())).toBe(3);
  });

  it('tells what was wrong in words: twice, nowhere, out of range', () => {
    const store = openPlan(samplePath(), 'write');
    const freeze = { name: 'Budget', startsOn: isoDate('2027-01-01'), finishesOn: isoDate('2027-01-10'), trackId: null };
    const failing = (work: Parameters<typeof change>[1]) => {
      const { code, messageKey } = appErrorOf(() => change(store, work));
      return [code, messageKey];
    };
    expect(failing((writer) => writer.insertFreeze({ ...freeze, id: sampleId('freeze', 1) }))).toEqual(['conflict', 'storage.existsAlready']);
    expect(failing((writer) => writer.insertFreeze({ ...freeze, id: sampleId('freeze', 2), finishesOn: isoDate('2026-01-01') }))).toEqual([
      'invalid',
      'storage.valueNotAllowed',
    ]);
    expect(failing((writer) => writer.insertFreeze({ ...freeze, id: sampleId('freeze', 2), trackId: sampleId('track', 77) }))).toEqual([
      'notFound',
      'storage.trackUnknown',
    ]);
    expect(
      failing((writer) =>
        writer.saveDecisions([{ itemId: sampleId('item', 777), strategy: 'keep', replacementId: null, reasons: [], isOverridden: false, note: '' }]),
      ),
    ).toEqual(['notFound', 'storage.refersToNothing']);
    expect(
      failing((writer) =>
        writer.setAccountStates(sampleId('track', 0), [sampleId('account', 0), sampleId('account', 999_999)], 'migrated', '', isoDate('2026-10-01')),
      ),
    ).toEqual(['notFound', 'storage.someAccountsUnknown']);
    expect(store.verify()).toEqual([]);
  });
});

describe('the message files', () => {
  it('hold the same keys in all three languages, and each key that db/ throws', () => {
    const keys = (['en', 'de', 'fr'] as const).map((locale) => {
      const text = readFileSync(new URL(`../../core/i18n/messages/storage.${locale}.json`, import.meta.url), 'utf8');
      return Object.keys(JSON.parse(text) as Record<string, string>);
    });
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    expect(keys[0]).toContain('storage.openElsewhere');
  });
});
