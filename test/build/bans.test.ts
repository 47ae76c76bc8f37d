import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedTree, plantTree, projectRoot } from '../support/plantedTree.ts';

/** One line each; where it stands, and the ban that must bite there, or null. */
const lines: readonly [string, string, string | null][] = [
  ['core/domain/a.ts', 'Date.now()', 'The core has no clock'],
  ['core/app/b.ts', 'new Date()', 'The core has no clock'],
  ['core/domain/c.ts', 'new Date', 'The core has no clock'],
  ['core/report/d.ts', 'performance.now()', 'The core has no clock'],
  ['core/domain/e.ts', 'Math.random()', 'The core knows no chance'],
  ['core/app/f.ts', 'crypto.randomUUID()', 'The core knows no chance'],
  ['db/g.ts', "'INSERT OR REPLACE INTO items VALUES (1)'", 'INSERT OR REPLACE deletes the row'],
  ['db/h.ts', '`\n  insert or\n  replace into items VALUES (${one})`', 'INSERT OR REPLACE deletes the row'],
  ['host/i.ts', "'REPLACE INTO items VALUES (1)'", 'INSERT OR REPLACE deletes the row'],
  ['electron/o.ts', "ipcMain.handle('x', () => 1)", 'come in through electron/shellDoor.ts'],
  ['electron/p.ts', "shell.openExternal('https://example.org')", 'The one way out of the program'],
  ['electron/shellDoor.ts', "ipcMain.handle('x', () => 1)", null],
  ['electron/security.ts', "shell.openExternal('https://example.org')", null],
  ['core/domain/j.ts', "new Date('2026-01-01')", null],
  ['core/domain/k.ts', 'Date.UTC(2026, 0, 1)', null],
  ['host/l.ts', 'Date.now()', null],
  ['host/m.ts', 'Math.random()', null],
  ['db/n.ts', "'INSERT INTO items VALUES (1) ON CONFLICT (id) DO UPDATE SET name = excluded.name'", null],
];

describe('the bans of the lint', () => {
  let tree: PlantedTree;
  let found: string;

  beforeAll(() => {
    tree = plantTree(Object.fromEntries(lines.map(([file, expression]) => [file, `const one = 1;\nexport const value = [one, ${expression}];\n`])));
    const config = JSON.parse(readFileSync(join(projectRoot, 'biome.json'), 'utf8')) as Record<string, unknown>;
    tree.write({ 'biome.json': JSON.stringify({ ...config, $schema: undefined }) });
    cpSync(join(projectRoot, 'build', 'lint'), join(tree.folder, 'build', 'lint'), { recursive: true });
    const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const run = spawnSync(process.execPath, [biome, 'lint', '--colors=off', '--max-diagnostics=none'], { cwd: tree.folder, encoding: 'utf8' });
    found = run.stdout + run.stderr;
  });

  afterAll(() => tree.remove());

  it.each(lines)('%s: %s', (file, _expression, reason) => {
    const parts = found.split(/^(?=[a-z]+\/\S+\.ts:\d+:\d+ )/m).filter((part) => part.startsWith(`${file}:`));
    if (reason === null) expect(parts).toEqual([]);
    else expect(parts.join('\n')).toContain(reason);
  });

  it('hold in the SQL files too, which the lint does not read', () => {
    const files = readdirSync(join(projectRoot, 'db'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'));
    const replacing = files.filter((name) => /\b(insert\s+or\s+replace|replace\s+into)\b/i.test(readFileSync(join(projectRoot, 'db', name), 'utf8')));
    expect(replacing).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});
