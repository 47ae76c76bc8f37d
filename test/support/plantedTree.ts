import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

export type PlantedTree = { readonly folder: string; write(files: Readonly<Record<string, string>>): void; remove(): void };

/** A small tree of its own outside the project, in which a check must find what was planted. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-tree-'));
  const write = (more: Readonly<Record<string, string>>) => {
    for (const [place, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, place)), { recursive: true });
      writeFileSync(join(folder, place), text);
    }
  };
  write(files);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
