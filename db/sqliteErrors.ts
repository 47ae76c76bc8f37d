import Sqlite from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import { outsideCommand } from './changeLog.ts';

/**
 * SQLite's error as one that a person can be told about; everything else comes back as it was. Only the result code
 * decides, except for our own trigger's text: SQLite gives every RAISE the same code.
 */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const { code } = error;
  const starts = (...prefixes: readonly string[]) => prefixes.some((prefix) => code === prefix || code.startsWith(`${prefix}_`));
  if (starts('SQLITE_BUSY', 'SQLITE_LOCKED')) return new AppError('busy', 'storage.locked', { cause: error });
  if (starts('SQLITE_CORRUPT', 'SQLITE_NOTADB')) return new AppError('storage', 'storage.damaged', { cause: error });
  if (starts('SQLITE_FULL')) return new AppError('storage', 'storage.diskFull', { cause: error });
  if (starts('SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_AUTH')) return new AppError('storage', 'storage.fileIsReadOnly', { cause: error });
  if (starts('SQLITE_IOERR')) return new AppError('storage', 'storage.readOrWriteFailed', { cause: error });
  if (starts('SQLITE_CANTOPEN')) return new AppError('storage', 'storage.cannotOpen', { cause: error });
  if (starts('SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY')) return new AppError('conflict', 'storage.existsAlready', { cause: error });
  if (starts('SQLITE_CONSTRAINT_FOREIGNKEY')) return new AppError('notFound', 'storage.refersToNothing', { cause: error });
  if (starts('SQLITE_CONSTRAINT_CHECK', 'SQLITE_CONSTRAINT_NOTNULL', 'SQLITE_CONSTRAINT_DATATYPE'))
    return new AppError('invalid', 'storage.valueNotAllowed', { cause: error });
  if (starts('SQLITE_CONSTRAINT_TRIGGER') && error.message === outsideCommand) return new AppError('internal', 'storage.outsideCommand', { cause: error });
  return new AppError('internal', 'storage.unexpected', { cause: error });
}

const fileErrors: Readonly<Record<string, readonly ['storage' | 'notFound', string]>> = {
  ENOENT: ['notFound', 'storage.fileNotFound'],
  ENOSPC: ['storage', 'storage.diskFull'],
  EDQUOT: ['storage', 'storage.diskFull'],
  EACCES: ['storage', 'storage.noPermission'],
  EPERM: ['storage', 'storage.noPermission'],
  EROFS: ['storage', 'storage.fileIsReadOnly'],
  EISDIR: ['storage', 'storage.notAPlan'],
  EIO: ['storage', 'storage.readOrWriteFailed'],
};

/** The operating system's error about a file, in our words; `file` is its name without the folder. */
export function toFileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError || !('code' in error) || typeof error.code !== 'string') return error;
  const [code, messageKey] = fileErrors[error.code] ?? ['storage', 'storage.readOrWriteFailed'];
  return new AppError(code, messageKey, { params: { file }, cause: error });
}

/** Runs work that reaches SQLite and throws its errors in our words. */
export function withAppErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toAppError(error);
  }
}
