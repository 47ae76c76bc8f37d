import { describe, expect, it } from 'vitest';
import type { MatchReason } from '../../../core/domain/catalogue/match.ts';
import type { AccountId, ContractId, ItemId, ProductId, TrackId, UnitId } from '../../../core/domain/ids.ts';
import type { CollectedAccount, CollectedImport } from '../../../core/domain/inventory/collectImport.ts';
import { annualCostOf } from '../../../core/domain/inventory/draftContracts.ts';
import { draftImport } from '../../../core/domain/inventory/draftImport.ts';
import type { ImportBase, ImportDraft, ImportProduct } from '../../../core/domain/inventory/importDraft.ts';
import type { LicenceRecord } from '../../../core/domain/inventory/importRecords.ts';
import { isoDate } from '../../../core/domain/calendar.ts';
import { cents } from '../../../core/domain/money.ts';

const product = (id: string, name: string, track: string, includes: string[] = []): ImportProduct => ({
  id: id as ProductId,
  name,
  vendorName: 'Microsoft',
  track,
  includes: includes as ProductId[],
});
const products = new Map(
  [
    product('microsoft-365-e3', 'Microsoft 365 E3', 'office', ['exchange-online', 'microsoft-teams']),
    product('exchange-online', 'Exchange Online', 'mail'),
    product('microsoft-teams', 'Microsoft Teams', 'chat'),
  ].map((entry) => [entry.id, entry]),
);
const match = ({ rawName }: { rawName: string }): MatchReason => {
  if (rawName.startsWith('KB')) return { kind: 'noise', rule: 'patch' };
  const found = [...products.values()].find((entry) => entry.name === rawName);
  return found ? { kind: 'matched', productId: found.id, confidence: 1, rule: 'exactAlias', alias: rawName.toLowerCase() } : { kind: 'unmatched' };
};

function numberedIds() {
  const made = new Map<string, number>();
  const make = (kind: string) => {
    const number = (made.get(kind) ?? 0) + 1;
    made.set(kind, number);
    return `${kind}-${number}`;
  };
  return {
    unit: () => make('unit') as UnitId,
    account: () => make('account') as AccountId,
    item: () => make('item') as ItemId,
    contract: () => make('contract') as ContractId,
  };
}

const nothing: CollectedImport = {
  accounts: new Map(),
  software: [],
  licences: [],
  contracts: [],
  progress: [],
  devicesByProduct: new Map(),
  concealedUses: new Map(),
};
const empty: ImportBase = {
  administration: 'Stadt Beispiel',
  units: [],
  accounts: new Map(),
  usageProfiles: new Map(),
  items: [],
  rawNames: [],
  contracts: [],
  trackIds: new Map([
    ['mail', 'track-mail' as TrackId],
    ['office', 'track-office' as TrackId],
  ]),
};
const person = (login: string, departmentPath: string[], usageKey = ''): [string, CollectedAccount] => [
  login,
  { login, kind: 'person', departmentPath, isEnabled: true, lastActiveOn: null, usageKey },
];
const draft = (collected: Partial<CollectedImport>, base: ImportBase = empty): ImportDraft =>
  draftImport({ ...nothing, ...collected }, base, products, match, numberedIds());

describe('draftImport', () => {
  it('makes the tree of units from departments, missing parents included', () => {
    const { units, newAccounts } = draft({ accounts: new Map([person('a@x', ['Finanzen', 'Haushalt']), person('b@x', ['Finanzen'])]) });
    expect(units.map(({ path, parentId }) => [path, parentId])).toEqual([
      ['Finanzen', null],
      ['Finanzen / Haushalt', 'unit-1'],
    ]);
    expect(newAccounts.map(({ unitId }) => unitId)).toEqual(['unit-2', 'unit-1']);
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
    const first = draft(collected);
    const itemIds = first.usages.get('Microsoft 365 E3') as readonly ItemId[];
    const base: ImportBase = {
      ...empty,
      units: first.units,
      items: first.newItems,
      rawNames: first.rawNames,
      usageProfiles: new Map([[1, itemIds]]),
      accounts: new Map(first.newAccounts.map((account) => [account.login, { ...account, usageProfileId: 1 }])),
    };
    const second = draft(collected, base);
    expect(second.newAccounts).toEqual([]);
    expect(second.changedAccounts).toEqual([]);
    expect(second.newItems).toEqual([]);
    expect(second.changedItems).toEqual([]);
    expect(second.rawNames).toEqual([]);
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
