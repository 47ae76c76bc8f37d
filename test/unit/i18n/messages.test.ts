import { readdirSync } from 'node:fs';
import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { curlApostrophes } from '../../../core/i18n/curlApostrophes.ts';
import { languageTags } from '../../../core/i18n/formats.ts';
import { locales } from '../../../core/i18n/keys.ts';
import { messages } from '../../../core/i18n/messages.ts';

const directory = new URL('../../../core/i18n/messages/', import.meta.url);
const files = readdirSync(directory).filter((name) => name.endsWith('.json'));

function argumentNames(elements: ReturnType<IntlMessageFormat['getAst']>, names: Set<string> = new Set()): Set<string> {
  for (const element of elements) {
    if (element.type !== 0 && element.type !== 7) names.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) argumentNames(option.value, names);
  }
  return names;
}

describe('the sentences', () => {
  it('of every file are assembled', async () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const locale = file.split('.')[1] as (typeof locales)[number];
      const { default: sentences } = (await import(new URL(file, directory).href, { with: { type: 'json' } })) as { default: Record<string, string> };
      const missing = Object.keys(sentences).filter((key) => messages[locale][key] !== sentences[key]);
      expect(missing, file).toEqual([]);
    }
  });

  it('exist in all three languages', () => {
    const keys = Object.keys(messages.en).sort();
    for (const locale of locales) expect(Object.keys(messages[locale]).sort(), locale).toEqual(keys);
  });

  it.each(locales)('parse in %s', (locale) => {
    const broken = Object.entries(messages[locale]).flatMap(([key, sentence]) => {
      try {
        new IntlMessageFormat(curlApostrophes(sentence), languageTags[locale], undefined, { ignoreTag: true });
        return sentence.trim() === '' ? [`${key}: empty`] : [];
      } catch (error) {
        return [`${key}: ${String(error)}`];
      }
    });
    expect(broken).toEqual([]);
  });

  it('name the same params in all three languages', () => {
    const namesOf = (locale: (typeof locales)[number], key: string) =>
      [...argumentNames(new IntlMessageFormat(curlApostrophes(messages[locale][key] ?? ''), languageTags[locale], undefined, { ignoreTag: true }).getAst())]
        .sort()
        .join(' ');
    const different = Object.keys(messages.en).filter((key) => locales.some((locale) => namesOf(locale, key) !== namesOf('en', key)));
    expect(different).toEqual([]);
  });

  it('hold no straight quote once apostrophes are curled, because one before a brace switches the params off', () => {
    const straight = locales.flatMap((locale) =>
      Object.entries(messages[locale]).flatMap(([key, sentence]) => (curlApostrophes(sentence).includes("'") ? [`${locale} ${key}`] : [])),
    );
    expect(straight).toEqual([]);
  });
});
