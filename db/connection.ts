import Sqlite, { type Database } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import { sortKey } from '../core/domain/sortKey.ts';

/** `Basc` in ASCII: tells a plan from any other SQLite file. */
export const applicationId = 0x42617363;

/** The driver needs Node-API 10; with an older one it does not fail but crashes without a word. */
export function requireNodeApi(version: string | undefined): void {
  if (Number(version ?? '0') < 10)
    throw new AppError('unavailable', 'storage.nodeTooOld', { params: { nodeApi: version ?? '0', node: process.versions.node } });
}

/** A connection to the plan file itself. The caller takes the lock. */
export function connectToFile(path: string): Database {
  const database = new Sqlite(path, { fileMustExist: true, timeout: 200 });
  // Keeps the lock between commands: nobody else writes into the file while it is open here.
  database.pragma('locking_mode = EXCLUSIVE');
  return database;
}

/** Settings of a connection that writes; they touch the file, so they come after the lock. */
export function prepareForWriting(database: Database): void {
  // Truncated, the journal is empty between two commands and the plan file alone is whole: it can be copied and mailed.
  database.pragma('journal_mode = TRUNCATE');
  database.pragma('synchronous = FULL');
  prepareForReading(database);
  // Without it INSERT OR REPLACE would delete rows past the change log.
  database.pragma('recursive_triggers = ON');
  // A whole import fits, so that no page is written, and no fsync waited for, before the commit.
  database.pragma('cache_size = -131072');
}

/** Leaves the plan file alone in its folder: the empty journal goes, under SQLite's lock, which only NORMAL locking lets it use. */
export function disconnectFromFile(database: Database): void {
  try {
    database.pragma('locking_mode = NORMAL');
    database.pragma('journal_mode = DELETE');
  } catch {
    // Locked by somebody else, or damaged: whoever closes after such an error has told it already, and an empty journal harms nobody.
  } finally {
    database.close();
  }
}

function prepareForReading(database: Database): void {
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  database.function('sort_key', { deterministic: true }, (text) => (typeof text === 'string' ? sortKey(text) : text));
  database.function('lowered', { deterministic: true }, (text) => (typeof text === 'string' ? text.toLowerCase() : text));
}

/** A plan in memory, from the bytes of a plan file. Nothing that happens to it reaches the file. */
export function connectToBytes(bytes: Buffer): Database {
  const database = new Sqlite(bytes);
  prepareForReading(database);
  return database;
}

export function connectToNothing(): Database {
  return new Sqlite(':memory:');
}
