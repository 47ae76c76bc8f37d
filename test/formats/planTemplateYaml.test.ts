import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlanTemplate } from '../../formats/read/planTemplateYaml.ts';

const folder = join(import.meta.dirname, '../../templates/plans');
const catalogue = join(import.meta.dirname, '../../templates/catalogue');
const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const read = (name: string) => {
  const { template, issues } = readPlanTemplate({ name, text: readFileSync(join(folder, name), 'utf8') });
  if (!template) throw new Error(`${name}: ${JSON.stringify(issues)}`);
  return template;
};
/** Ids as the catalogue's files write them, so that this test does not depend on the catalogue's reader. */
const idsIn = (files: readonly string[]) =>
  new Set(files.flatMap((file) => [...readFileSync(join(catalogue, file), 'utf8').matchAll(/^- id: (\S+)$/gm)].map((match) => match[1])));

describe('the templates', () => {
  it('are the four that the product offers, each under its own id', () => {
    expect(names.sort()).toEqual(['blank.yml', 'lyon.yml', 'opendesk.yml', 'schleswig-holstein.yml']);
    expect(names.map((name) => `${read(name).id}.yml`)).toEqual(names);
  });

  it.each(names)('%s names only sources and products that the catalogue has', (name) => {
    const sources = idsIn(['sources.yml']);
    const products = idsIn(['products', 'replacements'].flatMap((part) => readdirSync(join(catalogue, part)).map((file) => join(part, file))));
    const template = read(name);
    const usedSources = [...JSON.stringify(template).matchAll(/"source":"([^"]+)"/g)].map((match) => match[1]);
    expect([...usedSources, ...template.sources].filter((id) => !sources.has(id))).toEqual([]);
    const usedProducts = [
      ...template.tracks.flatMap((track) => track.replacement ?? []),
      ...Object.entries(template.replacements).flatMap(([product, claim]) => [product, claim.value]),
    ];
    expect(usedProducts.filter((id) => !products.has(id))).toEqual([]);
  });

  it.each(names)('%s gives every track the figures that a cost needs, and each figure a source or the word assumption', (name) => {
    const template = read(name);
    const keys = new Set(template.assumptions.map((assumption) => assumption.key));
    for (const track of template.tracks) {
      for (const kind of ['migration', 'replacement', 'doubleRunning']) expect(keys.has(`${kind}.${track.key}`), `${kind}.${track.key}`).toBe(true);
    }
    for (const key of ['training.ratePerHour', 'crew.ratePerHour', 'discount.rate', 'price.increase', 'support.account', 'range.share'])
      expect(keys.has(key), key).toBe(true);
    for (const assumption of template.assumptions) {
      expect(assumption.source === null, assumption.key).toBe(assumption.confidence === 'unverified');
      if (assumption.source === null)
        expect(`${assumption.note.de} ${assumption.note.en} ${assumption.note.fr}`).toMatch(/Annahme.*[Aa]ssumption.*[Hh]ypothèse/);
    }
  });

  it.each(names)('%s names the sources of each published range', (name) => {
    const sources = idsIn(['sources.yml']);
    const ranged = read(name).assumptions.filter(({ range }) => range !== null);
    expect(ranged.map(({ key, range }) => [key, range])).toEqual([
      ['migration.office', { low: 8000, high: 20_857, sources: ['silicon-fr-toulouse', 'derstandard-freiburg'] }],
    ]);
    // 0.73 million euro for about 3,500 employees.
    expect(Math.round(73_000_000 / 3500)).toBe(20_857);
    for (const { range } of ranged) for (const source of range?.sources ?? []) expect(sources.has(source), source).toBe(true);
  });

  it('carry the public discount rates with their sources', () => {
    const rate = (name: string) => read(name).assumptions.find((assumption) => assumption.key === 'discount.rate');
    expect(rate('schleswig-holstein.yml')).toMatchObject({ value: 0.9, source: 'wibe-discount-rate' });
    expect(rate('lyon.yml')).toMatchObject({ value: 3.2, source: 'strategie-gouv-fr-discount-rate', confidence: 'A' });
  });

  it('carry the speed of Schleswig-Holstein: 44,000 mailboxes over 26 weeks', () => {
    const mail = read('schleswig-holstein.yml').tracks.find((track) => track.key === 'mail');
    expect(mail?.accountsPerWeek).toEqual({ value: 1690, source: 'gnulinux-ch-schleswig-holstein', date: '2025-10', confidence: 'calc' });
    expect(Math.abs(44_000 / 26 - 1690)).toBeLessThan(5);
  });
});

describe('readPlanTemplate', () => {
  const good = readFileSync(join(folder, 'opendesk.yml'), 'utf8');
  const issuesOf = (text: string) =>
    readPlanTemplate({ name: 'own.yml', text }).issues.map((issue) => [issue.messageKey.replace('schedule.issue.', ''), issue.field ?? issue.row]);
  const change = (from: string, to: string) => {
    if (!good.includes(from)) throw new Error(`the template has no ${from}`);
    return good.replace(from, to);
  };

  it('takes a bare value for an assumption of the editors on the day of the revision', () => {
    const { template } = readPlanTemplate({ name: 'own.yml', text: good });
    expect(template?.tracks[1]?.trainingHoursPerAccount).toEqual({ value: 4, source: 'editors', date: '2026-11-21', confidence: 'unverified' });
  });

  it('names the row of what is not YAML', () => {
    const { template, issues } = readPlanTemplate({ name: 'own.yml', text: 'id: x\nname: [1,\n' });
    expect(template).toBeNull();
    expect(issues).toMatchObject([{ severity: 'error', messageKey: 'schedule.issue.notYaml', file: 'own.yml', row: 3 }]);
    expect(issuesOf('')[0]?.[0]).toBe('notYaml');
    expect(issuesOf('- 1')[0]?.[0]).toBe('wrongValue');
  });

  it('names the field of a wrong value, an unknown field and an unknown track', () => {
    expect(issuesOf(change('key: office', 'key: offce'))).toEqual([['wrongValue', 'tracks.1.key']]);
    expect(issuesOf(change('movesAccounts: true', 'movesAccounts: true\n    colour: red'))).toEqual([['unknownField', 'tracks.1.colour']]);
    expect(issuesOf(change('before: { track: files', 'before: { track: desktop'))).toEqual([['unknownTrack', 'precedences.5.before.track']]);
    expect(issuesOf(change('key: chat', 'key: video'))).toContainEqual(['twice', 'tracks.5.key']);
  });

  it('keeps a figure honest: no source means assumption, cents are whole, moving accounts needs a capacity', () => {
    expect(issuesOf(change('source: null\n    confidence: unverified', 'source: null\n    confidence: A'))).toEqual([
      ['assumptionNeedsNoSource', 'assumptions.0.source'],
    ]);
    expect(issuesOf(change('value: 4500', 'value: 4500.5'))).toEqual([['notWholeCents', 'assumptions.0.value']]);
    expect(issuesOf(change('low: 8000', 'low: 9000'))).toEqual([['outsideRange', 'assumptions.6.range']]);
    expect(issuesOf(change('sources: [silicon-fr-toulouse, derstandard-freiburg]', 'sources: []'))).toEqual([['empty', 'assumptions.6.range.sources']]);
    expect(issuesOf(change('accountsPerWeek: 300', 'accountsPerWeek: 0'))).toEqual([['capacityMissing', 'tracks.1.accountsPerWeek']]);
    expect(issuesOf(change('source: leaders-top-pilot, date: "2026-11-21", confidence: C', 'source: editors, date: "2026-11-21", confidence: C'))).toEqual([
      ['unverifiedNeedsEditors', 'tracks.1.phases.2.workingDays'],
    ]);
    expect(issuesOf(change('source: leaders-top-pilot, date: "2026-11-21"', 'source: leaders-top-pilot, date: "2026-13"'))).toEqual([
      ['notADate', 'tracks.1.phases.2.workingDays.date'],
    ]);
  });
});
