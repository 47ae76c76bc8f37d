import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/plantedTree.ts';

const read = (place: string) => readFileSync(join(projectRoot, place), 'utf8');
const packageJson = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'scripts', Readonly<Record<string, string>>>
>;
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/glossary.md',
  'docs/dependencies.md',
  ...readdirSync(join(projectRoot, 'docs/adr')).map((name) => `docs/adr/${name}`),
];

/** Cells of a Markdown table's rows, without headings and rules. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));
}

describe('the documents', () => {
  it('give every package a line, and every line a package', () => {
    const listed = rows(read('docs/dependencies.md')).flatMap(([name]) => /^`(.+)`$/.exec(name ?? '')?.[1] ?? []);
    const used = [packageJson.dependencies, packageJson.optionalDependencies, packageJson.devDependencies].flatMap((kind) => Object.keys(kind));
    expect(listed.toSorted()).toEqual(used.toSorted());
  });

  it('say of every package why, its licence, its health and what would replace it', () => {
    for (const row of rows(read('docs/dependencies.md')))
      expect(
        row.filter((cell) => cell !== ''),
        row[0],
      ).toHaveLength(5);
  });

  it('name versions that are pinned', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
      for (const [name, version] of Object.entries(packageJson[kind])) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('translate every word of the glossary', () => {
    const words = rows(read('docs/glossary.md'));
    for (const row of words)
      expect(
        row.filter((cell) => cell !== ''),
        row[0],
      ).toHaveLength(4);
    const english = words.map(([word]) => word);
    expect(new Set(english).size).toBe(english.length);
  });

  it.each(documents)('%s names only files that exist', (document) => {
    const text = read(document);
    const named = [...text.matchAll(/`((?:core|db|formats|host|templates|build|test|docs)\/[^`*<>{}N …]+)`/g)].map(([, place]) => place ?? '');
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, place]) => join(dirname(document), place ?? ''));
    expect([...named, ...linked].filter((place) => !existsSync(join(projectRoot, place)))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s names only scripts that exist', (document) => {
    const scripts = [...read(document).matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !['install', 'ci', 'run', 'registry'].includes(name));
    expect(scripts.filter((name) => packageJson.scripts[name] === undefined)).toEqual([]);
  });

  it.each(documents.filter((name) => name.startsWith('docs/adr/')))('%s says context, decision and price', (document) => {
    const text = read(document);
    expect(text).toMatch(/^# \d+ /);
    for (const part of ['**Context.**', '**Decision.**', '**Price.**']) expect(text).toContain(part);
  });
});
