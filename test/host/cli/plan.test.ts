import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writers } from '../../../formats/write/registry.ts';
import { bascule, basculeJson, hasSamples, hashOf, mustWork, samplesFolder, temporaryFolder, writeAdministration } from '../../support/cli.ts';

type Sum = { readonly totalCents: number; readonly byYearCents: readonly number[] };
type PlanDocument = {
  readonly fingerprint: string;
  readonly figures: {
    accounts: number;
    units: number;
    items: number;
    waves: number;
    moves: number;
    totalCents: number;
    stayTotalCents: number;
    savingsCents: number;
    byStrategy: Record<string, number>;
  };
  readonly items: readonly { readonly strategy: string }[];
  readonly units: readonly { readonly accountCount: number }[];
  readonly tracks: readonly { readonly movesAccounts: boolean; readonly accounts: number; readonly waves: readonly { readonly accounts: number }[] }[];
  readonly quarters: readonly { readonly total: number; readonly byTrack: readonly { readonly accounts: number }[] }[];
  readonly costs: {
    readonly lines: readonly Sum[];
    readonly totalCents: number;
    readonly stayTotalCents: number;
    readonly totalsByYearCents: readonly number[];
    readonly stayByYearCents: readonly number[];
  };
};
type Answer = {
  readonly files: readonly string[];
  readonly notYetWritten: readonly string[];
  readonly fingerprint: string;
  readonly accounts: number;
  readonly items: number;
  readonly costCents: number;
  readonly stayCents: number;
  readonly pages: number;
  readonly finish: string;
};

const promised = ['plan.bascule', 'plan.pdf', 'plan.ods', 'plan.ics', 'plan.mspdi.xml', 'plan.json'];
const formatOf: Readonly<Record<string, string>> = { 'plan.ods': 'ods', 'plan.mspdi.xml': 'mspdi' };
const toCome = Object.keys(formatOf).filter((name) => writers.find((writer) => writer.id === formatOf[name])?.write == null);
const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;
const folder = temporaryFolder();
let inputs: readonly string[] = [];
beforeAll(() => {
  inputs = writeAdministration(folder.file('in'));
});
afterAll(() => folder.remove());

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function checkDocument(path: string): PlanDocument {
  const document = JSON.parse(readFileSync(path, 'utf8')) as PlanDocument;
  const { figures, costs } = document;
  expect(costs.totalCents).toBe(sum(costs.lines.map((line) => line.totalCents)));
  expect(costs.totalCents).toBe(sum(costs.totalsByYearCents));
  expect(costs.stayTotalCents).toBe(sum(costs.stayByYearCents));
  for (const line of costs.lines) expect(line.totalCents).toBe(sum(line.byYearCents));
  for (const [year, total] of costs.totalsByYearCents.entries()) expect(total).toBe(sum(costs.lines.map((line) => line.byYearCents[year] ?? 0)));
  expect(figures).toMatchObject({ totalCents: costs.totalCents, stayTotalCents: costs.stayTotalCents, savingsCents: costs.stayTotalCents - costs.totalCents });
  expect(figures.items).toBe(document.items.length);
  for (const [strategy, count] of Object.entries(figures.byStrategy)) expect(document.items.filter((item) => item.strategy === strategy)).toHaveLength(count);
  expect(figures.units).toBe(document.units.length);
  expect(figures.accounts).toBe(sum(document.units.map((unit) => unit.accountCount)));
  const moving = document.tracks.filter((track) => track.movesAccounts);
  for (const track of moving) expect(sum(track.waves.map((wave) => wave.accounts))).toBe(track.accounts);
  expect(figures.moves).toBe(sum(moving.map((track) => track.accounts)));
  expect(figures.waves).toBe(sum(document.tracks.map((track) => track.waves.length)));
  expect(sum(document.quarters.map((quarter) => quarter.total))).toBe(figures.moves);
  return document;
}

function checkPdf(path: string, locale: string): void {
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(bytes.toString('latin1')).toMatch(new RegExp(`/Lang ?\\(${locale}`));
  if (!hasPoppler) return;
  const { stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  expect(stdout).toMatch(/^Title: +\S/m);
  expect(stdout).toMatch(/^Tagged: +yes$/m);
}

async function planInto(name: string, argv: readonly string[]): Promise<Answer> {
  const answer = await basculeJson<Answer>(['plan', ...argv, '--out', folder.file(name)]);
  expect(answer.notYetWritten).toEqual(toCome);
  const written = promised.filter((file) => !toCome.includes(file));
  expect(answer.files.map((file) => file.slice(folder.file(name).length + 1)).sort()).toEqual([...written].sort());
  expect(readdirSync(folder.file(name)).sort()).toEqual([...written].sort());
  for (const file of answer.files) expect(statSync(file).size, file).toBeGreaterThan(200);
  return answer;
}

describe('plan', () => {
  const cases = ['schleswig-holstein', 'lyon', 'opendesk', 'blank'].flatMap((template) =>
    (['de', 'en', 'fr'] as const).map((locale) => [template, locale] as const),
  );
  it.each(cases)('goes the whole way with the template %s in %s', async (template, locale) => {
    const answer = await planInto(`${template}-${locale}`, [...inputs, '--template', template, '--locale', locale, '--start', '2027-01-04']);
    const out = folder.file(`${template}-${locale}`);
    checkPdf(join(out, 'plan.pdf'), locale);
    const document = checkDocument(join(out, 'plan.json'));
    expect(answer).toMatchObject({
      accounts: 60,
      costCents: document.costs.totalCents,
      stayCents: document.costs.stayTotalCents,
      fingerprint: document.fingerprint,
    });
    expect(answer.finish > '2027-01-04').toBe(true);
    expect(readFileSync(join(out, 'plan.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    const verified = await basculeJson<{ isWhole: boolean; fingerprint: string }>(['verify', join(out, 'plan.bascule')]);
    expect(verified).toMatchObject({ isWhole: true, fingerprint: answer.fingerprint });
  });

  it('has the same figures whatever the language', async () => {
    const figures = (locale: string) => {
      const { costs, figures: found } = JSON.parse(readFileSync(join(folder.file(`lyon-${locale}`), 'plan.json'), 'utf8')) as PlanDocument;
      // Ids are drawn anew for every plan.
      return JSON.parse(JSON.stringify({ lines: costs.lines, found }, (key, value: unknown) => (key === 'contractId' ? null : value))) as unknown;
    };
    expect(figures('de')).toEqual(figures('en'));
    expect(figures('fr')).toEqual(figures('en'));
  });

  it('keeps an earlier plan that lies in the folder', async () => {
    const out = folder.file('twice');
    await mustWork(['plan', ...inputs, '--template', 'lyon', '--out', out]);
    const earlier = hashOf(join(out, 'plan.bascule'));
    await mustWork(['plan', ...inputs, '--template', 'blank', '--out', out]);
    const kept = readdirSync(out).filter((name) => /^plan\.\d{4}-.*\.bascule$/.test(name));
    expect(kept).toHaveLength(1);
    expect(hashOf(join(out, kept[0] as string))).toBe(earlier);
    expect(hashOf(join(out, 'plan.bascule'))).not.toBe(earlier);
  });

  it('moves the journal of a crashed program away with the plan that it belongs to', async () => {
    const out = folder.file('crashed');
    await mustWork(['plan', ...inputs, '--template', 'lyon', '--out', out]);
    folder.write('crashed/plan.bascule-journal', 'of the earlier plan');
    await mustWork(['plan', ...inputs, '--template', 'lyon', '--out', out]);
    expect(existsSync(join(out, 'plan.bascule-journal'))).toBe(false);
    expect(readdirSync(out).filter((name) => /^plan\.\d{4}-.*\.bascule-journal$/.test(name))).toHaveLength(1);
  });

  it('takes name, country and region', async () => {
    const out = folder.file('named');
    await mustWork([
      'plan',
      ...inputs,
      '--template',
      'schleswig-holstein',
      '--out',
      out,
      '--name',
      'Umstieg Musterstadt',
      '--country',
      'at',
      '--region',
      '9',
      '--start',
      '2028-02-29',
    ]);
    expect(JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'))).toMatchObject({
      plan: { name: 'Umstieg Musterstadt', country: 'AT', region: '9', startsOn: '2028-02-29' },
    });
  });

  it('prints for people what it did, money in their language', async () => {
    const { out, err } = await mustWork(['plan', ...inputs, '--template', 'lyon', '--out', folder.file('text'), '--locale', 'de']);
    expect(err).toBe('');
    expect(out).toMatch(/60 Konten in 4 Einheiten/);
    expect(out).toMatch(/Kosten [\d.]+(,\d\d)?\s€/u);
    for (const name of promised.filter((file) => !toCome.includes(file))) expect(out).toContain(join(folder.file('text'), name));
  });
});

describe.skipIf(!hasSamples)('plan on the sample files', () => {
  it('reads the licences of Snipe-IT beside accounts', async () => {
    const answer = await planInto('snipe', [join(samplesFolder, 'snipe-it', 'licenses-sample.csv'), inputs[0] as string, '--template', 'lyon']);
    expect(answer).toMatchObject({ accounts: 60 });
    expect(answer.items).toBeGreaterThan(0);
    checkDocument(folder.file('snipe/plan.json'));
  });

  it.each([
    ['alone', 0],
    ['with accounts', 60],
  ] as const)('reads the inventory of a GLPI agent %s', async (name, accounts) => {
    const file = join(samplesFolder, 'glpi', readdirSync(join(samplesFolder, 'glpi')).find((candidate) => candidate.startsWith('computer_3')) as string);
    const answer = await planInto(`glpi-${accounts}`, [file, ...(accounts > 0 ? [inputs[0] as string] : []), '--template', 'schleswig-holstein']);
    expect(answer.accounts, name).toBe(accounts);
    checkPdf(folder.file(`glpi-${accounts}/plan.pdf`), 'en');
    checkDocument(folder.file(`glpi-${accounts}/plan.json`));
  });
});

describe('generate', () => {
  it('gives the same files for the same seed, others for another', async () => {
    const make = async (name: string, seed: string) => {
      const { files } = await basculeJson<{ files: string[] }>([
        'generate',
        '--accounts',
        '200',
        '--units',
        '7',
        '--items',
        '30',
        '--seed',
        seed,
        '--out',
        folder.file(name),
      ]);
      return files.map(hashOf);
    };
    const [first, again, other] = [await make('one', '42'), await make('two', '42'), await make('three', '43')];
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(again).toEqual(first);
    expect(other.some((hash) => first.includes(hash))).toBe(false);
  });

  it.each([
    [1, 1, 1],
    [5, 20, 3],
    [3000, 40, 200],
  ])('%i accounts, %i units, %i items make a plan whose counts they are', async (accounts, units, items) => {
    const name = `size-${accounts}`;
    mkdirSync(folder.file(name));
    const plan = folder.file(`${name}/plan.bascule`);
    const { files } = await basculeJson<{ files: string[] }>([
      'generate',
      '--accounts',
      `${accounts}`,
      '--units',
      `${units}`,
      '--items',
      `${items}`,
      '--out',
      folder.file(`${name}/in`),
    ]);
    await mustWork(['new', plan, '--template', 'blank']);
    const report = await basculeJson<{ accounts: { new: number }; units: { new: number } }>(['import', plan, ...files]);
    expect(report.accounts.new).toBe(accounts);
    expect(report.units.new).toBeGreaterThanOrEqual(1);
    expect((await bascule(['verify', plan])).code).toBe(0);
  });
});
