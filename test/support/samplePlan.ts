import { addDays, isoDate } from '../../core/domain/calendar.ts';
import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import { trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { AccountId, Id, ItemId, ProductId, TaskId, UnitId, WaveId } from '../../core/domain/ids.ts';
import { nameKey, type SaidContract } from '../../core/domain/inventory/importSource.ts';
import type { Item } from '../../core/domain/inventory/inventory.ts';
import { cents } from '../../core/domain/money.ts';
import { freezeBaseline } from '../../core/domain/schedule/baseline/freezeBaseline.ts';
import type { Task, TaskLink, Track, Wave, WavePart } from '../../core/domain/schedule/timeline/timeline.ts';
import type { NewAccount, PlanStore, PlanWriter, StoredRawName } from '../../core/ports/planStore.ts';

const saidContract: SaidContract = {
  name: 'Contract 0',
  supplier: 'Supplier',
  startsOn: null,
  endsOn: null,
  renewal: 'none',
  renewalMonths: 0,
  noticeDays: 0,
  seats: 10,
  annualCostCents: cents(120_000),
};

export type SampleSize = { readonly accounts: number; readonly units: number; readonly items: number; readonly tracks: number };

const startsOn = isoDate('2026-09-01');
/** Most units fit a wave; every tenth is cut in two. */
const cutEvery = 10;

/** The id of the n-th thing of a kind in the sample plan. */
export function sampleId<Kind extends string>(kind: Kind, n: number): Id<Kind> {
  return `${kind}-${String(n).padStart(8, '0')}` as Id<Kind>;
}

function times<Result>(count: number, make: (index: number) => Result): Result[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function sampleAccount(index: number, units: number): NewAccount & { readonly id: AccountId } {
  // A stride that shares no factor with usual counts: neighbours in the file stand in different units.
  const unit = (index * 7919) % units;
  return {
    id: sampleId('account', index),
    login: `person.${((index * 104_729) % 1_000_003).toString(36)}.${index}@verwaltung.example`,
    unitId: sampleId('unit', unit),
    kind: index % 20 === 7 ? 'shared' : index % 50 === 11 ? 'room' : index % 100 === 13 ? 'service' : 'person',
    isEnabled: index % 25 !== 3,
    lastActiveOn: index % 9 === 4 ? null : addDays(startsOn, -(index % 90)),
    usageProfileId: null,
  };
}

function sampleItem(index: number, tracks: readonly Track[]): Item {
  return {
    id: sampleId('item', index),
    name: `Software ${index}`,
    productId: index % 3 === 0 ? null : (`product-${index % 40}` as ProductId),
    vendor: `Vendor ${index % 17}`,
    trackId: tracks[index % Math.max(1, tracks.length)]?.id ?? null,
    installations: (index * 37) % 5000,
    seats: (index * 13) % 700,
    accounts: 0,
    annualCostCents: index % 5 === 0 ? null : cents((index * 991) % 9_000_000),
    importId: sampleId('import', 1),
  };
}

function sampleTrack(index: number): Track {
  const key = trackKeys[index % trackKeys.length] ?? 'office';
  return {
    id: sampleId('track', index),
    key,
    name: `Track ${key}`,
    position: index,
    movesAccounts: index < 5,
    accountsPerWeek: 500,
    trainingMinutesPerAccount: 120,
    crewMinutesPerAccount: 30,
    phases: [
      { kind: 'assess', workingDays: 20 },
      { kind: 'prepare', workingDays: 40 },
      { kind: 'switchOff', workingDays: 10 },
    ],
  };
}

/** Waves of five units; a cut unit's first half moves with one wave and its rest, later arrivals included, with the next. */
function sampleWaves(track: Track, writer: PlanWriter, units: number): Wave[] {
  const kinds = accountKindsOfTrack(track.key);
  const halves = times(units, (unit): WavePart[] => {
    const unitId = sampleId('unit', unit);
    const ranks = writer.unitRanks(unitId, kinds);
    const half = ranks.length >> 1;
    const cut = ranks[half];
    if (unit % cutEvery !== 0 || cut === undefined || cut === 0) return [{ unitId, firstRank: 0, lastRank: null, accountCount: ranks.length }];
    return [
      { unitId, firstRank: 0, lastRank: cut - 1, accountCount: half },
      { unitId, firstRank: cut, lastRank: null, accountCount: ranks.length - half },
    ];
  }).flat();
  return times(Math.ceil(halves.length / 5), (index) => {
    const parts = halves.slice(index * 5, index * 5 + 5);
    return {
      id: `${track.id}-wave-${index + 1}` as WaveId,
      trackId: track.id,
      number: index + 1,
      isPilot: index === 0,
      parts,
      accountCount: parts.reduce((sum, part) => sum + part.accountCount, 0),
    };
  });
}

function sampleTasks(waves: readonly Wave[]): { readonly tasks: Task[]; readonly links: TaskLink[] } {
  const tasks = waves.map(
    (wave): Task => ({
      id: `${wave.id}-task` as TaskId,
      trackId: wave.trackId,
      kind: 'wave',
      phase: wave.isPilot ? 'pilot' : 'rollOut',
      waveId: wave.id,
      name: `Wave ${wave.number}`,
      workingDays: 5,
      accountCount: wave.accountCount,
      startsOn: addDays(startsOn, wave.number * 7),
      finishesOn: addDays(startsOn, wave.number * 7 + 4),
      notBefore: null,
    }),
  );
  const links = tasks.slice(1).flatMap((task, index): TaskLink[] => {
    const before = tasks[index];
    return before && before.trackId === task.trackId ? [{ from: before.id, to: task.id, lagWorkingDays: 0, reasonKey: 'schedule.waveAfterWave' }] : [];
  });
  return { tasks, links };
}

function sampleRawNames(items: number): StoredRawName[] {
  return times(items * 3, (index) => ({
    rawName: `Software ${index} (x64)`,
    publisher: `Vendor ${index % 17}`,
    version: `${index % 7}.${index % 11}`,
    installations: (index * 37) % 5000,
    match:
      index % 3 === 0
        ? { kind: 'unmatched' }
        : index % 3 === 1
          ? { kind: 'noise', rule: 'runtime' }
          : {
              kind: 'matched',
              productId: `product-${index % 40}` as ProductId,
              confidence: 0.1 + (index % 7) / 10,
              rule: 'cleanedAlias',
              alias: `software ${index}`,
            },
    itemId: index % 3 === 2 ? sampleId('item', index % items) : null,
    importId: sampleId('import', 1),
  }));
}

/**
 * Fills an empty plan, always with the same content for the same size: the plan, an import of units, items, accounts
 * and raw names, then tracks with waves and tasks. Three commands; every reading of the port finds something.
 */
export function fillSamplePlan(store: PlanStore, { accounts, units, items, tracks }: SampleSize): void {
  const allTracks = times(tracks, sampleTrack);
  store.write({ commandId: 'sample-plan-create', operation: 'plan.create' }, (writer) => {
    writer.insertPlan({
      name: 'Sample plan',
      administration: 'City of Example',
      country: 'DE',
      region: 'SH',
      currency: 'EUR',
      templateId: 'schleswig-holstein',
      startsOn,
    });
    writer.setAssumption('training.centsPerHour', 4512.5);
    writer.insertTracks(allTracks);
    writer.setCapacity({ resource: 'trainers', minutesPerDay: 2400 });
    writer.setCapacity({ resource: 'crew', minutesPerDay: 4800 });
    writer.insertFreeze({ id: sampleId('freeze', 1), name: 'Election', startsOn: isoDate('2027-02-15'), finishesOn: isoDate('2027-02-28'), trackId: null });
    return { result: null, label: { labelKey: 'app.label.planCreated', params: { name: 'Sample plan' } }, changed: 1 };
  });
  store.write({ commandId: 'sample-plan-import', operation: 'inventory.importFiles' }, (writer) => {
    writer.insertImport({ id: sampleId('import', 1), format: 'entra', fileName: 'users.csv', sha256: 'a'.repeat(64) });
    writer.insertUnits(
      times(units, (index) => {
        const parent = index === 0 ? null : index <= 10 ? 0 : 1 + (index % 10);
        const path = parent === null ? 'City' : parent === 0 ? `City / Department ${index}` : `City / Department ${parent} / Office ${index}`;
        return {
          id: sampleId('unit', index),
          parentId: parent === null ? null : (sampleId('unit', parent) as UnitId),
          name: path.split(' / ').at(-1) ?? '',
          path,
        };
      }),
    );
    writer.insertItems(times(items, (index) => sampleItem(index, allTracks)));
    const profiles = times(Math.min(12, items), (index) =>
      writer.usageProfileId(times(Math.min(items, 1 + (index % 4)), (n) => sampleId('item', (index + n) % items) as ItemId)),
    );
    writer.insertAccounts(
      times(accounts, (index) => ({ ...sampleAccount(index, units), usageProfileId: profiles[index % Math.max(1, profiles.length)] ?? null })),
      sampleId('import', 1),
    );
    writer.recountItemAccounts();
    writer.upsertRawNames(sampleRawNames(items));
    writer.insertContracts(
      times(Math.ceil(items / 4), (index) => ({
        id: sampleId('contract', index),
        itemId: sampleId('item', index * 4),
        name: `Contract ${index}`,
        supplier: 'Supplier',
        startsOn: null,
        endsOn: addDays(startsOn, 30 * index),
        renewal: 'tacit',
        renewalMonths: 12,
        noticeDays: 90,
        seats: 10 * index,
        annualCostCents: cents(3_000_000_000 + index),
      })),
    );
    writer.saveDecisions(
      times(items, (index) => ({
        itemId: sampleId('item', index),
        strategy: index % 2 === 0 ? 'replace' : 'keep',
        replacementId: index % 2 === 0 ? ('libreoffice' as ProductId) : null,
        reasons: [{ messageKey: 'mapping.templateSays', params: { template: 'schleswig-holstein', n: index } }],
        isOverridden: false,
        note: '',
      })),
    );
    return { result: { accounts }, label: { labelKey: 'app.label.imported', params: { files: 1, accounts } }, changed: accounts };
  });
  store.write({ commandId: 'sample-plan-schedule', operation: 'schedule.build' }, (writer) => {
    const waves = allTracks.filter((track) => track.movesAccounts).flatMap((track) => sampleWaves(track, writer, units));
    writer.replaceSchedule({ waves, ...sampleTasks(waves) });
    writer.setStatusOn(startsOn);
    writer.insertScenario({ id: sampleId('scenario', 1), name: 'Faster', changes: { accountsPerWeek: { office: 900 } } });
    writer.insertBaseline({
      id: sampleId('baseline', 1),
      name: 'Approved',
      approvedOn: startsOn,
      approvedBy: 'Council',
      fingerprint: 'c'.repeat(64),
      ...freezeBaseline(writer.timeline(), { years: [2026, 2027], lines: [{ track: 'office', byYear: [cents(100_00), cents(200_00)] }] }),
    });
    writer.saveImportSource({
      id: sampleId('importSource', 1),
      form: 'entra',
      name: 'users.csv',
      names: new Map(sampleRawNames(items).map((name) => [nameKey(name), name.installations])),
      items: new Map([[sampleId('item', 0), 3]]),
      accounts: new Set([sampleId('account', 0), sampleId('account', 1)]),
      devices: new Set([1_234_567_890_123]),
      contracts: new Map([['key 1', { contractId: sampleId('contract', 0), said: saidContract }]]),
    });
    writer.saveImportedPaths(new Map([['City', sampleId('unit', 0)]]));
    writer.saveNameRule({ id: sampleId('nameRule', 0), pattern: 'contains', text: 'Driver pack', publisher: null, effect: { kind: 'noise' } });
    writer.saveMailboxSizes(new Map([[sampleAccount(0, 1).login, 2_500_000_000]]));
    writer.insertNamedColumns({
      headings: '["Programm","Anzahl"]',
      fileName: 'liste.csv',
      columns: { kind: 'software', columns: { rawName: 'Programm' } },
    });
    writer.saveView({
      id: sampleId('view', 1),
      table: 'mapping',
      name: 'Undecided',
      definition: { columns: ['item'], sort: null, filter: { search: '', strategy: 'undecided' } },
    });
    return { result: null, label: { labelKey: 'app.label.scheduled', params: { waves: waves.length } }, changed: waves.length };
  });
}
