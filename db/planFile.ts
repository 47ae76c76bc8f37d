import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync, fsyncSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../core/contract/errors.ts';
import { applicationId } from './connection.ts';
import { toFileError } from './sqliteErrors.ts';

const headerLength = 100;
const magic = 'SQLite format 3\0';

export function fileName(path: string): string {
  return basename(path);
}

/**
 * Looks at the first 100 bytes of a file before SQLite does, and never writes: what is no plan, a plan of a newer
 * program or a cut file is refused as it lies there. Offsets: https://www.sqlite.org/fileformat2.html, 1.3.
 */
export function inspectHeader(header: Buffer, size: number, file: string, latestVersion: number): void {
  if (size === 0) throw new AppError('storage', 'storage.fileIsEmpty', { params: { file } });
  const isSqlite = header.toString('latin1', 0, 16) === magic;
  if (isSqlite && header.length < headerLength) throw new AppError('storage', 'storage.fileIsCut', { params: { file, size, expected: headerLength } });
  if (!isSqlite || header.readUInt32BE(68) !== applicationId) throw new AppError('storage', 'storage.notAPlan', { params: { file } });
  const version = header.readUInt32BE(60);
  if (version > latestVersion) throw new AppError('storage', 'storage.fromNewerProgram', { params: { file, version, known: latestVersion } });
  const storedPageSize = header.readUInt16BE(16);
  const expected = (storedPageSize === 1 ? 65_536 : storedPageSize) * header.readUInt32BE(28);
  if (size < expected) throw new AppError('storage', 'storage.fileIsCut', { params: { file, size, expected } });
}

/** The same for a file that nobody in this process has open: closing it here would drop that opener's lock. */
export function inspectFile(path: string, latestVersion: number): void {
  const file = fileName(path);
  let header: Buffer;
  let size: number;
  try {
    if (!statSync(path).isFile()) throw new AppError('storage', 'storage.notAPlan', { params: { file } });
    const descriptor = openSync(path, 'r');
    try {
      header = Buffer.alloc(headerLength);
      const length = readSync(descriptor, header, 0, headerLength, 0);
      header = header.subarray(0, length);
      // After a crash the header may be ahead of the pages until SQLite has rolled the command back.
      size = isRolledBackFirst(path) ? Number.POSITIVE_INFINITY : statSync(path).size;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw toFileError(error, file);
  }
  inspectHeader(header, size, file, latestVersion);
}

function isRolledBackFirst(path: string): boolean {
  const journal = `${path}-journal`;
  return existsSync(journal) && statSync(journal).size > 0;
}

/** The file appears whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array, whenThere: 'refuse' | 'replace'): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (whenThere === 'refuse' && existsSync(path)) throw new AppError('conflict', 'storage.fileExistsAlready', { params: { file: fileName(path) } });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw toFileError(error, fileName(path));
  }
}
