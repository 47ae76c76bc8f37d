import { readFileSync, rmSync } from 'node:fs';
import { writeWhole } from './planFile.ts';

/** Who has a plan open, as the file beside the plan says it. */
export type LockHolder = { readonly user: string; readonly host: string; readonly pid: number; readonly since: string };

/**
 * The file beside the plan is for people: it names the person who has the plan open. SQLite's own lock decides among
 * programs on one machine; between machines, where shares do not all pass locks on, this file decides.
 */
export function lockPath(planPath: string): string {
  return `${planPath}.lock`;
}

/** Null when there is no such file, or when it holds something else. */
export function readLock(planPath: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(lockPath(planPath), 'utf8'));
    return isLockHolder(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeLock(planPath: string, holder: LockHolder): void {
  writeWhole(lockPath(planPath), Buffer.from(`${JSON.stringify(holder)}\n`), 'replace');
}

/** Takes the file away unless somebody else's stands there by now. */
export function removeLock(planPath: string, holder: LockHolder): void {
  const present = readLock(planPath);
  if (present?.pid === holder.pid && present.host === holder.host && present.since === holder.since) rmSync(lockPath(planPath), { force: true });
}

function isLockHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const { user, host, pid, since } = value as Partial<Record<keyof LockHolder, unknown>>;
  return typeof user === 'string' && typeof host === 'string' && typeof pid === 'number' && typeof since === 'string';
}
