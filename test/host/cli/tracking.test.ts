import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyFileSync, readFileSync } from 'node:fs';
import { basculeJson, mustWork, temporaryFolder, writeAdministration } from '../../support/cli.ts';

type States = Readonly<Record<'planned' | 'migrated' | 'problem' | 'exception', number>>;
type Status = {
  readonly tracks: readonly {
    readonly key: string;
    readonly accounts: number;
    readonly states: States;
    readonly problems: readonly { readonly reason: string; readonly accounts: number }[];
  }[];
  readonly waves: readonly { readonly trackId: string; readonly number: number; readonly accounts: number; readonly states: States }[];
};
type Forecast = {
  readonly tracks: readonly {
    readonly key: string;
    readonly p50: string | null;
    readonly p80: string | null;
    readonly p95: string | null;
    readonly refusedKey: string | null;
    readonly observedWeeks: number;
    readonly remaining: number;
  }[];
};
type Figures = { readonly finish: string; readonly costCents: number };

const folder = temporaryFolder();
const scheduled = folder.file('scheduled.bascule');
let plan = '';
let logins: readonly string[] = [];
let made = 0;

beforeAll(async () => {
  const files = writeAdministration(folder.file('in'), { accounts: 400, units: 6 });
  await mustWork(['new', scheduled, '--template', 'schleswig-holstein', '--start', '2027-01-04']);
  await mustWork(['import', scheduled, ...files]);
  await mustWork(['map', scheduled, '--accept']);
  await mustWork(['schedule', scheduled]);
  logins = readFileSync(files[0], 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[1] as string);
});
beforeEach(() => {
  plan = folder.file(`plan${made++}.bascule`);
  copyFileSync(scheduled, plan);
});
afterAll(() => folder.remove());

const status = () => basculeJson<Status>(['track', plan, 'status']);
const mail = async () => (await status()).tracks.find((track) => track.key === 'mail') as Status['tracks'][number];
const total = (states: States) => states.planned + states.migrated + states.problem + states.exception;

describe('the states of accounts', () => {
  it('are set by unit, by wave and by sign-in name, and their sum stays the accounts of the track', async () => {
    const before = await mail();
    expect(before.states).toEqual({ planned: before.accounts, migrated: 0, problem: 0, exception: 0 });
    const { units } = await basculeJson<{ units: { path: string }[] }>(['units', plan]);
    const byUnit = await basculeJson<{ changed: number; matched: number }>([
      'track',
      plan,
      'set',
      '--track',
      'mail',
      '--state',
      'migrated',
      '--unit',
      units[0]?.path as string,
    ]);
    expect(byUnit.changed).toBeGreaterThan(0);
    expect((await mail()).states.migrated).toBe(byUnit.changed);
    const byWave = await basculeJson<{ changed: number; matched: number }>(['track', plan, 'set', '--track', 'mail', '--state', 'migrated', '--wave', '1']);
    expect((await mail()).states.migrated).toBe(byUnit.changed + byWave.changed);
    await mustWork(['track', plan, 'set', '--track', 'mail', '--state', 'planned', '--unit', units[0]?.path as string]);
    await mustWork([
      'track',
      plan,
      'set',
      '--track',
      'mail',
      '--state',
      'problem',
      '--login',
      `${logins[0]},${(logins[1] as string).toUpperCase()}`,
      '--reason',
      'Kalender leer',
    ]);
    const after = await mail();
    expect(after.states.problem).toBe(2);
    expect(after.problems).toEqual([{ reason: 'Kalender leer', accounts: 2 }]);
    const { tracks, waves } = await status();
    for (const track of tracks) expect(total(track.states), track.key).toBe(track.accounts);
    for (const wave of waves) expect(total(wave.states)).toBe(wave.accounts);
  });

  it('come from a table of progress', async () => {
    const rows = [
      `${logins[0]};mail;migriert;;15.03.2027`,
      `${logins[1]};mail;Fehler;Postfach zu groß;15.03.2027`,
      `${logins[2]};mail;erledigt;;16.03.2027`,
      'niemand@verwaltung.example;mail;migriert;;15.03.2027',
    ];
    const file = folder.write('progress.csv', `Anmeldename;Strang;Stand;Grund;Datum\n${rows.join('\n')}\n`);
    const { changed } = await basculeJson<{ changed: number }>(['track', plan, 'import', file]);
    expect(changed).toBe(3);
    const { states, problems } = await mail();
    expect(states).toMatchObject({ migrated: 2, problem: 1 });
    expect(problems).toEqual([{ reason: 'Postfach zu groß', accounts: 1 }]);
    await mustWork(['undo', plan]);
    expect((await mail()).states).toMatchObject({ migrated: 0, problem: 0 });
    const { out } = await mustWork(['track', plan, 'import', file, '--locale', 'de']);
    expect(out).not.toMatch(/[{}]|cli\.|import\./);
  });
});

describe('the forecast', () => {
  it('is refused with too little to go on, in words', async () => {
    const { tracks } = await basculeJson<Forecast>(['track', plan, 'forecast']);
    for (const track of tracks) expect(track).toMatchObject({ p50: null, p80: null, p95: null, refusedKey: expect.stringMatching(/^tracking\.forecast\./) });
    for (const locale of ['de', 'en', 'fr']) expect((await mustWork(['track', plan, 'forecast', '--locale', locale])).out).not.toMatch(/tracking\.|[{}]/);
  });

  it('answers three days in order after enough weeks, the same for the same seed, and a plan from the real speed follows', async () => {
    // Six weeks from Monday 2027-03-01 on, with 20, 30, 25, 35, 20 and 30 accounts.
    const rows: string[] = [];
    for (const [week, count] of [20, 30, 25, 35, 20, 30].entries()) {
      const day = new Date(Date.UTC(2027, 2, 2 + week * 7)).toISOString().slice(0, 10);
      for (let index = 0; index < count; index++) rows.push(`${logins[rows.length]};mail;migrated;${day}`);
    }
    await mustWork(['track', plan, 'import', folder.write('weeks.csv', `login;track;state;date\n${rows.join('\n')}\n`)]);
    const settings = { environment: { BASCULE_TODAY: '2027-04-12' } };
    const ask = async () =>
      (await basculeJson<Forecast>(['track', plan, 'forecast', '--seed', '7'], settings)).tracks.find(
        (track) => track.key === 'mail',
      ) as Forecast['tracks'][number];
    const forecast = await ask();
    expect(forecast).toMatchObject({ refusedKey: null, observedWeeks: 6, remaining: (await mail()).states.planned });
    expect((forecast.p50 as string) >= '2027-04-12').toBe(true);
    expect((forecast.p80 as string) >= (forecast.p50 as string)).toBe(true);
    expect((forecast.p95 as string) >= (forecast.p80 as string)).toBe(true);
    expect(await ask()).toEqual(forecast);
    const replan = await basculeJson<{ tracks: { key: string; plannedFinish: string; newFinish: string; differenceDays: number }[] }>(
      ['track', plan, 'replan'],
      settings,
    );
    const track = replan.tracks.find((candidate) => candidate.key === 'mail');
    expect(track?.newFinish).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(track?.differenceDays).toBe((Date.parse(track?.newFinish as string) - Date.parse(track?.plannedFinish as string)) / 86_400_000);
  });
});

describe('a scenario', () => {
  it('is added, compared, adopted and taken back', async () => {
    const fingerprint = async () => (await basculeJson<{ fingerprint: string }>(['verify', plan])).fingerprint;
    await mustWork(['scenario', plan, 'add', '--name', 'Ein Jahr später', '--set', 'start=2028-01-03', '--set', 'accountsPerWeek.mail=5000']);
    const { scenarios } = await basculeJson<{ scenarios: { name: string; changes: object }[] }>(['scenario', plan, 'list']);
    expect(scenarios).toEqual([expect.objectContaining({ name: 'Ein Jahr später', changes: { startsOn: '2028-01-03', accountsPerWeek: { mail: 5000 } } })]);
    const compared = await basculeJson<{ plan: Figures; scenarios: { figures: Figures }[] }>(['scenario', plan, 'compare']);
    const later = compared.scenarios[0]?.figures as Figures;
    expect(later.finish > compared.plan.finish).toBe(true);
    const [before, figuresBefore] = [await fingerprint(), await basculeJson<{ totalCents: number }>(['cost', plan])];
    expect(figuresBefore.totalCents).toBe(compared.plan.costCents);
    await mustWork(['scenario', plan, 'adopt', 'Ein', 'Jahr', 'später']);
    expect((await basculeJson<{ totalCents: number }>(['cost', plan])).totalCents).toBe(later.costCents);
    await mustWork(['undo', plan]);
    expect(await fingerprint()).toBe(before);
    expect((await mustWork(['scenario', plan, 'compare', '--locale', 'fr'])).out).toMatch(/Ein Jahr später/);
  });

  it('that is not there yet is explained', async () => {
    expect((await mustWork(['scenario', plan, 'list', '--locale', 'en'])).out).toMatch(/no scenarios/);
  });
});
