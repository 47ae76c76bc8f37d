import { describe, expect, it } from 'vitest';
import type { ImportSourceId, UnitId } from '../../../core/domain/ids.ts';
import { createUnitDrafts } from '../../../core/domain/inventory/draftAccounts.ts';
import { createItemDrafts } from '../../../core/domain/inventory/draftItems.ts';
import { draftSoftware } from '../../../core/domain/inventory/draftSoftware.ts';
import { changedSources, draftSources } from '../../../core/domain/inventory/draftSources.ts';
import { draftUsages } from '../../../core/domain/inventory/draftUsages.ts';
import { count, createSampleList, noCounts } from '../../../core/domain/inventory/importDraft.ts';
import { type ImportSource, nameKey } from '../../../core/domain/inventory/importSource.ts';
import { collect, empty, type Lists, match, numberedIds, person, products } from './smallImport.ts';

describe('createUnitDrafts', () => {
  it('puts a new department below its parent’s name of today, and an empty path into the administration', () => {
    const kaemmerei = 'unit-0' as UnitId;
    const base = { ...empty, units: [{ id: kaemmerei, path: 'Kämmerei' }], importedPaths: new Map([['Finanzen', kaemmerei]]) };
    const units = createUnitDrafts(base, numberedIds(0).unit);
    units.of(['Finanzen', 'Haushalt']);
    expect(units.created).toEqual([{ id: 'unit-1', parentId: kaemmerei, name: 'Haushalt', path: 'Kämmerei / Haushalt' }]);
    units.of([]);
    expect(units.created.at(-1)).toEqual({ id: 'unit-2', parentId: null, name: 'Stadt Beispiel', path: 'Stadt Beispiel' });
  });
});

describe('createItemDrafts', () => {
  it('makes one item of a name in a list and in a licence, whatever its capitals and blanks', () => {
    const items = createItemDrafts(empty, products, empty.trackIds, numberedIds(0).item);
    items.changeInstallations(items.ensure({ productId: null, name: 'Fachprog', vendor: '' }), 0, 12);
    items.addLicence(items.ensure({ productId: null, name: ' fachprog ', vendor: '' }), 20, null);
    expect(items.newItems()).toMatchObject([{ name: 'Fachprog', installations: 12, seats: 20, annualCostCents: null }]);
  });
});

describe('draftUsages', () => {
  const usagesOf = (collected: Lists) => {
    const items = createItemDrafts(empty, products, empty.trackIds, numberedIds(0).item);
    return { usages: draftUsages(collect(collected), products, match, items), items };
  };

  it('means a bundle and its parts, each once', () => {
    const both = 'Exchange Online\nMicrosoft 365 E3';
    const { usages } = usagesOf({ accounts: new Map([person('a@x', [], 'Microsoft 365 E3'), person('b@x', [], both)]) });
    expect(usages.get('Microsoft 365 E3')).toEqual(['item-1', 'item-2', 'item-3']);
    expect(usages.get(both)).toEqual(usages.get('Microsoft 365 E3'));
  });

  it('takes the concealed users of a service for the least number of its accounts', () => {
    const { items } = usagesOf({ concealedUses: new Map([['Microsoft Teams', 40]]) });
    expect(items.newItems()).toMatchObject([{ name: 'Microsoft Teams', accounts: 40 }]);
  });
});

describe('the sources of an import', () => {
  const source = (change: Partial<ImportSource>): ImportSource => ({
    id: 'source-1' as ImportSourceId,
    form: 'list',
    name: 'list',
    names: new Map(),
    items: new Map(),
    accounts: new Set(),
    devices: new Set(),
    contracts: new Map(),
    ...change,
  });
  const next = (lists: Lists, known: readonly ImportSource[]) => draftSources(collect(lists), known, () => undefined, {}, numberedIds(1).source);
  const machines = [source({ devices: new Set([1, 2, 3, 4]) })];

  it('keep machines that the next list leaves out only where it tells no more than what changed', () => {
    expect(next({ devices: [2, 3, 4, 5] }, machines)).toMatchObject([{ id: 'source-1', devices: new Set([2, 3, 4, 5]) }]);
    expect(next({ devices: [2, 3, 4, 5], isPartial: true }, machines)).toMatchObject([{ id: 'source-1', devices: new Set([1, 2, 3, 4, 5]) }]);
    expect(next({ devices: [6] }, machines)).toMatchObject([{ id: 'source-2', known: null }]);
  });

  it('are changed unless they say again what they said', () => {
    expect(changedSources(next({ devices: [4, 3, 2, 1] }, machines))).toEqual([]);
    expect(changedSources(next({ devices: [2, 3, 4, 5] }, machines))).toHaveLength(1);
    expect(changedSources(next({}, []))).toHaveLength(1);
  });

  it('add up to the installations of a name', () => {
    const name = { rawName: 'Hundesteuer', publisher: '', version: '' };
    const key = nameKey(name);
    const other = source({ id: 'source-2' as ImportSourceId, form: 'other', names: new Map([[key, 12]]) });
    const installationsAfter = (before: number, now: number | null) => {
      const known = [source({ names: new Map([[key, before]]) }), other];
      const software = [
        ...(now === null ? [] : [{ ...name, installations: now, isFromDevices: false }]),
        { ...name, rawName: 'Werkzeug', installations: 1, isFromDevices: false },
      ];
      const base = { ...empty, sources: known, rawNames: [{ ...name, installations: before + 12, match: match(name), itemId: null }] };
      const sources = draftSources(collect({ software }), known, () => undefined, { list: 'source-1' }, numberedIds(2).source);
      const items = createItemDrafts(base, products, base.trackIds, numberedIds(0).item);
      const changed = draftSoftware(sources, base, match, items, noCounts(), createSampleList());
      return changed.find(({ rawName }) => rawName === name.rawName)?.installations;
    };
    expect(installationsAfter(30, 20)).toBe(32);
    expect(installationsAfter(20, null)).toBe(12);
  });
});

describe('the counts and samples of an import', () => {
  it('begin with 0, and do not count what is gone as read', () => {
    const counts = noCounts();
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    count(counts, 'new', 3);
    count(counts, 'gone');
    expect(counts).toEqual({ ...noCounts(), read: 3, new: 3, gone: 1 });
  });

  it('keep the first 20 of each kind and reason', () => {
    const samples = createSampleList();
    for (let unit = 0; unit < 25; unit += 1) samples.add({ kind: 'new', what: `${unit}`, reasonKey: 'import.newUnit', params: {} });
    for (const what of ['a@x', 'b@x']) samples.add({ kind: 'new', what, reasonKey: 'import.newAccount', params: {} });
    expect(samples.list.map(({ what }) => what)).toEqual([...Array.from({ length: 20 }, (_, unit) => `${unit}`), 'a@x', 'b@x']);
  });
});

describe('nameKey', () => {
  it('tells a version from a name that ends with it', () => {
    const keys = [nameKey({ rawName: '7-Zip', publisher: '', version: '23' }), nameKey({ rawName: '7-Zip 23', publisher: '', version: '' })];
    expect(new Set(keys).size).toBe(2);
  });
});
