import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import type { WindowSettings } from '../core/contract/shellBridge.ts';

/** What the shell remembers from one start to the next; no plan's content. */
export type Kept = Partial<WindowSettings> & {
  readonly bounds?: Rectangle;
  readonly isMaximized?: boolean;
  /** Where the last file was chosen: systems forget it. */
  readonly lastFolder?: string;
};

export interface KeptSettings {
  readonly current: Kept;
  change(settings: Kept): void;
}

export function createKeptSettings(file: string): KeptSettings {
  let current = read(file);
  return {
    get current() {
      return current;
    },
    change(settings) {
      const before = JSON.stringify(current);
      current = { ...current, ...settings };
      // Each start tells what is kept already.
      if (JSON.stringify(current) === before) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.part`, JSON.stringify(current, null, 2));
        renameSync(`${file}.part`, file);
      } catch {
        // Where nothing can be kept, the next start begins anew.
      }
    },
  };
}

function read(file: string): Kept {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
