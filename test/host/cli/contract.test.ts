import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../../core/i18n/messages.ts';
import { commands } from '../../../host/cli/commands.ts';
import { bascule, basculeJson, mustWork, projectRoot, temporaryFolder, writeAdministration } from '../../support/cli.ts';

const folder = temporaryFolder();
const plan = folder.file('plan.bascule');
const locales = ['de', 'en', 'fr'] as const;

beforeAll(async () => {
  await mustWork(['new', plan, '--template', 'schleswig-holstein', '--start', '2027-01-04']);
  await mustWork(['import', plan, ...writeAdministration(folder.file('in'))]);
  await mustWork(['map', plan, '--accept']);
  await mustWork(['schedule', plan]);
});
afterAll(() => folder.remove());

/** Names and options that others rely on; more may come. */
const promised: Readonly<Record<string, readonly string[]>> = {
  plan: ['template', 'out', 'name', 'country', 'region', 'start', 'time-limit'],
  new: ['template', 'name', 'country', 'region', 'start'],
  templates: [],
  import: ['format', 'mapping', 'dry-run'],
  formats: [],
  match: ['names'],
  catalogue: [],
  map: ['accept'],
  schedule: ['time-limit', 'seed', 'objective', 'why'],
  solve: ['schedules', 'time-limit', 'seed'],
  cost: ['years'],
  exposure: ['at'],
  outage: ['provider', 'replay', 'at'],
  track: [],
  scenario: [],
  report: ['out', 'kind', 'standard', 'sections'],
  export: ['format', 'out'],
  history: [],
  undo: [],
  redo: [],
  verify: [],
  generate: ['accounts', 'units', 'items', 'seed', 'out'],
  serve: ['port'],
};

describe('the commands', () => {
  it.each(Object.entries(promised))('%s has its options', (name, options) => {
    const command = commands.find((candidate) => candidate.name === name);
    expect(Object.keys(command?.options ?? {})).toEqual(expect.arrayContaining([...options]));
  });

  it.each(locales)('explain themselves in %s', async (locale) => {
    const all = await bascule(['--help', '--locale', locale]);
    expect(all.code).toBe(0);
    expect(all.out).not.toMatch(/cli\.[a-z]/);
    for (const command of commands) {
      expect(all.out).toMatch(new RegExp(`^ {2}${command.name} +\\S`, 'm'));
      const one = await bascule([command.name, '--help', '--locale', locale]);
      expect(one.code, command.name).toBe(0);
      expect(one.out, command.name).toContain(`bascule ${command.name} ${command.usage}`);
      expect(one.out, command.name).not.toMatch(/cli\.[a-z]/);
      for (const option of Object.keys(command.options)) expect(one.out, command.name).toMatch(new RegExp(`--${option} +\\S`));
    }
  });

  it('say every sentence that they name', () => {
    const source = sourcesOfCommands();
    const keys = [...source.matchAll(/'((?:cli|app|error|common)\.[A-Za-z0-9.]+[A-Za-z0-9])'/g)].map((found) => found[1] as string);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !Object.hasOwn(messages.en, key))).toEqual([]);
  });
});

function sourcesOfCommands(): string {
  const folderOfCli = join(projectRoot, 'host', 'cli');
  const names = readdirSync(folderOfCli, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return [...names.map((name) => join(folderOfCli, name)), join(projectRoot, 'host/nodeFiles.ts'), join(projectRoot, 'host/browserServer.ts')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Keys of the answer, as the contract writes them, for a plan that is complete. */
const answers: readonly (readonly [argv: readonly string[], keys: readonly string[]])[] = [
  [['templates'], ['templates']],
  [['formats'], ['read', 'write']],
  [
    ['match', plan],
    ['total', 'matched', 'noise', 'unmatched', 'coverage', 'items'],
  ],
  [
    ['catalogue', 'list'],
    ['products', 'providers'],
  ],
  [
    ['catalogue', 'search', 'office'],
    ['products', 'providers'],
  ],
  [
    ['catalogue', 'show', 'libreoffice'],
    ['product', 'claims'],
  ],
  [
    ['map', plan],
    ['rows', 'accepted'],
  ],
  [
    ['cost', plan, '--years', '5'],
    ['years', 'totalCents', 'stayTotalCents', 'netPresentValueCents', 'paybackOn', 'missedRenewals'],
  ],
  [
    ['exposure', plan],
    ['items', 'providers', 'jurisdictions'],
  ],
  [
    ['outage', plan, '--provider', 'microsoft'],
    ['services', 'accountsAffected'],
  ],
  [
    ['track', plan, 'status'],
    ['tracks', 'waves'],
  ],
  [
    ['track', plan, 'forecast'],
    ['tracks', 'problems'],
  ],
  [
    ['track', plan, 'replan'],
    ['tracks', 'finish', 'plannedFinish'],
  ],
  [['scenario', plan, 'list'], ['scenarios']],
  [
    ['scenario', plan, 'compare'],
    ['plan', 'scenarios'],
  ],
  [['baseline', plan, 'list'], ['baselines']],
  [['history', plan], ['entries']],
  [
    ['verify', plan],
    ['isWhole', 'fingerprint', 'issues'],
  ],
  [
    ['schedule', plan],
    ['finish', 'costCents', 'lowerBound', 'gap', 'tasks', 'problems'],
  ],
];

describe('--json', () => {
  it.each(answers.map(([argv, keys]) => [argv.filter((word) => word !== plan).join(' '), argv, keys] as const))(
    '%s prints one document and nothing else',
    async (_name, argv, keys) => {
      const { code, out, err } = await bascule([...argv, '--json']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(Object.keys(JSON.parse(out) as object)).toEqual(expect.arrayContaining([...keys]));
    },
  );

  it('holds money in whole cents, in no other form', async () => {
    const documents = [
      await basculeJson(['cost', plan]),
      await basculeJson(['schedule', plan]),
      await basculeJson(['scenario', plan, 'compare']),
      await basculeJson(['map', plan]),
    ];
    const amounts: [string, unknown][] = [];
    const walk = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const member of value) walk(member, key);
      else if (typeof value === 'object' && value !== null) for (const [name, member] of Object.entries(value)) walk(member, name);
      else if (/cost|amount|price|cents/i.test(key) && typeof value === 'number') amounts.push([key, value]);
    };
    for (const document of documents) walk(document, '');
    expect(amounts.length).toBeGreaterThan(20);
    // `itemsWithoutCost` counts items; everything else of money says that it is cents.
    expect(amounts.filter(([key, value]) => key !== 'itemsWithoutCost' && (!/Cents$/.test(key) || !Number.isInteger(value)))).toEqual([]);
  });

  it('of match has one item for every row of a file of names, in the order of the file', async () => {
    const names = folder.write(
      'names.csv',
      'raw_name,publisher,version\nZoom,Zoom,5\nMicrosoft Visual C++ 2015-2022 Redistributable (x64) - 14.38.33135,Microsoft Corporation,14\nHundesteuer Plus,,1\nZoom,Zoom,5\n"a ""quoted"", name",x,\n',
    );
    const { items, ...counts } = await basculeJson<{
      items: Record<string, unknown>[];
      total: number;
      matched: number;
      noise: number;
      unmatched: number;
      coverage: number;
    }>(['match', '--names', names]);
    expect(items.map((item) => item.rawName)).toEqual(['Zoom', expect.stringContaining('Redistributable'), 'Hundesteuer Plus', 'Zoom', 'a "quoted", name']);
    expect(counts).toEqual({ total: 5, matched: 2, noise: 1, unmatched: 2, coverage: 0.5 });
    for (const item of items) expect(Object.keys(item)).toEqual(['rawName', 'publisher', 'version', 'productId', 'confidence', 'reason', 'noise']);
    expect(items[0]).toMatchObject({ productId: 'zoom', noise: false });
  });

  it('of match reads names in the encodings in which spreadsheets write them, and refuses what is no text', async () => {
    const text = 'raw_name;publisher;version\r\nBürgerbüro Gießen;Müller;1\r\n';
    for (const [encoding, content] of [
      ['utf-8', Buffer.from(`\uFEFF${text}`)],
      ['windows-1252', Buffer.from(text, 'latin1')],
      ['utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ] as const) {
      const { items } = await basculeJson<{ items: object[] }>(['match', '--names', folder.write('names.csv', content)]);
      expect(items, encoding).toEqual([expect.objectContaining({ rawName: 'Bürgerbüro Gießen', publisher: 'Müller', version: '1' })]);
    }
    for (const content of ['%PDF-1.7\n', 'name,vendor\na,b\n', '']) {
      const { code, err } = await bascule(['match', '--names', folder.write('wrong.csv', content)]);
      expect(code).toBe(1);
      expect(err).toMatch(/^error invalid: [^\n]*wrong\.csv[^\n]*\n$/);
    }
  });

  it('of the catalogue lists products with their kind and vendor', async () => {
    const { products, providers } = await basculeJson<{ products: Record<string, unknown>[]; providers: unknown[] }>(['catalogue', 'list']);
    expect(products.length).toBeGreaterThan(100);
    expect(providers.length).toBeGreaterThan(20);
    for (const product of products)
      expect(product).toMatchObject({ id: expect.any(String), name: expect.any(String), vendor: expect.any(String), kind: expect.any(String) });
  });
});

describe('wrong use and bad input', () => {
  const wrongUse: readonly (readonly string[])[] = [
    [],
    ['frob'],
    ['plan'],
    ['plan', 'x.csv'],
    ['plan', 'x.csv', '--template', 'lyon'],
    ['new', 'x.bascule'],
    ['solve', 'x.sm', '--schedules', 'many'],
    ['cost', plan, '--years', '0'],
    ['schedule', plan, '--objective', 'beauty'],
    ['report', plan, '--out', 'x.pdf', '--kind', 'poem'],
    ['outage', plan],
    ['track', plan, 'dance'],
    ['scenario', plan, 'add'],
    ['cost', plan, '--frob'],
    ['cost', plan, '--locale', 'it'],
    ['undo', plan, plan],
    ['match'],
  ];
  it.each(wrongUse.map((argv) => [argv.filter((word) => word !== plan).join(' ') || '(nothing)', argv] as const))('%s ends with 2', async (_name, argv) => {
    const { code, out, err } = await bascule(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (argv.length > 0) expect(err).toMatch(/^error usage: [^\n]+\n$/);
  });

  it.each(locales)('is told in %s, on one line, and as a document with --json', async (locale) => {
    const missing = ['cost', folder.file('nicht da.bascule'), '--locale', locale];
    const { code, out, err } = await bascule(missing);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^error notFound: [^\n]*nicht da\.bascule[^\n]*\n$/);
    const asJson = await bascule([...missing, '--json']);
    const document = JSON.parse(asJson.out) as { error: { code: string; message: string; issues: unknown[] } };
    expect(document).toEqual({ error: { code: 'notFound', message: expect.any(String), issues: [] } });
    expect(err).toContain(document.error.message);
    expect(asJson.err).toBe(err);
  });

  it('is told in the language of the environment unless another is asked for', async () => {
    const say = async (environment: Readonly<Record<string, string>>) => (await bascule(['templates', 'x'], { environment })).err;
    const [english, german, french] = [await say({}), await say({ LANG: 'de_DE.UTF-8' }), await say({ LC_ALL: 'fr_FR.UTF-8', LANG: 'de_DE.UTF-8' })];
    expect(new Set([english, german, french]).size).toBe(3);
    expect(await say({ LC_ALL: 'C', LANG: 'de_DE.UTF-8' })).toBe(english);
  });

  it('names the row and the field, in the document too', async () => {
    const file = folder.write('short.csv', 'foo;bar\n1;2\n');
    const { code, out } = await bascule(['import', plan, file, '--json']);
    const { error } = JSON.parse(out) as { error: { code: string; issues: { file: string; row: number; message: string }[] } };
    expect(code).toBe(1);
    expect(error.code).toBe('invalid');
    expect(error.issues).toEqual([expect.objectContaining({ file: 'short.csv', row: 1, message: expect.stringContaining('foo') })]);
  });

  it('keeps an error on one line whatever a file is called', async () => {
    const { err } = await bascule(['cost', folder.file('a\nb\u001b[31m.bascule')]);
    expect(err).toMatch(/^error notFound: [^\n]+\n$/);
    expect(err).not.toContain('\u001b');
  });

  it('names what a plan does not hold as bad input, not as wrong use', async () => {
    const cases: readonly (readonly string[])[] = [
      ['track', plan, 'set', '--track', 'nothing', '--state', 'migrated', '--wave', '1'],
      ['track', plan, 'set', '--track', 'mail', '--state', 'migrated', '--wave', '9999'],
      ['track', plan, 'set', '--track', 'mail', '--state', 'migrated', '--unit', 'Nowhere'],
      ['track', plan, 'set', '--track', 'mail', '--state', 'migrated', '--login', 'nobody@nowhere'],
      ['scenario', plan, 'adopt', 'nothing'],
      ['scenario', plan, 'add', '--name', 'x', '--set', 'noSuchAssumption=3'],
      ['outage', plan, '--provider', 'nobody'],
      ['outage', plan, '--replay', 'never'],
      ['catalogue', 'show', 'nothing'],
      ['schedule', plan, '--why', 'nothing'],
    ];
    for (const argv of cases) {
      const { code, err } = await bascule(argv);
      expect(code, argv.join(' ')).toBe(1);
      expect(err, argv.join(' ')).toMatch(/^error (notFound|invalid): [^\n]+\n$/);
    }
  });
});
