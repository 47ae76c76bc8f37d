import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { RecentPlan } from '../core/contract/shell.ts';
import { writeWhole } from './nodeFiles.ts';

/** Where plans stand that were made or opened in a browser, and the list of those that were open before. */
export type PlanFolder = {
  /** A path for a new plan of this name that no file has. */
  placeFor(name: string): string;
  recent(): readonly RecentPlan[];
  pathOf(recentId: string): string | null;
  remember(path: string): Promise<void>;
};

type Kept = { readonly path: string; readonly lastOpened: string };

const keptPlans = 20;

/** `XDG_DATA_HOME`/bascule, or its place in the home folder. */
export function defaultPlanFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bascule');
}

export function createPlanFolder(folder: string): PlanFolder {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, 'recent.json');
  const read = (): Kept[] => {
    try {
      const kept: unknown = JSON.parse(readFileSync(list, 'utf8'));
      return Array.isArray(kept) ? kept.filter(isKept).filter(({ path }) => existsSync(path)) : [];
    } catch {
      return [];
    }
  };
  return {
    placeFor(name) {
      const clean = cleanFileName(name);
      let path = join(folder, `${clean}.bascule`);
      for (let number = 2; existsSync(path); number++) path = join(folder, `${clean} ${number}.bascule`);
      return path;
    },
    recent: () => read().map(({ path, lastOpened }) => ({ id: idOf(path), name: basename(path, '.bascule'), lastOpened })),
    pathOf: (recentId) => read().find(({ path }) => idOf(path) === recentId)?.path ?? null,
    async remember(path) {
      const kept = [{ path, lastOpened: new Date(statSync(path).mtimeMs).toISOString() }, ...read().filter((entry) => entry.path !== path)].slice(0, keptPlans);
      await writeWhole(list, new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`));
    },
  };
}

/** A path says where somebody's files lie, and stays here. */
function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}

/** A name as a file may have it everywhere: no folders, no signs that some system forbids, not hidden, not endless. */
export function cleanFileName(name: string): string {
  const allowed = [...name].map((sign) => (sign < ' ' || '/\\:*?"<>|'.includes(sign) ? ' ' : sign)).join('');
  return (
    allowed
      .replace(/^[. ]+/, '')
      .trim()
      .slice(0, 100) || 'plan'
  );
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'lastOpened' in value &&
    typeof value.lastOpened === 'string'
  );
}
