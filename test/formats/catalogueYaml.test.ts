import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countClaims } from '../../core/domain/catalogue/listClaims.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { createDependencyGraph } from '../../core/domain/sovereignty/dependencyGraph.ts';
import { findStoppedProducts, outageOf, reportedDifference } from '../../core/domain/sovereignty/simulateOutage.ts';
import type { CatalogueFile } from '../../formats/read/catalogueYaml.ts';
import { readCatalogue } from '../../formats/read/catalogueYaml.ts';
import deMessages from '../../core/i18n/messages/catalogue.de.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../templates/catalogue/', import.meta.url));
const shippedFiles: CatalogueFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));
const { catalogue, issues } = readCatalogue(shippedFiles);
const products = [...catalogue.products.values()];

describe('the catalogue that is shipped', () => {
  it('has no statement without source, date and confidence, no unknown reference and no double', () => {
    expect(issues.map((issue) => `${issue.file}:${issue.row} ${issue.messageKey} ${JSON.stringify(issue.params)}`)).toEqual([]);
  });

  it('knows enough products', () => {
    expect(products.filter(({ kind }) => kind === 'proprietary').length).toBeGreaterThanOrEqual(80);
    expect(products.filter(({ kind }) => kind === 'openSource').length).toBeGreaterThanOrEqual(50);
  });

  it.each([
    ['lyon', ['lemonldap-ng', 'jitsi-meet', 'nextcloud', 'onlyoffice-docs', 'zimbra', 'chamilo', 'matrix-synapse', 'watcha', 'linux-desktop', 'postgresql']],
    ['schleswig-holstein', ['libreoffice', 'open-xchange-app-suite', 'thunderbird', 'nextcloud', 'linux-desktop', 'opentalk', 'univention-ad-connector']],
    [
      'opendesk',
      [
        'element',
        'nordeck-widgets',
        'matrix-synapse',
        'la-suite-docs',
        'cryptpad',
        'nextcloud',
        'open-xchange-app-suite',
        'dovecot',
        'postfix',
        'xwiki',
        'univention-nubus',
        'openproject',
        'jitsi-meet',
        'collabora-online',
      ],
    ],
  ])('knows every component of the stack %s', (stack, expected) => {
    const known = products.filter((product) => product.usedIn.some(({ value }) => value === stack)).map(({ id }) => String(id));
    expect(known).toEqual(expect.arrayContaining(expected));
  });

  it('says of the licences that openDesk publishes that they were read there', () => {
    expect(catalogue.products.get('collabora-online' as ProductId)?.licence).toEqual({
      value: 'MPL-2.0',
      source: 'opendesk-readme',
      date: '2026-11-21',
      confidence: 'A',
    });
  });

  it('marks ONLYOFFICE and Euro-Office as disputed, and names the successor', () => {
    expect(catalogue.products.get('onlyoffice-docs' as ProductId)?.successors[0]).toMatchObject({ value: 'euro-office', disputed: { by: 'ONLYOFFICE' } });
    expect(catalogue.products.get('euro-office' as ProductId)?.licence.disputed?.by).toBe('ONLYOFFICE');
  });

  it('has a replacement for the products that most administrations leave', () => {
    const replaced = new Set(products.filter(({ kind }) => kind === 'openSource').flatMap(({ replaces }) => replaces.map(({ value }) => String(value))));
    for (const id of [
      'microsoft-office',
      'microsoft-365-apps',
      'microsoft-exchange-server',
      'exchange-online',
      'microsoft-outlook',
      'microsoft-teams',
      'sharepoint-online',
      'microsoft-windows',
      'microsoft-entra-id',
      'oracle-database',
      'vmware-vsphere',
      'zoom',
    ]) {
      expect(replaced, id).toContain(id);
    }
  });

  it('counts its claims by confidence, the unverified ones included', () => {
    const counts = countClaims(catalogue);
    expect(counts.A).toBeGreaterThan(10);
    expect(counts.unverified).toBeGreaterThan(0);
  });

  it.each([
    ['cloudflare-2025-11-18', ['canva', 'chatgpt', 'mistral-chat', 'perplexity', 'truth-social', 'x-twitter']],
    ['aws-2025-10-20', ['perplexity']],
  ])('replays %s as it was reported', (eventId, expected) => {
    const event = catalogue.events.get(eventId);
    if (!event) throw new Error(`no event ${eventId}`);
    const graph = createDependencyGraph(catalogue);
    const seven = ['perplexity', 'mistral-chat', 'chatgpt', 'x-twitter', 'truth-social', 'canva', 'camocopy'];
    const stopped = findStoppedProducts(graph, outageOf(event)).filter(({ productId }) => seven.includes(productId));
    expect(stopped.map(({ productId }) => productId)).toEqual(expected);
    expect(stopped.every(({ certainty }) => certainty === 'stops')).toBe(true);
    expect(reportedDifference(graph, event)).toMatchObject({ missed: [], wrong: [] });
  });
});

describe('readCatalogue', () => {
  const claim = "source: editors, date: '2026-11-21', confidence: unverified";
  const sources = '- id: editors\n  title: Editors\n  publisher: Bascule\n- id: press\n  title: Press\n  publisher: Press\n';
  const providers = `- id: maker\n  name: Maker\n  jurisdiction: { value: DE, ${claim} }\n`;
  const entry = (id: string, more = '', licence = `{ value: MIT, ${claim} }`) =>
    `- id: ${id}\n  name: ${id}\n  vendor: maker\n  track: office\n  category: office-suite\n  licence: ${licence}\n  summary: { de: d, en: e, fr: f }\n${more}`;
  const read = (productText: string, other: Readonly<Record<string, string>> = {}) => {
    const texts = { 'sources.yml': sources, 'providers.yml': providers, 'replacements/one.yml': productText, ...other };
    return readCatalogue(Object.entries(texts).map(([name, text]) => ({ name, text })));
  };
  const defects = (productText: string, other?: Readonly<Record<string, string>>) =>
    read(productText, other).issues.map(({ file, row, field, messageKey }) => `${file}:${row} ${field} ${messageKey.replace('catalogue.issue.', '')}`);

  it('reads a sound entry, the folder giving its kind', () => {
    const { catalogue: small, issues: none } = read(entry('a'), { 'products/two.yml': entry('b') });
    expect(none).toEqual([]);
    expect([...small.products.values()].map(({ id, kind, defaultStrategy, aliases }) => [id, kind, defaultStrategy, aliases])).toEqual([
      ['b', 'proprietary', 'replace', []],
      ['a', 'openSource', 'keep', []],
    ]);
  });

  it.each([
    ['a claim without source', entry('a', '', "{ value: MIT, date: '2026-11-21', confidence: A }"), ['replacements/one.yml:1 licence.source claimPartMissing']],
    ['a claim without date', entry('a', '', '{ value: MIT, source: press, confidence: A }'), ['replacements/one.yml:1 licence.date claimPartMissing']],
    [
      'a claim without confidence',
      entry('a', '', "{ value: MIT, source: press, date: '2026' }"),
      ['replacements/one.yml:1 licence.confidence claimPartMissing'],
    ],
    ['a claim without value', entry('a', `  protocols: [{ ${claim} }]\n`), ['replacements/one.yml:1 protocols[0].value claimPartMissing']],
    ['a bare value in place of a claim', entry('a', '', 'MIT'), ['replacements/one.yml:1 licence wrongType']],
    [
      'an invented confidence',
      entry('a', '', "{ value: MIT, source: press, date: '2026', confidence: sure }"),
      ['replacements/one.yml:1 licence.confidence notOneOf'],
    ],
    [
      'a date that does not exist',
      entry('a', '', "{ value: MIT, source: press, date: '2027-02-29', confidence: A }"),
      ['replacements/one.yml:1 licence.date notADate'],
    ],
    [
      'an unknown source',
      entry('a', '', "{ value: MIT, source: nobody, date: '2026', confidence: A }"),
      ['replacements/one.yml:1 licence.source unknownSource'],
    ],
    [
      'editors who claim to be sure',
      entry('a', '', "{ value: MIT, source: editors, date: '2026', confidence: A }"),
      ['replacements/one.yml:1 licence editorsMustBeUnverified'],
    ],
    [
      'an unverified statement with a source',
      entry('a', '', "{ value: MIT, source: press, date: '2026', confidence: unverified }"),
      ['replacements/one.yml:1 licence unverifiedMustNameEditors'],
    ],
    [
      'a dispute from an unknown source',
      entry('a', '', "{ value: MIT, source: press, date: '2026', confidence: A, disputed: { by: B, statement: No, source: nobody } }"),
      ['replacements/one.yml:1 licence.disputed.source unknownSource'],
    ],
    ['an unknown vendor', entry('a').replace('vendor: maker', 'vendor: nobody'), ['replacements/one.yml:1 vendor unknownVendor']],
    [
      'an unknown provider',
      entry('a', `  dependsOn: [{ value: { provider: nobody, kind: hosting }, ${claim} }]\n`),
      ['replacements/one.yml:1 dependsOn[0] unknownProvider'],
    ],
    ['an unknown product replaced', entry('a', `  replaces: [{ value: nothing, ${claim} }]\n`), ['replacements/one.yml:1 replaces[0] unknownProduct']],
    ['an unknown product included', entry('a', '  includes: [nothing]\n'), ['replacements/one.yml:1 includes unknownProduct']],
    ['a product that replaces itself', entry('a', `  replaces: [{ value: a, ${claim} }]\n`), ['replacements/one.yml:1 replaces[0] pointsToItself']],
    ['an id given twice, at its second place', entry('a') + entry('a'), ['replacements/one.yml:8 id duplicateId']],
    ['an alias of two products', entry('a', '  aliases: [same]\n') + entry('b', '  aliases: [same]\n'), ['replacements/one.yml:9 aliases duplicateAlias']],
    ['an alias in capitals', entry('a', '  aliases: [Same]\n'), ['replacements/one.yml:1 aliases[0] notLowerCase']],
    ['a field nobody knows', entry('a', '  colour: red\n'), ['replacements/one.yml:1 colour unknownField']],
    ['a missing field', entry('a').replace('  name: a\n', ''), ['replacements/one.yml:1 name fieldMissing']],
    ['an id with capitals', entry('A'), ['replacements/one.yml:1 id notAnId']],
    ['an unknown track', entry('a').replace('track: office', 'track: sports'), ['replacements/one.yml:1 track notOneOf']],
    ['a summary without French', entry('a').replace(', fr: f', ''), ['replacements/one.yml:1 summary.fr fieldMissing']],
    ['broken YAML, with its row', '- id: a\n  name: [x\n- id: b\n', ['replacements/one.yml:3 undefined notYaml']],
    ['an empty file', '', ['replacements/one.yml:1 undefined notYaml']],
    ['a file that is no list', 'id: a\n', ['replacements/one.yml:undefined undefined notAList']],
  ])('reports %s', (_name, text, expected) => {
    expect(defects(text)).toEqual(expected);
  });

  it('reports an event about products and providers that are not there, and a file that does not belong', () => {
    const event = `- id: day\n  date: '2025-11-18'\n  name: { de: d, en: e, fr: f }\n  provider: nobody\n  through: [network]\n  reported: { value: { down: [nothing], notDown: [] }, ${claim} }\n`;
    expect(defects(entry('a'), { 'events.yml': event, 'notes.txt': 'x' })).toEqual([
      'notes.txt:undefined undefined unknownFile',
      'events.yml:1 provider unknownProvider',
      'events.yml:1 reported unknownProduct',
    ]);
  });

  it('leaves a broken entry out and keeps the others', () => {
    expect([...read(entry('a').replace('  name: a\n', '') + entry('b')).catalogue.products.keys()]).toEqual(['b']);
  });

  it('has a sentence for every issue', () => {
    const keys = [entry('a', '  colour: red\n  aliases: [Same]\n'), 'id: a', '- [', entry('A'), entry('a', '', 'MIT')].flatMap((text) =>
      read(text).issues.map(({ messageKey }) => messageKey),
    );
    for (const key of keys) expect(Object.keys(deMessages)).toContain(key);
    expect(keys.length).toBeGreaterThan(4);
  });
});
