import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { PlanWriter } from '../../core/ports/planStore.ts';
import { contentTables } from '../../db/contentTables.ts';
import { fingerprintQueries, outsideFingerprint } from '../../db/repositories/fingerprint.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

/** What says nothing of what is planned. */

const small = { accounts: 200, units: 20, items: 12, tracks: 3 };

function samplePlan() {
  const store = openPlan(temporaryPlanPath(), 'create');
  fillSamplePlan(store, small);
  return store;
}

describe('the fingerprint', () => {
  it('is the same for the same content, whatever was done and undone on the way', () => {
    const [one, other] = [samplePlan(), samplePlan()];
    const fingerprint = one.read((reader) => reader.fingerprint());
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    change(other, (writer) => writer.setAssumption('training.centsPerHour', 1));
    other.undo(request());
    change(other, (writer) => writer.insertImport({ id: sampleId('import', 9), format: 'glpi', fileName: 'later.csv', sha256: 'b'.repeat(64) }));
    expect(other.read((reader) => reader.fingerprint())).toBe(fingerprint);
  });

  it('does not show the order in which rows were written', () => {
    const filled = (order: (list: readonly number[]) => number[]) => {
      const store = openPlan(temporaryPlanPath(), 'create');
      const numbers = [0, 1, 2, 3];
      change(store, (writer: PlanWriter) => {
        writer.insertTracks(
          order(numbers).map((n) => ({
            id: sampleId('track', n),
            key: (['office', 'mail', 'files', 'identity'] as const)[n] ?? 'chat',
            name: `Track ${n}`,
            position: n,
            movesAccounts: true,
            accountsPerWeek: 1,
            trainingMinutesPerAccount: 1,
            crewMinutesPerAccount: 1,
            phases: [{ kind: 'pilot', workingDays: n }],
          })),
        );
        writer.insertUnits(
          order(numbers).map((n) => ({ id: sampleId('unit', n), parentId: n === 0 ? null : sampleId('unit', 0), name: `Unit ${n}`, path: `Unit ${n}` })),
        );
        writer.insertItems(
          order(numbers).map((n) => ({
            id: sampleId('item', n),
            name: `Item ${n}`,
            productId: null,
            vendor: '',
            trackId: sampleId('track', n),
            installations: n,
            seats: 0,
            accounts: 0,
            annualCostCents: null,
            importId: null,
          })),
        );
        const profiles = new Map(order(numbers).map((n) => [n, writer.usageProfileId([sampleId('item', n)])]));
        writer.insertAccounts(
          order(numbers).map((n) => ({
            id: sampleId('account', n),
            login: `a${n}`,
            unitId: sampleId('unit', n),
            kind: 'person',
            isEnabled: true,
            lastActiveOn: null,
            usageProfileId: profiles.get(n) ?? null,
          })),
          null,
        );
        for (const n of order(numbers))
          writer.setAccountStates(sampleId('track', n), [sampleId('account', n)], n === 2 ? 'problem' : 'migrated', 'why', isoDate('2026-10-01'));
      });
      return store.read((reader) => reader.fingerprint());
    };
    expect(filled((list) => list.toReversed())).toBe(filled((list) => [...list]));
  });

  it('changes with every part of the content', () => {
    const store = samplePlan();
    const seen = new Set([store.read((reader) => reader.fingerprint())]);
    const plan = store.read((reader) => reader.plan());
    const item = store.read((reader) => reader.item(sampleId('item', 1)));
    const [track] = store.read((reader) => reader.timeline().tracks);
    const [contract] = store.read((reader) => reader.contracts());
    const [raw] = store.read((reader) => reader.allRawNames());
    const [login, account] = [...store.read((reader) => reader.accountsByLogin())][0] ?? [];
    if (!plan || !item || !track || !contract || !raw || login === undefined || !account) throw new Error('the sample plan lacks something');
    const changes: ((writer: PlanWriter) => void)[] = [
      (writer) => writer.updatePlan({ ...plan, region: null }),
      (writer) => writer.setAssumption('training.centsPerHour', 4512.500000000001),
      (writer) => void writer.setUnitRole([sampleId('unit', 2)], 'pilot'),
      (writer) => writer.updateItem({ ...item, seats: item.seats + 1 }),
      (writer) => writer.updateTrack({ ...track, crewMinutesPerAccount: 31 }),
      (writer) => writer.updateTrack({ ...track, phases: [] }),
      (writer) => writer.updateContract({ ...contract, noticeDays: 91 }),
      (writer) => writer.upsertRawNames([{ ...raw, installations: raw.installations + 1 }]),
      (writer) => void writer.updateAccounts([{ ...account, login, isEnabled: !account.isEnabled }]),
      (writer) => void writer.updateAccounts([{ ...account, login, usageProfileId: null }]),
      (writer) => void writer.setAccountStates(sampleId('track', 0), [account.id], 'migrated', '', isoDate('2026-10-01')),
      (writer) => void writer.setAccountStates(sampleId('track', 0), [account.id], 'migrated', 'remark', isoDate('2026-10-01')),
      (writer) => void writer.setTaskNotBefore(writer.timeline().tasks[0]?.id ?? sampleId('task', 0), isoDate('2027-01-01')),
      (writer) => void writer.removeFreeze(sampleId('freeze', 1)),
      (writer) => writer.setCapacity({ resource: 'crew', minutesPerDay: 1 }),
      (writer) => void writer.removeScenario(sampleId('scenario', 1)),
      (writer) => void writer.saveDecisions([{ itemId: item.id, strategy: 'retire', replacementId: null, reasons: [], isOverridden: true, note: '' }]),
      (writer) => writer.replaceSchedule({ ...writer.timeline(), links: [] }),
      (writer) => writer.replaceSchedule({ waves: [], tasks: [], links: [] }),
    ];
    for (const one of changes) {
      change(store, one);
      seen.add(store.read((reader) => reader.fingerprint()));
    }
    expect(seen.size).toBe(changes.length + 1);
  });

  it('stays when a plan is approved or its approval is taken back, so that the paper that was approved still fits', () => {
    const store = samplePlan();
    const fingerprint = store.read((reader) => reader.fingerprint());
    const approved = store.read((reader) => reader.baseline(sampleId('baseline', 1)));
    if (!approved) throw new Error('the sample plan has a baseline');
    change(store, (writer) => writer.insertBaseline({ ...approved, id: sampleId('baseline', 2), name: 'Approved again' }));
    expect(store.read((reader) => [reader.baselines().length, reader.fingerprint()])).toEqual([2, fingerprint]);
    change(store, (writer) => void writer.removeBaseline(sampleId('baseline', 1)));
    expect(store.read((reader) => [reader.baselines().length, reader.fingerprint()])).toEqual([1, fingerprint]);
  });

  it('is not changed by a saved view: how somebody looks at a plan is not what was approved', () => {
    const store = samplePlan();
    const fingerprint = store.read((reader) => reader.fingerprint());
    const view = { id: sampleId('view', 7), table: 'mapping', name: 'Offen', definition: { columns: [], sort: null, filter: { strategy: 'undecided' } } };
    change(store, (writer) => void writer.saveView(view));
    change(store, (writer) => void writer.removeView(sampleId('view', 1)));
    expect(store.read((reader) => reader.views().map(({ name }) => name))).toEqual(['Offen']);
    expect(store.read((reader) => reader.fingerprint())).toBe(fingerprint);
  });

  it('covers every content table but those that are left out for a reason', () => {
    const named = fingerprintQueries.map(({ sql }) => sql).join(' ');
    const path = temporaryPlanPath();
    openPlan(path, 'create').close();
    const database = new Sqlite(path, { readonly: true });
    for (const table of contentTables) expect(new RegExp(`\\b(FROM|JOIN) ${table}\\b`).test(named), table).toBe(outsideFingerprint[table] === undefined);
    expect(Object.keys(outsideFingerprint)).toEqual([
      'imports',
      'usage_profiles',
      'baselines',
      'baseline_tasks',
      'baseline_costs',
      'import_sources',
      'source_names',
      'source_items',
      'source_accounts',
      'source_devices',
      'source_contracts',
      'imported_paths',
      'name_rules',
      'named_columns',
      'mailboxes',
      'status',
      'views',
    ]);
    for (const { sql } of fingerprintQueries) expect(database.prepare(sql).pluck().all()).toEqual([]);
    database.close();
  });
});
