import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type PlantedTree, plantTree, projectRoot } from '../support/plantedTree.ts';

const { forbidden } = createRequire(import.meta.url)(join(projectRoot, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
};

/** What each rule forbids: a file that breaks it, and what it imports. */
const violations: Readonly<Record<string, readonly [string, string]>> = {
  'domain-is-pure': ['core/domain/rule.ts', '../ports/clock.ts'],
  'contract-knows-domain-and-zod-only': ['core/contract/operation.ts', '../ports/clock.ts'],
  'ports-know-domain-contract-and-report-only': ['core/ports/store.ts', '../rpc/client.ts'],
  'app-knows-domain-contract-and-ports-only': ['core/app/handler.ts', '../../db/rows.ts'],
  'rpc-sees-contract-only': ['core/rpc/server.ts', '../app/handler.ts'],
  'report-knows-domain-only': ['core/report/figures.ts', '../app/handler.ts'],
  'i18n-knows-domain-only': ['core/i18n/translate.ts', '../app/handler.ts'],
  'core-imports-no-node': ['core/app/handler.ts', 'node:fs'],
  'db-knows-domain-ports-and-errors-only': ['db/rows.ts', '../core/app/handler.ts'],
  'sqlite-only-in-db': ['host/start.ts', 'better-sqlite3'],
  'formats-know-no-database-nor-paths': ['formats/read.ts', 'node:fs'],
  'formats-know-records-and-figures-only': ['formats/read.ts', '../core/app/handler.ts'],
  'typst-only-in-report': ['host/start.ts', '@myriaddreamin/typst-ts-node-compiler'],
  'websocket-only-in-wires': ['host/start.ts', 'ws'],
  'host-is-on-top': ['formats/read.ts', '../host/start.ts'],
  'shell-sees-contract-only': ['electron/main.ts', '../core/app/handler.ts'],
  'electron-only-in-shell': ['host/start.ts', 'electron'],
  'renderer-sees-contract-only': ['renderer/page.ts', '../core/app/handler.ts'],
  'renderer-imports-no-node': ['renderer/page.ts', 'node:fs'],
  'tests-are-not-shipped': ['host/start.ts', '../test/support.ts'],
  'tools-are-not-shipped': ['host/start.ts', 'fast-check'],
  'packages-are-listed': ['host/start.ts', 'safe-regex'],
  'imports-lead-somewhere': ['host/start.ts', './gone.ts'],
  'no-circular': ['host/start.ts', './other.ts'],
};

const packages = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler', 'ws', 'electron', 'fast-check', 'safe-regex'].flatMap((name) => [
  [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
  [`node_modules/${name}/index.js`, 'export default 1;'],
]);

const tree = {
  ...(Object.fromEntries(packages) as Readonly<Record<string, string>>),
  'core/domain/rule.ts': 'export const rule = 1;\n',
  'core/contract/operation.ts': "import { rule } from '../domain/rule.ts';\nexport const operation = rule;\n",
  'core/ports/clock.ts': 'export const clock = 1;\n',
  'core/ports/store.ts': 'export const store = 1;\n',
  'core/rpc/client.ts': 'export const client = 1;\n',
  'core/rpc/server.ts': 'export const server = 1;\n',
  'core/app/handler.ts': "import { operation } from '../contract/operation.ts';\nexport const handler = operation;\n",
  'core/report/figures.ts': 'export const figures = 1;\n',
  'core/i18n/translate.ts': 'export const translate = 1;\n',
  'db/rows.ts': "import Database from 'better-sqlite3';\nexport const rows = Database;\n",
  'formats/read.ts': "import { rule } from '../core/domain/rule.ts';\nexport const read = rule;\n",
  'host/start.ts': "import { handler } from '../core/app/handler.ts';\nexport const start = handler;\n",
  'host/other.ts': "import { start } from './start.ts';\nexport const other = start;\n",
  'electron/main.ts': "import { operation } from '../core/contract/operation.ts';\nexport const main = operation;\n",
  'electron/coreEntry.ts': "import { start } from '../host/start.ts';\nexport const entry = start;\n",
  'renderer/page.ts': "import { figures } from '../core/report/figures.ts';\nexport const page = figures;\n",
  'test/support.ts': "import { start } from '../host/start.ts';\nexport const support = start;\n",
  'package.json': readFileSync(join(projectRoot, 'package.json'), 'utf8'),
};

function checkWalls(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, 'build', 'checkWalls.mjs'), folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the walls between the parts', () => {
  let planted: PlantedTree | undefined;

  afterEach(() => planted?.remove());

  function plant(more: Readonly<Record<string, string>>): string {
    planted = plantTree(tree);
    planted.write(more);
    return planted.folder;
  }

  it('stand in a tree that keeps to them', () => {
    const { status, stdout, stderr } = checkWalls(plant({}));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ modules, \d+ imports, 0 violations\n$/);
  });

  it('are each tried below', () => {
    expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(violations))('%s', (rule, [file, target]) => {
    const { status, stderr } = checkWalls(plant({ [file]: `import '${target}';\n` }));
    // Of a circle, either file may be named first.
    expect(stderr.split('\n').filter((line) => line.startsWith(`${rule}: `) && line.includes(file))).toHaveLength(1);
    expect(stderr).toContain(forbidden.find(({ name }) => name === rule)?.comment);
    expect(status).toBe(1);
  });

  it('see an import of a type too', () => {
    const { stderr } = checkWalls(plant({ 'core/domain/rule.ts': "import type { clock } from '../ports/clock.ts';\nexport type Rule = typeof clock;\n" }));
    expect(stderr).toContain('domain-is-pure: core/domain/rule.ts → core/ports/clock.ts');
  });

  it('let types refer to each other in a circle', () => {
    const { status, stderr } = checkWalls(
      plant({ 'host/start.ts': "import type { other } from './other.ts';\nexport const start: typeof other = 1 as never;\n" }),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('fail when nothing was looked at', () => {
    const empty = plantTree({ 'core/note.md': 'no sources here' });
    planted = empty;
    expect(checkWalls(empty.folder).status).toBe(1);
  });
});
