import { addDays, type IsoDate, isoDate, toDayNumber, weekday } from '../../core/domain/calendar.ts';
import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import type { ContractId, FreezeId, ItemId, ProductId, TaskId, TrackId, UnitId, WaveId } from '../../core/domain/ids.ts';
import type { Contract, Unit } from '../../core/domain/inventory/inventory.ts';
import type { Strategy } from '../../core/domain/mapping/decision.ts';
import { apportion, cents } from '../../core/domain/money.ts';
import type { PhaseKind } from '../../core/domain/schedule/timeline/planTemplate.ts';
import type { Task, Track, Wave } from '../../core/domain/schedule/timeline/timeline.ts';
import type { PlanReportInput } from '../../core/report/buildPlanReport.ts';
import type { ReportAssumption, ReportItem } from '../../core/report/planReport.ts';
import { sampleCosts } from './sampleCosts.ts';
import { sampleSource, sampleTemplate } from './sampleTemplate.ts';

/** A made-up administration: nothing in here is anybody's inventory. */
export type SampleSize = { readonly accounts: number; readonly units: number; readonly items: number; readonly waves: number };
export const smallSample: SampleSize = { accounts: 4213, units: 40, items: 60, waves: 34 };
export const largeSample: SampleSize = { accounts: 44_000, units: 400, items: 300, waves: 200 };

const departments = [
  'Hauptamt',
  'Kämmerei',
  'Ordnungsamt',
  'Bürgerdienste',
  'Standesamt',
  'Bauordnung',
  'Stadtplanung',
  'Tiefbau',
  'Grünflächen',
  'Feuerwehr',
  'Jugendamt',
  'Sozialamt',
  'Schulverwaltung',
  'Volkshochschule',
  'Stadtbücherei',
  'Gesundheitsamt',
  'Umweltamt',
  'Vermessung und Geoinformation',
  'Rechnungsprüfung',
  'Amt für Verfassungsangelegenheiten und Wahlen',
];

const products: readonly (readonly [string, string, TrackKey, Strategy, string | null, number])[] = [
  ['Microsoft Office Professional Plus', 'Microsoft', 'office', 'replace', 'LibreOffice', 100],
  ['Microsoft Exchange Server', 'Microsoft', 'mail', 'replace', 'Open-Xchange App Suite', 48],
  ['Microsoft Outlook', 'Microsoft', 'mail', 'replace', 'Thunderbird', 0],
  ['Microsoft SharePoint Server', 'Microsoft', 'files', 'replace', 'Nextcloud', 36],
  ['Microsoft Teams', 'Microsoft', 'chat', 'replace', 'Element', 24],
  ['Cisco Webex', 'Cisco', 'video', 'replace', 'OpenTalk', 18],
  ['Active Directory', 'Microsoft', 'identity', 'replace', 'Nubus', 12],
  ['Oracle Database Enterprise Edition', 'Oracle', 'database', 'replace', 'PostgreSQL', 60],
  ['Windows 11 Enterprise', 'Microsoft', 'desktop', 'keep', null, 40],
  ['Adobe Acrobat Pro', 'Adobe', 'office', 'retire', null, 22],
  ['AutoCAD', 'Autodesk', 'lineOfBusiness', 'keep', null, 0],
  ['Fachverfahren Einwohnerwesen', 'Kommunale Datenzentrale', 'lineOfBusiness', 'keep', null, 75],
];

const sampleTracks: readonly TrackKey[] = ['identity', 'office', 'mail', 'files', 'chat', 'video', 'database', 'desktop'];
const trackNames: Partial<Record<TrackKey, string>> = {
  identity: 'Identität und Verzeichnis',
  office: 'Bürosoftware',
  mail: 'E-Mail und Kalender',
  files: 'Dateiablage',
  chat: 'Kurznachrichten',
  video: 'Videokonferenz',
  database: 'Datenbanken',
  desktop: 'Arbeitsplatzsystem',
};

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function workday(date: IsoDate): IsoDate {
  let day = date;
  while (weekday(toDayNumber(day)) > 5) day = addDays(day, 1);
  return day;
}

export function sampleInput(size: SampleSize = smallSample): PlanReportInput {
  const next = random(7);
  const units: Unit[] = apportion(
    cents(size.accounts),
    Array.from({ length: size.units }, () => 0.3 + next() * 2),
  ).map((count, index) => {
    const name = `${departments[index % departments.length]}${index < departments.length ? '' : ` ${Math.floor(index / departments.length) + 1}`}`;
    return {
      id: `unit-${index}` as UnitId,
      parentId: null,
      name,
      path: `Stadt Musterhafen / ${name}`,
      role: index === 0 ? 'pilot' : 'regular',
      accountCount: count,
    };
  });
  const tracks: Track[] = sampleTracks.map((key, position) => ({
    id: `track-${key}` as TrackId,
    key,
    name: trackNames[key] ?? key,
    position,
    movesAccounts: key !== 'identity' && key !== 'database',
    accountsPerWeek: 500,
    trainingMinutesPerAccount: 120,
    crewMinutesPerAccount: 30,
    phases: [],
  }));
  const waves: Wave[] = [];
  const tasks: Task[] = [];
  const moving = tracks.filter(({ movesAccounts }) => movesAccounts);
  for (const [index, track] of tracks.entries()) {
    let day = addDays(isoDate('2027-03-01'), index * 49);
    const task = (kind: Task['kind'], phase: PhaseKind, days: number, rest: Partial<Task> = {}) => {
      const startsOn = workday(day);
      const finishesOn = kind === 'gate' ? startsOn : addDays(startsOn, days - 1);
      tasks.push({
        id: `task-${tasks.length}` as TaskId,
        trackId: track.id,
        kind,
        phase,
        waveId: null,
        name: phase,
        workingDays: days,
        accountCount: 0,
        startsOn,
        finishesOn,
        notBefore: null,
        ...rest,
      });
      day = addDays(finishesOn, 1);
    };
    task('phase', 'assess', 40);
    task('phase', 'prepare', 60);
    if (!track.movesAccounts) {
      task('phase', 'rollOut', 90);
      task('phase', 'switchOff', 10);
      continue;
    }
    const count = Math.max(2, Math.round(size.waves / moving.length));
    const shares = Array.from({ length: count }, (_, wave) => units.filter((_unit, place) => place % count === wave));
    for (const [place, members] of shares.entries()) {
      const wave: Wave = {
        id: `wave-${track.key}-${place + 1}` as WaveId,
        trackId: track.id,
        number: place + 1,
        isPilot: place === 0,
        accountCount: members.reduce((sum, unit) => sum + unit.accountCount, 0),
        parts: members.map(({ id, accountCount }) => ({ unitId: id, firstRank: 0, lastRank: null, accountCount })),
      };
      waves.push(wave);
      task('wave', place === 0 ? 'pilot' : 'rollOut', Math.min(26, Math.max(5, Math.round(wave.accountCount / 60))), {
        waveId: wave.id,
        accountCount: wave.accountCount,
      });
      if (place === 0) task('gate', 'pilot', 0, { name: 'Freigabe nach dem Pilotbetrieb' });
    }
    task('phase', 'parallelRun', 30);
    task('phase', 'switchOff', 10);
  }
  const items: ReportItem[] = Array.from({ length: size.items }, (_, index) => {
    const [name, vendor, track, strategy, replacement, perAccount] = products[index % products.length] as (typeof products)[number];
    const round = Math.floor(index / products.length);
    const accounts = Math.round(size.accounts * (round === 0 ? 0.9 : next() * 0.2));
    const isUndecided = index % 17 === 16;
    return {
      itemId: `item-${index}` as ItemId,
      itemName: round === 0 ? name : `${name} ${2013 + (round % 4) * 3} (${departments[index % departments.length]})`,
      productId: `product-${index % products.length}` as ProductId,
      productName: name,
      vendor,
      track,
      strategy: isUndecided ? 'undecided' : strategy,
      replacementId: isUndecided || replacement === null ? null : (`product-${replacement}` as ProductId),
      replacementName: isUndecided ? null : replacement,
      reasons: [],
      isOverridden: index % 9 === 0,
      note: index % 9 === 0 ? 'Entscheidung der Lenkungsgruppe' : '',
      blockers: index % 5 === 0 ? ['vba', 'ole'] : [],
      installations: Math.round(accounts * 1.12),
      seats: Math.ceil(accounts / 50) * 50,
      accounts,
      annualCostCents: perAccount === 0 ? null : cents(Math.round(accounts * perAccount * 100 * (round === 0 ? 1 : 0.1)) + (index % 3) * 17),
    };
  });
  const contracts: Contract[] = items.slice(0, 9).map((item, index) => ({
    id: `contract-${index}` as ContractId,
    itemId: item.itemId,
    name: `Rahmenvertrag ${item.itemName}`,
    supplier: item.vendor,
    startsOn: isoDate('2024-01-01'),
    endsOn: addDays(isoDate('2027-06-30'), index * 92),
    renewal: index % 2 === 0 ? 'tacit' : 'express',
    renewalMonths: 12,
    noticeDays: 90,
    seats: item.seats,
    annualCostCents: item.annualCostCents,
  }));
  const assumptions: ReportAssumption[] = [
    {
      key: 'discountRate',
      value: 2.5,
      unit: 'percentPerYear',
      sourceTitle: null,
      sourceUrl: null,
      confidence: 'unverified',
      note: 'Zinssatz für den Vergleich späterer Jahre',
      isChanged: false,
    },
    {
      key: 'licencePerAccount',
      value: 10_000,
      unit: 'centsPerAccountYear',
      sourceTitle: 'Presseartikel zur Ablösung einer Bürosoftware',
      sourceUrl: 'https://example.org/artikel/abloesung-buerosoftware-landesverwaltung-2020',
      confidence: 'B',
      note: 'Kosten der Bürosoftware',
      isChanged: false,
    },
    {
      key: 'trainingHours',
      value: 2,
      unit: 'hoursPerAccount',
      sourceTitle: 'Erfahrungsbericht',
      sourceUrl: null,
      confidence: 'C',
      note: 'Schulung je Person',
      isChanged: true,
    },
    {
      key: 'hourlyRate',
      value: 5450,
      unit: 'centsPerHour',
      sourceTitle: 'Personalkostentabelle',
      sourceUrl: 'https://example.org/personalkosten',
      confidence: 'A',
      note: 'Stundensatz der Umstellung',
      isChanged: false,
    },
  ];
  const waveIds = new Map(waves.map((wave) => [wave.id, tasks.find(({ waveId }) => waveId === wave.id)?.finishesOn ?? null]));
  const today = isoDate('2027-09-15');
  const isDone = (wave: Wave) => (waveIds.get(wave.id) ?? '9999') < today;
  return {
    plan: {
      name: 'Offene Verwaltung Musterhafen',
      administration: 'Stadt Musterhafen',
      country: 'DE',
      region: 'SH',
      currency: 'EUR',
      templateId: 'sample',
      startsOn: isoDate('2027-03-01'),
    },
    template: sampleTemplate,
    sources: new Map([
      [sampleSource, { id: sampleSource, title: 'Stellungnahme eines Berufsverbands', publisher: 'Berufsverband', url: 'https://example.org/stellungnahme' }],
    ]),
    today,
    revision: 87,
    fingerprint: '9f2c47ab01de6c3385f0b7714e9a2d6c8e11f2a45b90c7d3e8f60123456789ab',
    accountTotal: size.accounts,
    units,
    items,
    supports: items
      .slice(0, 1)
      .map(({ itemId }) => ({ itemId, endsOn: isoDate('2026-10-13'), cycle: '2021', installations: 300, of: 420, source: 'End of life dates, Example' })),
    contracts,
    decisions: contracts.map((contract) => ({
      contractId: contract.id,
      name: contract.name,
      decideBy: addDays(contract.endsOn as IsoDate, -90),
      endsOn: contract.endsOn as IsoDate,
    })),
    timeline: {
      tracks,
      waves,
      tasks,
      links: [],
      capacities: [],
      freezes: [
        { id: 'freeze-1' as FreezeId, name: 'Jahresabschluss', startsOn: isoDate('2027-12-06'), finishesOn: isoDate('2028-01-09'), trackId: null },
        {
          id: 'freeze-2' as FreezeId,
          name: 'Bundestagswahl',
          startsOn: isoDate('2027-09-20'),
          finishesOn: isoDate('2027-10-03'),
          trackId: 'track-mail' as TrackId,
        },
      ],
    },
    gap: 0.014,
    statusOn: today,
    holidays: ['2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17', '2027-10-03', '2027-10-31', '2027-12-25', '2027-12-26', '2028-01-01'].map(
      (date) => ({ date: isoDate(date), name: 'Feiertag' }),
    ),
    costs: sampleCosts(items, assumptions, contracts, sampleTracks),
    assumptions,
    problems: [
      { severity: 'warning', messageKey: 'problem.sampleUnknown', params: { name: 'AutoCAD' }, subject: { kind: 'item', id: 'item-10' } },
      { severity: 'notice', messageKey: 'common.accounts', params: { accounts: 12 } },
    ],
    status: {
      tracks: moving.map((track) => {
        const own = waves.filter(({ trackId }) => trackId === track.id);
        const accounts = own.reduce((sum, wave) => sum + wave.accountCount, 0);
        const done = own.filter(isDone).reduce((sum, wave) => sum + wave.accountCount, 0);
        const problem = Math.min(7, done);
        return {
          trackId: track.id,
          key: track.key,
          name: track.name,
          accounts,
          plannedByToday: done,
          states: { planned: accounts - done, migrated: done - problem, problem, exception: 0 },
        };
      }),
      waves: waves.map((wave) => ({
        waveId: wave.id,
        states: isDone(wave)
          ? { planned: 0, migrated: wave.accountCount, problem: 0, exception: 0 }
          : { planned: wave.accountCount, migrated: 0, problem: 0, exception: 0 },
      })),
    },
    coverage: { matched: 812, noise: 2304, unmatched: 61, matchedInstallations: 90_112, unmatchedInstallations: 10_980 },
    unmatched: Array.from({ length: 61 }, (_, index) => ({
      rawName: `Werkzeug ${index + 1} für Kartenplotter`,
      publisher: 'Ingenieurbüro Beispiel',
      version: `3.${index}`,
      installations: 300 - index * 4,
    })),
    imports: [
      { format: 'glpi', fileName: 'software-export-2027-02.csv', sha256: 'ab'.repeat(32) },
      { format: 'entra', fileName: 'konten.csv', sha256: 'cd'.repeat(32) },
    ],
  };
}

/** A plan just made: a name and nothing else. */
export function emptyInput(): PlanReportInput {
  const input = sampleInput(smallSample);
  const none = cents(0);
  return {
    ...input,
    template: null,
    accountTotal: 0,
    units: [],
    items: [],
    supports: [],
    contracts: [],
    decisions: [],
    gap: null,
    statusOn: null,
    holidays: [],
    assumptions: [],
    problems: [],
    status: null,
    unmatched: [],
    imports: [],
    timeline: { tracks: [], waves: [], tasks: [], links: [], freezes: [], capacities: [] },
    coverage: { matched: 0, noise: 0, unmatched: 0, matchedInstallations: 0, unmatchedInstallations: 0 },
    costs: {
      firstYear: 2027,
      years: [],
      lines: [],
      totalsByYear: [],
      totalCents: none,
      stayByYear: [],
      stayTotalCents: none,
      netPresentValueCents: none,
      discountRatePercent: 0,
      paybackOn: null,
      missedRenewals: [],
      itemsWithoutCost: 0,
      assumptions: [],
      problems: [],
    },
  };
}
