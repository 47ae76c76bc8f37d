import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { NameRule } from '../../core/domain/catalogue/nameRules.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { currentColumns } from '../../db/changeShapes.ts';
import { contentTables } from '../../db/contentTables.ts';
import type { PlanReader, PlanStore } from '../../core/ports/planStore.ts';
import { latestVersion } from '../../db/migrate.ts';
import { allMigrations, type Migration, readMigration } from '../../db/migrations.ts';
import { printSchema } from '../../db/printSchema.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { appErrorOf, change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const latest = latestVersion(allMigrations());
const small = { accounts: 100, units: 10, items: 8, tracks: 2 };

function next(sql: string): readonly Migration[] {
  const migrations = allMigrations();
  return [...migrations, readMigration(`${String(migrations.length + 1).padStart(4, '0')}_next.sql`, sql)];
}

function samplePath(more: (store: PlanStore) => void = () => {}): string {
  const path = temporaryPlanPath();
  const store = openPlan(path, 'create');
  fillSamplePlan(store, small);
  more(store);
  store.close();
  return path;
}

const content = (reader: PlanReader) => [reader.plan(), reader.timeline(), reader.allItems(), reader.scenarios(), reader.accountTotal(), reader.fingerprint()];
function contentOf(path: string) {
  const store = openPlan(path, 'read');
  const found = store.read(content);
  store.close();
  return found;
}

const tablesOfVersion: Readonly<Record<number, readonly string[]>> = {
  2: ['baseline_costs', 'baseline_tasks', 'baselines'],
  3: ['views'],
  4: ['imported_paths', 'source_contracts', 'source_devices', 'source_accounts', 'source_items', 'source_names', 'import_sources'],
  5: ['name_rules'],
  6: ['named_columns'],
  7: ['mailboxes'],
  8: ['status'],
};

/** The file as an earlier version of the program wrote it: without the later tables, and with no trace of them in its history. */
function backTo(path: string, version: number): void {
  const database = new Sqlite(path);
  for (let later = latest; later > version; later -= 1) {
    for (const table of tablesOfVersion[later] ?? []) {
      const shapes = `SELECT number FROM change_shapes WHERE table_name = '${table}'`;
      database.exec(`
        UPDATE commands SET row_count = row_count - (SELECT coalesce(sum(coalesce(bulk_row_count, 1)), 0) FROM changes WHERE command_sequence = commands.sequence AND shape_number IN (${shapes}));
        DELETE FROM change_chunks WHERE position IN (SELECT position FROM changes WHERE shape_number IN (${shapes}));
        DELETE FROM changes WHERE shape_number IN (${shapes});
        DELETE FROM change_shapes WHERE table_name = '${table}';
        DROP TABLE ${table};`);
    }
    database.exec(`DELETE FROM schema_migrations WHERE number = ${later}`);
  }
  database.pragma(`user_version = ${version}`);
  database.close();
}

function query<Row>(path: string, sql: string): Row[] {
  const database = new Sqlite(path, { readonly: true });
  try {
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}

describe('db/schema.sql', () => {
  it('is what the migrations and the change log make; `node db/printSchema.ts` writes it anew', () => {
    expect(readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')).toBe(printSchema());
  });
});

describe('migration 0001', () => {
  it('makes STRICT tables only, each content table with a key and three triggers', () => {
    const path = samplePath();
    expect(query(path, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")).toEqual([]);
    const database = new Sqlite(path, { readonly: true });
    for (const table of contentTables) expect(currentColumns(database, table).keyColumns.length, table).toBeGreaterThan(0);
    // The masks of changed columns are read with bit operations.
    for (const table of contentTables) expect(currentColumns(database, table).columns.length, table).toBeLessThan(31);
    database.close();
    expect(query(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")).toHaveLength(contentTables.length * 3);
  });

  it.each([
    ['a date that is none', "INSERT INTO freezes VALUES ('f', 'n', '1.2.2027', '2027-02-02', NULL)"],
    ['an end before the start', "INSERT INTO freezes VALUES ('f', 'n', '2027-02-03', '2027-02-02', NULL)"],
    ['half a cent', 'UPDATE contracts SET annual_cost_cents = 1.5'],
    ['text for a count', "UPDATE items SET seats = 'many'"],
    ['another currency', "UPDATE plan SET currency = 'USD'"],
    ['a second plan', "INSERT INTO plan VALUES (2, 'n', 'a', 'DE', NULL, 'EUR', 't', '2027-01-01')"],
    ['a replacement without the strategy', "UPDATE decisions SET strategy = 'keep'"],
    ['a match without a product', 'UPDATE raw_names SET match_product_id = NULL'],
    ['a range that ends before it begins', 'UPDATE wave_parts SET first_rank = 5, last_rank = 4'],
    ['planned as a stored state', "INSERT INTO account_states VALUES (1, 1, 1, 0, 'person', 'planned', '', '2027-01-01')"],
    ['a unit that is its own parent', 'UPDATE units SET parent_number = number'],
  ])('refuses %s', (_, sql) => {
    const path = samplePath();
    const database = new Sqlite(path);
    database.exec('UPDATE log_state SET command_sequence = 1, logs_rows = 0');
    expect(() => database.exec(sql)).toThrow(/constraint failed|cannot store/);
    database.close();
  });
});

describe('the migration that brings baselines', () => {
  it('leaves a plan of the version before as it was, ready to be approved', () => {
    const path = temporaryPlanPath();
    const older = openPlan(path, 'create');
    change(older, (writer) => writer.setAssumption('training.ratePerHour', 7));
    const fingerprint = older.read((reader) => reader.fingerprint());
    older.close();
    backTo(path, 1);
    const store = openPlan(path, 'write');
    expect(store.read((reader) => [reader.fingerprint(), reader.baselines()])).toEqual([fingerprint, []]);
    const approved = { id: sampleId('baseline', 1), name: 'Approved', approvedOn: isoDate('2026-09-01'), approvedBy: '', fingerprint, tasks: [], costs: [] };
    change(store, (writer) => writer.insertBaseline(approved));
    expect(store.read((reader) => reader.baseline(approved.id))).toEqual(approved);
    store.undo(request());
    store.undo(request());
    expect(store.read((reader) => [reader.changedAssumptions().size, reader.baselines()])).toEqual([0, []]);
    expect(store.verify()).toEqual([]);
  });
});

describe('migration 0003', () => {
  it('gives a plan of version 2 a place for views, keeps all that it holds and its fingerprint, and can still undo', () => {
    const path = samplePath();
    const before = contentOf(path);
    backTo(path, 2);
    expect(query(path, "SELECT name FROM sqlite_schema WHERE tbl_name = 'views'")).toEqual([]);

    const store = openPlan(path, 'write');
    expect(store.read(content)).toEqual(before);
    expect(store.read((reader) => reader.views())).toEqual([]);
    const view = { id: sampleId('view', 1), table: 'mapping', name: 'Offen', definition: { columns: ['item'], sort: null, filter: { search: '' } } };
    change(store, (writer) => void writer.saveView(view));
    expect(store.read((reader) => reader.views())).toEqual([view]);
    expect(store.verify()).toEqual([]);
    store.undo(request());
    expect(store.read((reader) => reader.views())).toEqual([]);
    store.close();
    expect(query(path, 'SELECT number, name FROM schema_migrations ORDER BY number')).toEqual([
      { number: 1, name: 'initial' },
      { number: 2, name: 'baselines' },
      { number: 3, name: 'views' },
      { number: 4, name: 'import_sources' },
      { number: 5, name: 'name_rules' },
      { number: 6, name: 'named_columns' },
      { number: 7, name: 'mailboxes' },
      { number: 8, name: 'status' },
    ]);
  });

  it('lets what was done before be undone', () => {
    const path = samplePath((store) => change(store, (writer) => writer.removeFreeze(sampleId('freeze', 1))));
    backTo(path, 2);
    const store = openPlan(path, 'write');
    expect(store.read((reader) => reader.timeline().freezes)).toEqual([]);
    store.undo(request());
    expect(store.read((reader) => reader.timeline().freezes)).toHaveLength(1);
  });
});

describe('the migration that brings the sources of imports', () => {
  it('makes each format that was imported the source of what it brought, so that the next import is compared with it', () => {
    const path = samplePath();
    const before = contentOf(path);
    backTo(path, 3);
    const store = openPlan(path, 'write');
    expect(store.read(content)).toEqual(before);
    const { rawNames, sources, accounts } = store.read((reader) => ({
      rawNames: reader.allRawNames(),
      sources: reader.importSources(),
      accounts: reader.accountsByLogin(),
    }));
    expect(sources.map(({ form, name }) => [form, name])).toEqual([['entra', 'users.csv']]);
    const ids = new Set([...accounts.values()].map(({ id }) => id));
    expect(sources[0]?.accounts).toEqual(ids);
    expect([...(sources[0]?.names.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(
      rawNames.filter(({ importId }) => importId !== null).reduce((sum, { installations }) => sum + installations, 0),
    );
    store.undo(request());
    expect(store.verify()).toEqual([]);
  });
});

describe('the migration that brings rules about names', () => {
  it('keeps every name as it was, and makes rules of what people had decided about names', () => {
    const byRule = (alias: string, productId: string) =>
      ({ kind: 'matched', productId: productId as ProductId, confidence: 1, rule: 'userRule', alias }) as const;
    const name = { rawName: 'Kartenblick 3.1', publisher: 'Geo GmbH', version: '3.1', installations: 4, itemId: null, importId: null };
    const path = samplePath((store) =>
      change(store, (writer) =>
        writer.upsertRawNames([
          { ...name, match: byRule('Kartenblick 3.1', 'qgis') },
          { ...name, rawName: 'Kartenblick 4.0', match: byRule('Kartenblick 3.1', 'qgis') },
          { ...name, rawName: 'Plan 7', publisher: '', match: byRule('Plan 7', 'openproject') },
        ]),
      ),
    );
    const before = contentOf(path);
    const names = query(path, 'SELECT * FROM raw_names ORDER BY number');
    backTo(path, 4);
    const store = openPlan(path, 'write');
    expect(store.read(content)).toEqual(before);
    const rules = store.read((reader) => reader.nameRules());
    expect(rules).toEqual([
      { id: 'rule-000002', pattern: 'exact', text: 'Kartenblick 3.1', publisher: 'Geo GmbH', effect: { kind: 'product', productId: 'qgis' } },
      { id: 'rule-000001', pattern: 'exact', text: 'Plan 7', publisher: '', effect: { kind: 'product', productId: 'openproject' } },
    ]);
    expect(store.verify()).toEqual([]);
    const noise: NameRule = { id: sampleId('nameRule', 1), pattern: 'contains', text: 'Dienst', publisher: null, effect: { kind: 'noise' } };
    const rule = rules[0] as NameRule;
    change(store, (writer) => {
      writer.saveNameRule(noise);
      writer.removeNameRule(rule.id);
      writer.saveNameRule({ ...(rules[1] as NameRule), effect: { kind: 'ownItem' } });
      writer.upsertRawNames([
        { ...name, match: { kind: 'noise', rule: 'userRule', alias: 'Dienst' } },
        { ...name, rawName: 'Kartenblick 4.0', match: { kind: 'ownItem', rule: 'userRule', alias: 'Plan 7' } },
      ]);
    });
    expect(store.read((reader) => reader.nameRules())).toEqual([noise, { ...rules[1], effect: { kind: 'ownItem' } }]);
    expect(store.read((reader) => reader.rawNames({ kind: 'ownItem' }, { offset: 0, limit: 9 }).rawNames)).toMatchObject([
      { rawName: 'Kartenblick 4.0', match: { kind: 'ownItem', rule: 'userRule', alias: 'Plan 7' } },
    ]);
    store.undo(request());
    expect(store.read((reader) => reader.nameRules())).toEqual(rules);
    // What was done before the migration can be undone: the table's columns are the same.
    store.undo(request());
    store.redo(request());
    expect(store.verify()).toEqual([]);
    store.close();
    expect(query(path, 'SELECT * FROM raw_names ORDER BY number')).toEqual(names);
  });
});

describe('bringing a plan to a newer version', () => {
  const addColumn = "ALTER TABLE freezes ADD COLUMN note TEXT NOT NULL DEFAULT '';\nUPDATE freezes SET note = 'from version 1';";

  it('keeps the content, makes a safety copy first, and logs the new column', () => {
    const path = samplePath();
    const before = readFileSync(path);
    const store = openPlan(path, 'write', { migrations: next(addColumn) });
    expect(store.read((reader) => [reader.accountTotal(), reader.timeline().freezes.length])).toEqual([100, 1]);
    expect(store.verify()).toEqual([]);
    change(store, (writer) => writer.removeFreeze(sampleId('freeze', 1)));
    store.undo(request());
    store.close();
    expect(query(path, 'SELECT note FROM freezes')).toEqual([{ note: 'from version 1' }]);
    expect(query(path, 'SELECT number, name, app_version FROM schema_migrations ORDER BY number')).toEqual(
      next('').map(({ number, name }) => ({ number, name, app_version: '0.1.0' })),
    );
    const copies = join(dirname(path), `.${basename(path)}-copies`);
    expect(readdirSync(copies)).toEqual([`2026-09-01-before-v${latest + 1}.bascule`, '2026-09-01.bascule']);
    expect(readFileSync(join(copies, `2026-09-01-before-v${latest + 1}.bascule`)).equals(before)).toBe(true);
  });

  it('still undoes what was done before, unless its tables have changed', () => {
    const path = samplePath();
    const store = openPlan(path, 'write', { migrations: next(addColumn) });
    store.undo(request());
    store.undo(request());
    // The first command wrote a freeze, whose images have no note.
    expect(appErrorOf(() => store.undo(request()))).toMatchObject({ code: 'rule', messageKey: 'storage.madeByEarlierVersion' });
    store.redo(request());
    expect(store.verify()).toEqual([]);
  });

  it('is all or nothing', () => {
    const path = samplePath();
    const before = readFileSync(path);
    expect(() => openPlan(path, 'write', { migrations: next(`${addColumn}\nINSERT INTO no_such_table VALUES (1);`) })).toThrow('storage.unexpected');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(openPlan(path, 'write').verify()).toEqual([]);
  });

  it('is refused when references would break', () => {
    const path = samplePath();
    const before = readFileSync(path);
    expect(appErrorOf(() => openPlan(path, 'write', { migrations: next('DELETE FROM tracks;') })).messageKey).toBe('storage.migrationBreaksReferences');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('happens in memory when the plan is only read', () => {
    const path = samplePath();
    const before = readFileSync(path);
    expect(openPlan(path, 'read', { migrations: next(addColumn) }).read((reader) => reader.accountTotal())).toBe(100);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['plan.bascule']);
  });

  it('refuses a file from the future, untouched', () => {
    const path = samplePath();
    openPlan(path, 'write', { migrations: next(addColumn) }).close();
    const before = readFileSync(path);
    expect(appErrorOf(() => openPlan(path, 'write'))).toMatchObject({ messageKey: 'storage.fromNewerProgram', params: { version: latest + 1, known: latest } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('the list of migrations', () => {
  it('refuses a plan whose migrations were edited since', () => {
    const path = samplePath();
    openPlan(path, 'write', { migrations: next('CREATE TABLE later (n INTEGER) STRICT;') }).close();
    expect(appErrorOf(() => openPlan(path, 'write', { migrations: next('CREATE TABLE later (n TEXT) STRICT;') }))).toMatchObject({
      code: 'storage',
      messageKey: 'storage.historyOfSchemaDiffers',
      params: { migration: `${latest + 1} next` },
    });
    const [initial, ...later] = next('CREATE TABLE later (n INTEGER) STRICT;');
    if (!initial) throw new Error('no migration');
    expect(appErrorOf(() => openPlan(path, 'write', { migrations: [{ ...initial, sha256: '0' }, ...later] })).params.migration).toBe('1 initial');
  });

  it('has the same hash with the line ends of Windows', () => {
    expect(readMigration('0001_a.sql', 'SELECT 1;\r\nSELECT 2;\r\n').sha256).toBe(readMigration('0001_a.sql', 'SELECT 1;\nSELECT 2;\n').sha256);
    expect(() => readMigration('first.sql', '')).toThrow('not a migration’s name'.replace('’', "'"));
  });

  it('runs from 1 without a gap', () => {
    expect(latestVersion(allMigrations())).toBe(allMigrations().length);
    const [, ...later] = next('SELECT 1;');
    expect(() => latestVersion(later)).toThrow('numbers run from 1 without a gap');
  });

  it('refuses a plan whose record of migrations is gone', () => {
    const path = samplePath();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(0, 60);
    writeFileSync(path, bytes);
    expect(appErrorOf(() => openPlan(path, 'write')).messageKey).toBe('storage.historyOfSchemaDiffers');
  });
});

describe('the migration that brings named columns', () => {
  it('gives a plan of version 5 a place for them, keeps all that it holds, and the newest for the same headings counts', () => {
    const path = samplePath();
    const before = contentOf(path);
    backTo(path, 5);
    const store = openPlan(path, 'write');
    expect(store.read(content)).toEqual(before);
    const named = (rawName: string) => ({
      headings: '["prog"]',
      fileName: `${rawName}.csv`,
      columns: { kind: 'software', columns: { [rawName]: 'rawName' } } as const,
    });
    change(store, (writer) => writer.insertNamedColumns(named('Prog')));
    change(store, (writer) => writer.insertNamedColumns(named('PROG')));
    expect(store.read((reader) => [reader.namedColumns('["prog"]'), reader.namedColumns('["other"]')])).toEqual([named('PROG'), null]);
    expect(store.verify()).toEqual([]);
    store.undo(request());
    expect(store.read((reader) => reader.namedColumns('["prog"]'))).toEqual(named('Prog'));
  });
});

describe('the migration that brings the sizes of mailboxes', () => {
  it('gives a plan of version 6 a place for them, keeps all that it holds, and lets them be taken back', () => {
    const path = samplePath();
    const before = contentOf(path);
    backTo(path, 6);
    const store = openPlan(path, 'write');
    expect(store.read(content)).toEqual(before);
    const [login] = [...store.read((reader) => reader.accountsByLogin()).keys()];
    const sizes = new Map([[login ?? '', 5_000_000_000]]);
    change(store, (writer) => writer.saveMailboxSizes(sizes));
    change(store, (writer) => writer.saveMailboxSizes(new Map([[login ?? '', 7]])));
    expect(store.verify()).toEqual([]);
    store.undo(request());
    expect(store.read((reader) => reader.mailboxSizes())).toEqual(sizes);
    store.undo(request());
    expect(store.read((reader) => [reader.mailboxSizes().size, reader.fingerprint()])).toEqual([0, before[5]]);
  });
});
