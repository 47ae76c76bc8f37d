import { existsSync, realpathSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { PlanStore } from '../core/ports/planStore.ts';
import { checkAtOpening } from './checks.ts';
import { connectToBytes, connectToFile, connectToNothing, disconnectFromFile, prepareForWriting, requireNodeApi } from './connection.ts';
import { type LockHolder, lockPath, readLock, removeLock, writeLock } from './lockFile.ts';
import { checkMigrations, latestVersion, migrate, type MigrationContext } from './migrate.ts';
import { allMigrations, type Migration } from './migrations.ts';
import { fileName, inspectFile, inspectHeader, writeWhole } from './planFile.ts';
import { createPlanStore } from './planStore.ts';
import { keepSafetyCopy } from './safetyCopies.ts';
import { readBetweenCommands } from './snapshot.ts';
import { toAppError, toFileError } from './sqliteErrors.ts';

export type OpenPlanOptions = {
  readonly path: string;
  /** `create` makes a new file and refuses one that is there; `read` needs no lock and never writes beside the plan. */
  readonly mode: 'create' | 'write' | 'read';
  readonly clock: Clock;
  /** Who works, for the history and for others who want to open the plan. */
  readonly actor: string;
  readonly appVersion: string;
  /** The migrations of this program; another list is for tests of migrations. */
  readonly migrations?: readonly Migration[];
};

/** Plans that this process has open for writing. Their files must not be opened by name: closing them would drop the lock. */
const openHere = new Map<string, Database>();

/** Opens a plan file, or says in an `AppError` why that cannot be. */
export function openPlanStore(options: OpenPlanOptions): PlanStore {
  requireNodeApi(process.versions.napi);
  const context = { migrations: options.migrations ?? allMigrations(), now: () => options.clock.now(), appVersion: options.appVersion };
  try {
    if (options.mode === 'create') createFile(options.path, context);
    const path = realPath(options.path);
    return options.mode === 'read' ? openToRead(path, options, context) : openToWrite(path, options, context);
  } catch (error) {
    const known = toAppError(error);
    // Damage that shows as an SQLite error is told like damage that a check finds.
    if (!(known instanceof AppError) || known.messageKey !== 'storage.damaged') throw known;
    throw new AppError('storage', 'storage.fileIsDamaged', { params: { file: fileName(options.path) }, cause: error });
  }
}

/** A new plan is made in memory and written at once, so that a crash leaves no half of one. */
function createFile(path: string, context: MigrationContext): void {
  if (existsSync(path)) throw new AppError('conflict', 'storage.fileExistsAlready', { params: { file: fileName(path) } });
  const database = connectToNothing();
  try {
    migrate(database, context);
    writeWhole(path, database.serialize(), 'refuse');
  } finally {
    database.close();
  }
}

function openToRead(path: string, options: OpenPlanOptions, context: MigrationContext): PlanStore {
  const file = fileName(path);
  const bytes = openHere.get(path)?.serialize() ?? readBetweenCommands(path);
  inspectHeader(bytes, bytes.length, file, latestVersion(context.migrations));
  const database = connectToBytes(bytes);
  try {
    checkOpened(database, context, file);
    // The copy lives in memory: an older plan can be read in today's shape without touching its file.
    migrate(database, context);
    database.pragma('query_only = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return createPlanStore({ ...storeContext(options), database, isReadOnly: true, beforeFirstWrite: () => {}, close: () => database.close() });
}

function openToWrite(path: string, options: OpenPlanOptions, context: MigrationContext): PlanStore {
  const file = fileName(path);
  if (openHere.has(path)) throw openElsewhere(path);
  inspectFile(path, latestVersion(context.migrations));
  const database = connectToFile(path);
  const holder: LockHolder = { user: options.actor || userName(), host: hostname(), pid: process.pid, since: context.now() };
  let isLocked = false;
  const close = () => {
    if (openHere.get(path) === database) openHere.delete(path);
    disconnectFromFile(database);
    if (isLocked) removeLock(path, holder);
  };
  try {
    takeLock(database, path);
    writeLock(path, holder);
    isLocked = true;
    prepareForWriting(database);
    const version = checkOpened(database, context, file);
    openHere.set(path, database);
    const today = () => context.now().slice(0, 10);
    if (version < latestVersion(context.migrations)) keepSafetyCopy(path, today(), latestVersion(context.migrations), () => database.serialize());
    migrate(database, context);
    const isNew = options.mode === 'create';
    const beforeFirstWrite = isNew ? () => {} : () => keepSafetyCopy(path, today(), null, () => database.serialize());
    return createPlanStore({ ...storeContext(options), database, isReadOnly: false, beforeFirstWrite, close });
  } catch (error) {
    close();
    throw error;
  }
}

/** SQLite's lock, held until the plan is closed, then the file beside the plan, which speaks for other machines. */
function takeLock(database: Database, path: string): void {
  try {
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    const known = toAppError(error);
    if (known instanceof AppError && known.code === 'busy') throw openElsewhere(path);
    throw error;
  }
  // Whoever wrote the file on this machine no longer holds SQLite's lock, so that program has ended.
  const present = readLock(path);
  if (present && present.host !== hostname()) throw openElsewhere(path);
}

function openElsewhere(path: string): AppError {
  const file = fileName(path);
  const holder = readLock(path);
  if (!holder) return new AppError('busy', 'storage.openBySomebody', { params: { file } });
  const { user, host, since } = holder;
  return new AppError('busy', 'storage.openElsewhere', { params: { file, user, host, since, lockFile: fileName(lockPath(path)) } });
}

/** Answers the file's version. */
function checkOpened(database: Database, { migrations }: MigrationContext, file: string): number {
  checkAtOpening(database, file);
  return checkMigrations(database, migrations, file);
}

function storeContext({ clock, actor, appVersion }: OpenPlanOptions) {
  return { now: () => clock.now(), actor, appVersion };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw toFileError(error, fileName(resolve(path)));
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers may run under a number that no user list names.
    return String(process.getuid?.() ?? '');
  }
}
