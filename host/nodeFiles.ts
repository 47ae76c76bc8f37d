import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../core/contract/errors.ts';
import type { Files, ReadableFile } from '../core/ports/files.ts';

/** Gives out handles for paths, so that no path crosses the contract. */
export type NodeFiles = Files & {
  handleFor(path: string): string;
  /** Takes a handle that was given out before this core was started. */
  keep(handle: string, path: string): void;
};

export function createNodeFiles(): NodeFiles {
  const paths = new Map<string, string>();
  const pathOf = (handle: string): string => {
    const path = paths.get(handle);
    if (path === undefined) throw new AppError('notFound', 'app.fileHandleUnknown');
    return path;
  };
  return {
    handleFor(path) {
      const handle = `file-${paths.size + 1}`;
      paths.set(handle, path);
      return handle;
    },
    keep: (handle, path) => void paths.set(handle, path),
    async open(handle) {
      return openFile(pathOf(handle));
    },
    async openAll(handle) {
      const path = pathOf(handle);
      const found = await stat(path).catch((error: unknown) => {
        throw fileError(error, path);
      });
      if (!found.isDirectory()) {
        const file = await openFile(path);
        return { name: file.name, size: file.size, isFolder: false, files: [file] };
      }
      const files = await Promise.all(
        (await filesBelow(path)).map(async (below) => ({ ...(await openFile(join(path, below))), name: join(basename(path), below) })),
      );
      return { name: basename(path), size: files.reduce((sum, file) => sum + file.size, 0), isFolder: true, files };
    },
    async write(handle, bytes) {
      await writeWhole(pathOf(handle), bytes);
    },
  };
}

async function openFile(path: string): Promise<ReadableFile> {
  const size = await sizeOf(path);
  return {
    name: basename(path),
    size,
    stream: (range) => createReadStream(path, { highWaterMark: 256 * 1024, ...(range ? { start: range.start, end: range.end - 1 } : {}) }),
  };
}

/** More files than an archive may hold; whoever chose the folder of all folders is told so. */
const folderLimit = 20_000;

/** Paths below a folder, in the order of their names. Hidden files and links are left out: what is read is what the folder shows. */
async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      throw fileError(error, join(folder, below));
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(join(below, entry.name));
      else if (entry.isFile()) found.push(join(below, entry.name));
      if (found.length > folderLimit) throw new AppError('invalid', 'app.folderTooLarge', { params: { file: folder, limit: folderLimit } });
    }
  };
  await visit('');
  return found;
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError('invalid', 'app.fileIsFolder', { params: { file: path } });
    return found.size;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fileError(error, path);
  }
}

/** The bytes of a file that is read in one piece. */
export async function readWhole(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fileError(error, path);
  }
}

/** Writes beside the target, forces it to the disk and renames: whoever looks sees the old file or the whole new one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const isFolderMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isFolderMissing
      ? new AppError('notFound', 'cli.folderMissing', { params: { file: path, folder: dirname(path) }, cause: error })
      : fileError(error, path);
  }
}

/**
 * Makes a folder with those above it and answers how to take away again what was made and is still empty.
 *
 * Not `mkdir({ recursive: true })`: where a file system refuses new folders with "no such file" (/proc does), Node 24
 * goes round and round in it for ever.
 */
export async function makeFolder(path: string): Promise<() => Promise<void>> {
  const missing: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch((error: unknown) => {
      // Below a file everything is "no folder"; the file itself is found further up.
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
      throw folderError(error, path);
    });
    if (found && !found.isDirectory()) throw new AppError('invalid', 'cli.notAFolder', { params: { file: folder } });
    if (found || dirname(folder) === folder) break;
    missing.unshift(folder);
  }
  const made: string[] = [];
  const takeAway = async () => {
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => {});
  };
  for (const folder of missing) {
    try {
      await mkdir(folder);
      made.push(folder);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
      await takeAway();
      throw folderError(error, path);
    }
  }
  return takeAway;
}

function folderError(cause: unknown, file: string): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return new AppError('storage', 'app.fileNotAllowed', { params: { file }, cause });
  return fileError(cause, file);
}

function fileError(cause: unknown, file: string): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const params = { file };
  if (code === 'ENOENT') return new AppError('notFound', 'app.fileMissing', { params, cause });
  if (code === 'EISDIR') return new AppError('invalid', 'app.fileIsFolder', { params, cause });
  if (code === 'ENOTDIR') return new AppError('invalid', 'cli.notAFolder', { params: { file: dirname(file) }, cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('storage', 'app.fileNotAllowed', { params, cause });
  if (code === 'ENOSPC') return new AppError('storage', 'app.diskFull', { params, cause });
  return new AppError('storage', 'app.fileFailed', { params: { file, reason: String(code ?? 'unknown') }, cause });
}
