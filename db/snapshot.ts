import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import { fileName } from './planFile.ts';
import { toFileError } from './sqliteErrors.ts';

const attempts = 40;
const pauseMilliseconds = 25;

/**
 * The bytes of a plan as they are between two commands, while somebody else may be writing: read twice until both
 * readings agree and no command is under way. A journal that stays is what a crash left behind; the copy, and only the
 * copy, is then rolled back with it.
 */
export function readBetweenCommands(path: string): Buffer {
  const journal = `${path}-journal`;
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
      if (sizeOf(journal) > 0 && attempt < attempts - 1) continue;
      const journalBytes = sizeOf(journal) > 0 ? readFileSync(journal) : null;
      const bytes = readFileSync(path);
      if (!bytes.equals(readFileSync(path))) continue;
      if (journalBytes === null && sizeOf(journal) === 0) return bytes;
      if (journalBytes?.equals(readFileSync(journal))) return rolledBack(bytes, journalBytes);
    }
  } catch (error) {
    throw toFileError(error, fileName(path));
  }
  throw new AppError('busy', 'storage.busyWriting', { params: { file: fileName(path) } });
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function rolledBack(bytes: Buffer, journal: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-'));
  try {
    const copy = join(folder, 'plan.bascule');
    writeFileSync(copy, bytes, { mode: 0o600 });
    writeFileSync(`${copy}-journal`, journal, { mode: 0o600 });
    const database = new Sqlite(copy);
    try {
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return database.serialize();
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
