import type { Database } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import { installChangeLog } from './changeLog.ts';
import { applicationId } from './connection.ts';
import type { Migration } from './migrations.ts';

export type MigrationContext = { readonly migrations: readonly Migration[]; readonly now: () => string; readonly appVersion: string };

const bookKeeping = `CREATE TABLE IF NOT EXISTS schema_migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT`;

/** Highest migration that this program knows. */
export function latestVersion(migrations: readonly Migration[]): number {
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new Error(`migration ${name} has number ${number}, expected ${index + 1}: numbers run from 1 without a gap`);
  });
  return migrations.length;
}

/** Number of the file's last migration; its history must be the beginning of ours, hash by hash. */
export function checkMigrations(database: Database, migrations: readonly Migration[], file: string): number {
  const version = database.pragma('user_version', { simple: true }) as number;
  const hasTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'").get() !== undefined;
  const applied = hasTable ? (database.prepare('SELECT number, name, sha256 FROM schema_migrations ORDER BY number').all() as Omit<Migration, 'sql'>[]) : [];
  const edited = applied.find(({ number, sha256 }, index) => number !== index + 1 || migrations[index]?.sha256 !== sha256);
  if (edited || applied.length !== version) {
    throw new AppError('storage', 'storage.historyOfSchemaDiffers', {
      params: { file, migration: edited ? `${edited.number} ${edited.name}` : String(version) },
    });
  }
  return version;
}

/**
 * Applies what is missing in one transaction: afterwards the file is at the latest version, or as it was. A file that is
 * there already, with its triggers, is not written to.
 */
export function migrate(database: Database, { migrations, now, appVersion }: MigrationContext): void {
  const latest = latestVersion(migrations);
  // A migration may rebuild a table; its foreign keys are checked at the end. The pragma does nothing inside a transaction.
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = database.pragma('user_version', { simple: true }) as number;
    if (version === latest) {
      installChangeLog(database);
      database.exec('COMMIT');
      return;
    }
    database.exec(bookKeeping);
    const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
    // A migration is no command: the log's triggers would refuse its writes. They come back below, for the new columns.
    for (const trigger of triggers) database.exec(`DROP TRIGGER "${trigger}"`);
    for (const migration of migrations.slice(version)) {
      database.exec(migration.sql);
      database
        .prepare('INSERT INTO schema_migrations (number, name, sha256, applied_at, app_version) VALUES (?, ?, ?, ?, ?)')
        .run(migration.number, migration.name, migration.sha256, now(), appVersion);
    }
    installChangeLog(database);
    const broken = database.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new AppError('storage', 'storage.migrationBreaksReferences', { params: { rows: broken.length } });
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${latest}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
