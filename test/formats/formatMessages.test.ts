import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import de from '../../core/i18n/messages/formats.de.json' with { type: 'json' };
import en from '../../core/i18n/messages/formats.en.json' with { type: 'json' };
import fr from '../../core/i18n/messages/formats.fr.json' with { type: 'json' };
import { readers } from '../../formats/read/registry.ts';
import { tableKinds } from '../../formats/read/tableFields.ts';

const folder = join(import.meta.dirname, '../../formats/read');
const others = new Set(['catalogueYaml.ts', 'catalogueSchema.ts', 'planTemplateYaml.ts', 'planTemplateSchema.ts']);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !others.has(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** The params that a message uses, with the params inside its branches. */
function paramsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly unknown[]): void => {
    for (const element of elements as readonly { type: number; value?: string; options?: Record<string, { value: unknown[] }> }[]) {
      if (element.type !== 0 && element.type !== 7 && element.value !== undefined) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe('the sentences of the readers', () => {
  it('stand in three languages with the same params', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      const params = paramsOf(en[key]);
      expect([key, paramsOf(de[key]), paramsOf(fr[key])]).toEqual([key, params, params]);
    }
  });

  it('are there for every key in the code, and for nothing else', () => {
    const literal = new Set([...sources.matchAll(/'((?:issue|skip|format)\.[A-Za-z0-9.]+)'/g)].map((match) => match[1] as string));
    for (const kind of tableKinds) literal.add(`format.seen.table.${kind}`);
    for (const type of ['spreadsheet', 'oldOffice', 'pdf', 'picture', 'archive', 'database', 'other']) literal.add(`issue.binary.${type}`);
    // Said by the host about a format that a person named.
    literal.add('format.seen.asked');
    for (const key of ['issue.notADate', 'issue.dateDoesNotExist', 'issue.dateOutOfRange']) literal.add(`${key}Ignored`);
    expect([...literal].sort()).toEqual(Object.keys(en).sort());
    for (const reader of readers) expect(Object.keys(en)).toContain(reader.nameKey);
  });
});
