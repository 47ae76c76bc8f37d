import type { Database } from 'better-sqlite3';
import { type ChangeShape, readShapes, shapeOf, storeShapes } from './changeShapes.ts';
import { contentTables } from './contentTables.ts';

/** Message of the trigger that stops a write outside a command; db/sqliteErrors.ts knows it again. */
export const outsideCommand = 'write outside a command';

/**
 * The triggers of one table. Together they are the change log: code that writes a row cannot forget it, and SQL that
 * reaches the file from elsewhere is refused. While a bulk load or an undo runs, `logs_rows` is 0 and they keep still.
 */
function tableTriggers({ number, table, keyColumns, columns }: ChangeShape): readonly { readonly name: string; readonly sql: string }[] {
  const command = `CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, '${outsideCommand}') ELSE command_sequence END`;
  const guard = `SELECT RAISE(ABORT, '${outsideCommand}') WHERE (SELECT logs_rows FROM log_state) IS NULL;`;
  const image = (row: 'OLD' | 'NEW', names: readonly string[]) => `json_array(${names.map((name) => `${row}.${name}`).join(', ')})`;
  const changedImage = (row: 'OLD' | 'NEW') =>
    `'[' || substr(${columns.map((name) => `iif(OLD.${name} IS NOT NEW.${name}, ',' || json_quote(${row}.${name}), '')`).join(' || ')}, 2) || ']'`;
  const changedColumns = columns.map((name, index) => `(OLD.${name} IS NOT NEW.${name}) * ${2 ** index}`).join(' + ');
  const differs = (names: readonly string[]) => names.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ');

  const trigger = (event: 'insert' | 'update' | 'delete', body: string) => ({
    name: `log_${event}_${table}`,
    sql: `CREATE TRIGGER log_${event}_${table} AFTER ${event.toUpperCase()} ON ${table} WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN ${body} END`,
  });
  const triggers = [
    trigger(
      'insert',
      `INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT ${command}, ${number}, 'insert', ${image('NEW', keyColumns)}, ${image('NEW', columns)} FROM log_state;`,
    ),
    trigger(
      'delete',
      `INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT ${command}, ${number}, 'delete', ${image('OLD', keyColumns)}, ${image('OLD', columns)} FROM log_state;`,
    ),
  ];
  const keyStays = `SELECT RAISE(ABORT, 'a row keeps its key') WHERE ${differs(keyColumns)};`;
  const logUpdate =
    columns.length === 0
      ? ''
      : `INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, ${number}, 'update', ${image('OLD', keyColumns)}, ${changedColumns}, ${changedImage('OLD')}, ${changedImage('NEW')} FROM log_state WHERE ${differs(columns)};`;
  return [...triggers, trigger('update', `${guard} ${keyStays} ${logUpdate}`)];
}

/**
 * Brings shapes and triggers in line with the tables, and puts back triggers that somebody took out. Called inside a
 * transaction; answers whether anything had to be written.
 */
export function installChangeLog(database: Database, tables: readonly string[] = contentTables): boolean {
  storeShapes(database, tables);
  const shapes = readShapes(database);
  const wanted = new Map(tables.flatMap((table) => tableTriggers(shapeOf(shapes, table))).map((trigger) => [trigger.name, trigger.sql]));
  const present = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[];
  let wrote = false;
  for (const { name, sql } of present) {
    if (wanted.get(name) === sql) {
      wanted.delete(name);
      continue;
    }
    database.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
    wrote = true;
  }
  for (const sql of wanted.values()) {
    database.exec(sql);
    wrote = true;
  }
  return wrote;
}
