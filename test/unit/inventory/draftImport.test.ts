import { describe, expect, it } from 'vitest';
import type { AccountId, UnitId } from '../../../core/domain/ids.ts';
import { annualCostOf } from '../../../core/domain/inventory/draftContracts.ts';
import { draftImport } from '../../../core/domain/inventory/draftImport.ts';
import type { ImportBase, ImportChoices, ImportDraft } from '../../../core/domain/inventory/importDraft.ts';
import { nameKey } from '../../../core/domain/inventory/importSource.ts';
import type { ContractRecord, LicenceRecord } from '../../../core/domain/inventory/importRecords.ts';
import { isoDate } from '../../../core/domain/calendar.ts';
import { cents } from '../../../core/domain/money.ts';
import { collect, empty, type Lists, match, numberedIds, person, products } from './smallImport.ts';

const draft = (collected: Lists, base: ImportBase = empty, choices?: ImportChoices): ImportDraft =>
  draftImport(collect(collected), base, products, match, numberedIds(base.sources.length * 100), choices);

/** The plan after an import: what the next one is compared with. */
function planAfter(base: ImportBase, first: ImportDraft): ImportBase {
  const replaced = <Entry extends { readonly id: string }>(before: readonly Entry[], changed: readonly Entry[], added: readonly Entry[]) => [
    ...before.map((entry) => changed.find(({ id }) => id === entry.id) ?? entry),
    ...added,
  ];
  const names = new Map(base.rawNames.map((name) => [nameKey(name), name]));
  for (const name of first.rawNames) names.set(nameKey(name), name);
  const profiles = new Map([...first.usages.values()].map((items, index) => [index + 1, items] as const));
  const profileOf = (usageKey: string | null) => (usageKey === null ? null : [...first.usages.keys()].indexOf(usageKey) + 1 || null);
  const accounts = new Map(base.accounts);
  for (const { login, usageKey, ...account } of [...first.newAccounts, ...first.changedAccounts])
    accounts.set(login, { ...account, usageProfileId: profileOf(usageKey) });
  const known = first.sources.map(({ id, collected, names: said, items, accounts: listed, devices, contracts }) => ({
    id,
    form: collected.form,
    name: collected.form,
    names: said,
    items,
    accounts: listed,
    devices,
    contracts,
  }));
  return {
    ...base,
    units: [...base.units, ...first.units],
    items: replaced(base.items, first.changedItems, first.newItems),
    rawNames: [...names.values()],
    contracts: replaced(base.contracts, first.changedContracts, first.newContracts),
    usageProfiles: profiles,
    accounts,
    sources: [...base.sources.filter(({ id }) => !known.some((source) => source.id === id)), ...known],
    importedPaths: new Map([...base.importedPaths, ...first.importedPaths]),
  };
}

describe('draftImport', () => {
  it('makes the tree of units from departments, missing parents included', () => {
    const { units, newAccounts } = draft({ accounts: new Map([person('a@x', ['Finanzen', 'Haushalt']), person('b@x', ['Finanzen'])]) });
    expect(units.map(({ path, parentId }) => [path, parentId])).toEqual([
      ['Finanzen', null],
      ['Finanzen / Haushalt', 'unit-1'],
    ]);
    expect(newAccounts.map(({ unitId }) => unitId)).toEqual(['unit-2', 'unit-1']);
  });

  it('makes the units, the account and the items of a file, and changes nothing when it comes again', () => {
    const file = { accounts: new Map([person('a@x', ['Finanzen', 'Haushalt'], 'Microsoft 365 E3')]) };
    const first = draft(file);
    expect([first.units, first.newAccounts, first.newItems].map(({ length }) => length)).toEqual([2, 1, 3]);
    const { units, newAccounts, changedAccounts, newItems, changedItems, sources } = draft(file, planAfter(empty, first));
    expect([units, newAccounts, changedAccounts, newItems, changedItems, sources]).toEqual([[], [], [], [], [], []]);
  });

  it('puts accounts without a department into a unit named after the administration', () => {
    expect(draft({ accounts: new Map([person('a@x', [])]) }).units.map(({ name }) => name)).toEqual(['Stadt Beispiel']);
  });

  it('brings the parts of a licence bundle as items of their own, used by the same accounts', () => {
    const { newItems, usages } = draft({ accounts: new Map([person('a@x', ['Bau'], 'Microsoft 365 E3')]) });
    expect(newItems.map(({ name, trackId }) => [name, trackId])).toEqual([
      ['Microsoft 365 E3', 'track-office'],
      ['Exchange Online', 'track-mail'],
      ['Microsoft Teams', null],
    ]);
    expect(usages.get('Microsoft 365 E3')).toEqual(['item-1', 'item-2', 'item-3']);
  });

  it('makes items of recognised names and of unknown names in lists, not of noise nor of unknown finds on machines', () => {
    const found = (rawName: string, isFromDevices: boolean) => ({ rawName, publisher: '', version: '', installations: 3, isFromDevices });
    const { newItems, rawNames, counts } = draft({
      software: [found('Exchange Online', false), found('Hundesteuer Plus', false), found('KB5002700', false), found('libfoo', true)],
    });
    expect(newItems.map(({ name, installations }) => [name, installations])).toEqual([
      ['Exchange Online', 3],
      ['Hundesteuer Plus', 3],
    ]);
    expect(rawNames.map(({ rawName, match: reason }) => [rawName, reason.kind])).toEqual([
      ['Exchange Online', 'matched'],
      ['Hundesteuer Plus', 'unmatched'],
      ['KB5002700', 'noise'],
      ['libfoo', 'unmatched'],
    ]);
    expect(counts.software).toMatchObject({ read: 4, new: 4 });
  });

  it('changes nothing when the same files come again', () => {
    const collected = {
      accounts: new Map([person('a@x', ['Bau'], 'Microsoft 365 E3')]),
      software: [{ rawName: 'Exchange Online', publisher: '', version: '', installations: 3, isFromDevices: false }],
    };
    const base = planAfter(empty, draft(collected));
    const second = draft(collected, base);
    expect(second.newAccounts).toEqual([]);
    expect(second.changedAccounts).toEqual([]);
    expect(second.newItems).toEqual([]);
    expect(second.changedItems).toEqual([]);
    expect(second.rawNames).toEqual([]);
    expect(second.sources).toEqual([]);
    expect(second.counts).toMatchObject({
      accounts: { unchanged: 1, new: 0, changed: 0 },
      software: { unchanged: 1, new: 0 },
      units: { new: 0, unchanged: 1 },
    });
  });

  it('knows an account again after a move to another department', () => {
    const base: ImportBase = {
      ...empty,
      units: [{ id: 'u1' as UnitId, path: 'Bau' }],
      accounts: new Map([
        ['a@x', { id: 'acc' as AccountId, unitId: 'u1' as UnitId, kind: 'person', isEnabled: true, lastActiveOn: null, usageProfileId: null }],
      ]),
    };
    const { newAccounts, changedAccounts, samples } = draft({ accounts: new Map([person('a@x', ['Recht'])]) }, base);
    expect(newAccounts).toEqual([]);
    expect(changedAccounts).toMatchObject([{ id: 'acc', unitId: 'unit-1' }]);
    expect(samples).toContainEqual({ kind: 'changed', what: 'a@x', reasonKey: 'import.accountMoved', params: {} });
  });

  it('makes licences of one product one item, with their seats and costs added up', () => {
    const licence = (seats: number, annual: number): LicenceRecord => ({
      kind: 'licence',
      row: 2,
      key: null,
      name: 'Exchange Online',
      publisher: '',
      seats,
      annualCostCents: cents(annual),
      purchaseCostCents: null,
      currency: null,
      purchasedOn: null,
      expiresOn: isoDate('2027-12-31'),
      terminatesOn: null,
      supplier: 'Haus',
      orderNumber: '',
      unitName: null,
      notes: '',
    });
    const { newItems, newContracts } = draft({ licences: [licence(10, 1000), licence(5, 700)] });
    expect(newItems).toMatchObject([{ name: 'Exchange Online', seats: 15, annualCostCents: 1700 }]);
    expect(newContracts.map(({ seats, renewal, endsOn }) => [seats, renewal, endsOn])).toEqual([
      [10, 'express', '2027-12-31'],
      [5, 'express', '2027-12-31'],
    ]);
  });

  it('groups migration states and skips accounts that the plan does not have', () => {
    const base: ImportBase = {
      ...empty,
      accounts: new Map([
        ['a@x', { id: 'acc' as AccountId, unitId: 'u' as UnitId, kind: 'person', isEnabled: true, lastActiveOn: null, usageProfileId: null }],
      ]),
    };
    const record = (login: string, row: number) =>
      ({ kind: 'progress', row, login, trackKey: 'mail', state: 'migrated', reason: '', on: isoDate('2027-03-01') }) as const;
    const { progress, counts, samples } = draft({ progress: [record('a@x', 2), record('nobody@x', 3)] }, base);
    expect(progress).toEqual([{ trackId: 'track-mail', state: 'migrated', reason: '', on: '2027-03-01', accountIds: ['acc'] }]);
    expect(counts.progress).toMatchObject({ read: 2, changed: 1, skipped: 1 });
    expect(samples).toEqual([{ kind: 'skipped', what: 'nobody@x', reasonKey: 'import.accountUnknown', params: { row: 3, track: 'mail' } }]);
  });

  it('lets the latest of several states of an account hold, in whatever order the logs come', () => {
    const account = (id: string) =>
      ({ id: id as AccountId, unitId: 'u' as UnitId, kind: 'person', isEnabled: true, lastActiveOn: null, usageProfileId: null }) as const;
    const base: ImportBase = {
      ...empty,
      accounts: new Map([
        ['a@x', account('a')],
        ['b@x', account('b')],
      ]),
    };
    const record = (login: string, state: 'migrated' | 'problem', on: string | null, row: number) =>
      ({ kind: 'progress', row, login, trackKey: 'mail', state, reason: '', on: on === null ? null : isoDate(on) }) as const;
    const logs = [
      record('b@x', 'migrated', '2027-03-02', 1),
      record('a@x', 'problem', '2027-03-01', 2),
      record('a@x', 'migrated', '2027-03-02', 3),
      record('b@x', 'problem', '2027-03-01', 4),
    ];
    for (const progress of [logs, [...logs].reverse()]) {
      const drafted = draft({ progress }, base);
      expect(drafted.progress).toMatchObject([{ state: 'migrated', on: '2027-03-02', accountIds: expect.arrayContaining(['a', 'b']) }]);
      expect(drafted.counts.progress).toMatchObject({ read: 4, changed: 2, skipped: 2 });
      expect(drafted.samples.map(({ reasonKey, params }) => [reasonKey, params.row])).toEqual(
        expect.arrayContaining([
          ['import.stateSuperseded', 2],
          ['import.stateSuperseded', 4],
        ]),
      );
    }
    const { progress } = draft({ progress: [record('a@x', 'migrated', '2027-03-02', 1), record('a@x', 'problem', null, 2)] }, base);
    expect(progress).toMatchObject([{ state: 'problem', accountIds: ['a'] }]);
  });
});

describe('the second import of a source', () => {
  const found = (rawName: string, installations: number, isFromDevices = false) => ({ rawName, publisher: '', version: '', installations, isFromDevices });
  const items = (base: ImportBase) => Object.fromEntries(base.items.map(({ name, installations }) => [name, installations]));

  it('takes back what the list no longer says, and adds what it says now', () => {
    const first = planAfter(empty, draft({ software: [found('Exchange Online', 30), found('Hundesteuer', 3), found('Alt', 5)] }));
    const second = draft({ software: [found('Exchange Online', 20), found('Hundesteuer', 3), found('Neu', 1)] }, first);
    expect(second.counts.software).toMatchObject({ read: 3, new: 1, changed: 1, unchanged: 1, gone: 1 });
    expect(items(planAfter(first, second))).toEqual({ 'Exchange Online': 20, Hundesteuer: 3, Alt: 0, Neu: 1 });
    expect(second.rawNames.find(({ rawName }) => rawName === 'Alt')?.installations).toBe(0);
    expect(second.choices).toEqual([
      { form: 'list', sourceId: 'source-1', name: 'list', share: 2 / 3, listedBefore: 3, isPartial: false, candidates: [{ id: 'source-1', name: 'list' }] },
    ]);
  });

  it('of machines counts each machine once, however often its inventory comes', () => {
    const machines = { software: [found('Exchange Online', 2, true)], devices: [1, 2], devicesByProduct: new Map([['exchange-online', 2]]) };
    const first = planAfter(empty, draft(machines));
    const again = draft(
      { ...machines, software: [found('Exchange Online', 3, true)], devices: [1, 2, 3], devicesByProduct: new Map([['exchange-online', 3]]) },
      first,
    );
    expect(items(planAfter(first, again))).toEqual({ 'Exchange Online': 3 });
  });

  it('is a source of its own where it lists other machines, and adds up with the first', () => {
    const machines = (devices: number[]) => ({
      software: [found('Exchange Online', devices.length, true)],
      devices,
      devicesByProduct: new Map([['exchange-online', devices.length]]),
    });
    const first = planAfter(empty, draft(machines([1, 2, 3, 4])));
    const school = draft(machines([4, 5, 6]), first);
    expect(school.choices).toMatchObject([{ sourceId: null }]);
    expect(items(planAfter(first, school))).toEqual({ 'Exchange Online': 7 });
    const said = draft(machines([4, 5, 6]), first, { sources: { list: 'source-1' }, goneAccounts: 'keep' });
    expect(items(planAfter(first, said))).toEqual({ 'Exchange Online': 3 });
  });

  it('that tells only what changed takes nothing back', () => {
    const first = planAfter(empty, draft({ software: [found('Exchange Online', 30), found('Alt', 5)] }));
    const partial = draft({ software: [found('Exchange Online', 20)], isPartial: true }, first, { sources: { list: 'source-1' }, goneAccounts: 'keep' });
    expect(partial.counts.software).toMatchObject({ changed: 1, gone: 0 });
    expect(items(planAfter(first, partial))).toEqual({ 'Exchange Online': 20, Alt: 5 });
  });

  it('keeps what a person entered beyond what the list says', () => {
    const first = planAfter(empty, draft({ software: [found('Exchange Online', 30)] }));
    const edited = { ...first, items: first.items.map((item) => ({ ...item, installations: 40 })) };
    expect(items(planAfter(edited, draft({ software: [found('Exchange Online', 35)] }, edited)))).toEqual({ 'Exchange Online': 40 });
    expect(items(planAfter(edited, draft({ software: [found('Exchange Online', 45)] }, edited)))).toEqual({ 'Exchange Online': 45 });
  });

  it('says which accounts are gone, and disables them only where that is chosen', () => {
    const first = planAfter(empty, draft({ accounts: new Map([person('a@x', ['Bau']), person('b@x', ['Bau']), person('c@x', ['Bau'])]) }));
    const files = { accounts: new Map([person('a@x', ['Bau']), person('b@x', ['Bau'])]) };
    const kept = draft(files, first);
    expect(kept.counts.accounts).toMatchObject({ read: 2, unchanged: 2, gone: 1 });
    expect(kept.changedAccounts).toEqual([]);
    expect(kept.samples).toContainEqual({ kind: 'gone', what: 'c@x', reasonKey: 'import.accountGone', params: {} });
    const disabled = draft(files, first, { sources: {}, goneAccounts: 'disable' });
    expect(disabled.changedAccounts).toMatchObject([{ login: 'c@x', isEnabled: false }]);
    expect(draft(files, planAfter(first, disabled)).counts.accounts).toMatchObject({ gone: 0 });
  });

  it('says where a new account may be a known one with another domain', () => {
    const first = planAfter(empty, draft({ accounts: new Map([person('a.meier@alt.example', ['Bau']), person('b@alt.example', ['Bau'])]) }));
    const second = draft({ accounts: new Map([person('a.meier@neu.example', ['Bau']), person('b@alt.example', ['Bau'])]) }, first);
    expect(second.counts.accounts).toMatchObject({ ambiguous: 1, new: 0, gone: 1 });
    expect(second.samples).toContainEqual({
      kind: 'ambiguous',
      what: 'a.meier@neu.example',
      reasonKey: 'import.accountMaybeRenamed',
      params: { earlier: 'a.meier@alt.example' },
    });
  });

  it('finds a unit that was given another name', () => {
    const first = planAfter(empty, draft({ accounts: new Map([person('a@x', ['Bauamt', 'Hochbau'])]) }));
    const renamed = { ...first, units: first.units.map((unit) => ({ ...unit, path: unit.path.replace('Bauamt', 'Amt für Bauen') })) };
    const second = draft({ accounts: new Map([person('a@x', ['Bauamt', 'Hochbau']), person('b@x', ['Bauamt', 'Tiefbau'])]) }, renamed);
    expect(second.changedAccounts).toEqual([]);
    expect(second.units).toMatchObject([{ name: 'Tiefbau', path: 'Amt für Bauen / Tiefbau' }]);
  });

  it('changes of a contract what its source says anew, and leaves what a person has changed', () => {
    const contract = (change: Partial<ContractRecord> = {}): ContractRecord => ({
      kind: 'contract',
      row: 2,
      key: 'V-17',
      name: 'Exchange Online',
      productName: '',
      supplier: 'Haus',
      startsOn: isoDate('2025-01-01'),
      endsOn: isoDate('2026-12-31'),
      noticeDays: 30,
      renewal: 'tacit',
      renewalMonths: 12,
      annualCostCents: cents(1_000),
      currency: null,
      seats: 200,
      ...change,
    });
    const first = planAfter(empty, draft({ contracts: [contract()] }));
    const edited = { ...first, contracts: first.contracts.map((one) => ({ ...one, name: 'Postfächer', noticeDays: 90 })) };
    const second = draft({ contracts: [contract({ seats: 210, endsOn: isoDate('2027-12-31') })] }, edited);
    expect(second.newContracts).toEqual([]);
    expect(second.changedContracts).toMatchObject([{ name: 'Postfächer', noticeDays: 90, seats: 210, endsOn: '2027-12-31' }]);
    expect(planAfter(edited, second).items).toMatchObject([{ seats: 210 }]);
    const gone = draft({ contracts: [contract({ key: 'V-18', name: 'Anderes' })] }, edited, { sources: { list: 'source-1' }, goneAccounts: 'keep' });
    expect(gone.counts.contracts).toMatchObject({ new: 1, gone: 1 });
    const renewed = draft({ contracts: [contract({ key: 'V-19', endsOn: isoDate('2028-12-31') })] }, edited, {
      sources: { list: 'source-1' },
      goneAccounts: 'keep',
    });
    expect(renewed.counts.contracts).toMatchObject({ ambiguous: 1, gone: 1 });
  });
});

describe('annualCostOf', () => {
  const purchase = { annualCostCents: null, purchaseCostCents: cents(300_000), purchasedOn: isoDate('2025-01-01'), expiresOn: isoDate('2027-12-31') };

  it('spreads a purchase over its term', () => {
    expect(annualCostOf(purchase)).toBe(100_000);
  });

  it('takes a yearly cost at its word, and knows nothing of a purchase without an end', () => {
    expect(annualCostOf({ ...purchase, annualCostCents: cents(5) })).toBe(5);
    expect(annualCostOf({ ...purchase, expiresOn: null })).toBeNull();
    expect(annualCostOf({ ...purchase, expiresOn: isoDate('2025-01-05') })).toBeNull();
  });
});
