import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import de from '../../../core/i18n/messages/schedule.de.json' with { type: 'json' };
import en from '../../../core/i18n/messages/schedule.en.json' with { type: 'json' };
import fr from '../../../core/i18n/messages/schedule.fr.json' with { type: 'json' };

const root = join(import.meta.dirname, '../../..');
const sources = [
  ...readdirSync(join(root, 'core/domain/schedule'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'core/domain/schedule', name)),
  join(root, 'formats/read/planTemplateYaml.ts'),
];
const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, en, fr };

describe('the sentences of the schedule', () => {
  it('has every key that the code writes out, in three languages', () => {
    const written = [...code.matchAll(/'(schedule\.(?:issue|problem|why|link|task)\.[A-Za-z.]+)'/g)].map((match) => match[1] as string);
    expect(written.length).toBeGreaterThan(25);
    for (const sentences of Object.values(languages)) expect(written.filter((key) => !(key in sentences))).toEqual([]);
  });

  it('has every key that the code puts together', () => {
    const own = /new Set\(\[\s*'notAnId'[^\]]+\]/.exec(code)?.[0] ?? '';
    const issues = [...own.matchAll(/'([A-Za-z]+)'/g)].map((match) => `schedule.issue.${match[1]}`);
    expect(issues.length).toBe(13);
    const resources = ['trainers', 'crew', 'lane'].flatMap((name) => [`schedule.problem.demandAboveCapacity.${name}`, `schedule.why.resource.${name}`]);
    const links = Object.keys(en)
      .filter((key) => /^schedule\.link\.[A-Za-z]+$/.test(key))
      .map((key) => `${key}.why`);
    expect(links.length).toBe(8);
    for (const sentences of Object.values(languages)) expect([...issues, ...resources, ...links].filter((key) => !(key in sentences))).toEqual([]);
  });

  it('says the same things in all languages, in sentences that can be formatted', () => {
    for (const [language, sentences] of Object.entries(languages)) {
      expect(Object.keys(sentences)).toEqual(Object.keys(en));
      for (const [key, sentence] of Object.entries(sentences)) {
        const names = (text: string) => [...new Set([...text.matchAll(/\{([a-zA-Z]+)[,}]/g)].map((match) => match[1] as string))].sort();
        expect(names(sentence), `${language} ${key}`).toEqual(names((en as Readonly<Record<string, string>>)[key] as string));
        const params = Object.fromEntries(names(sentence).map((name) => [name, 2]));
        expect(new IntlMessageFormat(sentence, language).format(params), `${language} ${key}`).toMatch(/\S/);
      }
    }
  });
});
