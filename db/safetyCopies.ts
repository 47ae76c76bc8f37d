import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileName, writeWhole } from './planFile.ts';
import { toFileError } from './sqliteErrors.ts';

const copiesKept = 5;
const copyName = /^\d{4}-\d{2}-\d{2}(-before-v\d+)?\.bascule$/;

/** Copies lie in a folder beside the plan, one for each day on which it was changed and one before each migration. */
export function safetyFolder(planPath: string): string {
  return join(dirname(planPath), `.${basename(planPath)}-copies`);
}

/**
 * Writes a copy of a plan that has just passed its checks, unless the day has one: the day's first copy is the state
 * in which work ended before. Keeps the five newest; a damaged plan never gets this far, so it replaces no good copy.
 */
export function keepSafetyCopy(planPath: string, day: string, beforeVersion: number | null, bytes: () => Uint8Array): void {
  const folder = safetyFolder(planPath);
  const name = `${day}${beforeVersion === null ? '' : `-before-v${beforeVersion}`}.bascule`;
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).includes(name)) return;
    writeWhole(join(folder, name), bytes(), 'replace');
    const surplus = readdirSync(folder)
      .filter((one) => copyName.test(one))
      .toSorted()
      .slice(0, -copiesKept);
    for (const one of surplus) rmSync(join(folder, one), { force: true });
  } catch (error) {
    throw toFileError(error, fileName(planPath));
  }
}
