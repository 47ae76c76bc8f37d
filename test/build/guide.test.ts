import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../core/i18n/keys.ts';
import { projectRoot } from '../support/plantedTree.ts';

const folder = join(projectRoot, 'docs', 'guide');
const pictures = join(folder, 'pictures');
const chaptersIn = (locale: Locale) => readdirSync(join(folder, locale)).toSorted();
const read = (path: string) => readFileSync(path, 'utf8');
const textOf = (locale: Locale, chapter: string) => read(join(folder, locale, chapter));

/** Places that a text links or shows, from the project's folder. */
function linked(path: string): string[] {
  const text = read(path);
  const markdown = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, place]) => place ?? '');
  const html = [...text.matchAll(/(?:src|srcset|href)="(?!https?:)([^"]+)"/g)].map(([, place]) => place ?? '');
  return [...markdown, ...html].map((place) => relative(projectRoot, join(dirname(path), place)));
}

/** As somebody reads it: one kind of space, one kind of apostrophe. */
const asRead = (text: string) => text.replace(/\s+/gu, ' ').replaceAll('’', "'");

function messagesOf(locale: Locale): ReadonlySet<string> {
  const messages = join(projectRoot, 'core', 'i18n', 'messages');
  const files = readdirSync(messages).filter((name) => name.endsWith(`.${locale}.json`));
  return new Set(files.flatMap((name) => Object.values(JSON.parse(read(join(messages, name))) as Record<string, string>).map(asRead)));
}

const shape = (text: string) => ({
  headings: text.match(/^#+ /gm),
  pictures: [...text.matchAll(/!\[[^\]]*\]\(\.\.\/pictures\/[a-z]+\/([^)]+)\)/g)].map(([, name]) => name),
  listed: text.match(/^(?:\d+\.|-|\|) /gm)?.length,
  commands: text.match(/^npm .*/gm)?.length,
});

describe('the guide', () => {
  it.each(locales)('has the same chapters, pictures and lists in %s as in English', (locale) => {
    expect(chaptersIn(locale)).toEqual(chaptersIn('en'));
    for (const chapter of chaptersIn('en')) expect(shape(textOf(locale, chapter)), chapter).toEqual(shape(textOf('en', chapter)));
  });

  it.each(locales)('lists every chapter in its contents in %s', (locale) => {
    const chapters = chaptersIn(locale).filter((name) => name !== 'README.md');
    expect(chapters).toHaveLength(12);
    const contents = linked(join(folder, locale, 'README.md'));
    expect(chapters.filter((name) => !contents.includes(join('docs', 'guide', locale, name)))).toEqual([]);
  });

  it.each(locales)('names in %s only what the window calls so', (locale) => {
    const known = messagesOf(locale);
    const quoted = chaptersIn(locale).flatMap((chapter) => [...textOf(locale, chapter).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => asRead(words ?? '')));
    expect(quoted.length).toBeGreaterThan(100);
    expect([...new Set(quoted)].filter((words) => !known.has(words))).toEqual([]);
  });

  it('links nothing that is not there, and shows every picture', () => {
    const texts = [join(projectRoot, 'README.md'), ...locales.flatMap((locale) => chaptersIn(locale).map((chapter) => join(folder, locale, chapter)))];
    const places = new Set(texts.flatMap(linked));
    expect([...places].filter((place) => !existsSync(join(projectRoot, place)))).toEqual([]);
    const taken = readdirSync(pictures, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
    expect(taken.length).toBeGreaterThan(40);
    expect(taken.map((name) => join('docs', 'guide', 'pictures', name)).filter((place) => !places.has(place))).toEqual([]);
  });

  it('shows pictures in its own language', () => {
    for (const locale of locales) {
      const shown = chaptersIn(locale).flatMap((chapter) => [...textOf(locale, chapter).matchAll(/pictures\/([a-z]+)\//g)].map(([, language]) => language));
      expect(new Set(shown)).toEqual(new Set([locale]));
    }
  });

  it('has pictures that a clone can bear', () => {
    const bytes = readdirSync(pictures, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.png'))
      .reduce((sum, name) => sum + readFileSync(join(pictures, name)).length, 0);
    expect(bytes).toBeLessThan(4_500_000);
  });
});
