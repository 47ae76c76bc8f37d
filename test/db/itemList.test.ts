import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { compareNames } from '../../core/domain/sortKey.ts';
import type { ItemFilter, PlanReader, PlanStore } from '../../core/ports/planStore.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { openPlan, temporaryPlanPath } from '../support/temporaryPlan.ts';

const everything = { offset: 0, limit: 100_000 };
const byName = { by: 'name', direction: 'ascending' } as const;
const year = { from: isoDate('2026-09-01'), to: isoDate('2026-12-31') };

function plan(): PlanStore {
  const store = openPlan(temporaryPlanPath(), 'create');
  fillSamplePlan(store, { accounts: 50, units: 5, items: 60, tracks: 7 });
  store.write({ commandId: 'item-without-track', operation: 'test.change' }, (writer) => {
    const item = writer.item(sampleId('item', 5));
    if (item) writer.updateItem({ ...item, trackId: null });
    return { result: null, label: { labelKey: 'test.changed', params: {} }, changed: 1 };
  });
  return store;
}
const totalOf = (reader: PlanReader, filter: ItemFilter) => reader.items(filter, byName, { offset: 0, limit: 1 }).total;

describe('the list of items', () => {
  const filters: readonly ItemFilter[] = [
    {},
    { tracks: ['office', null] },
    { vendors: ['Vendor 3', 'Vendor 4'] },
    { strategies: ['keep'] },
    { matched: false, search: 'software 1' },
    { contractEnds: year },
    { tracks: ['mail'], strategies: ['replace'], matched: true },
  ];

  it.each(filters)('finds the items that fit %j, page by page as in its ids', (filter) => {
    plan().read((reader) => {
      const decided = new Map(reader.decisions().map(({ itemId, strategy }) => [itemId, strategy]));
      const tracks = new Map(reader.timeline().tracks.map(({ id, key }) => [id, key]));
      const ending = new Set(reader.contracts().flatMap(({ itemId, endsOn }) => (endsOn !== null && endsOn >= year.from && endsOn <= year.to ? [itemId] : [])));
      const sorted = reader.allItems().toSorted((one, other) => compareNames(one.name, other.name));
      const fits = sorted.filter((item) => {
        const track = item.trackId === null ? null : (tracks.get(item.trackId) ?? null);
        return (
          (filter.tracks?.includes(track) ?? true) &&
          (filter.vendors?.includes(item.vendor) ?? true) &&
          (filter.strategies?.includes(decided.get(item.id) ?? 'undecided') ?? true) &&
          (filter.matched === undefined || (item.productId !== null) === filter.matched) &&
          item.name.toLowerCase().includes(filter.search ?? '') &&
          (filter.contractEnds === undefined || ending.has(item.id))
        );
      });
      expect(fits.length).toBeGreaterThan(0);
      const list = reader.items(filter, byName, everything);
      expect(list.items.map(({ id }) => id)).toEqual(fits.map(({ id }) => id));
      expect(list.total).toBe(fits.length);
      expect(reader.itemIds(filter, byName, everything)).toEqual(fits.map(({ id }) => id));
    });
  });

  it.each(filters)('counts for each choice what choosing it shows, with %j standing', (filter) => {
    plan().read((reader) => {
      const counts = reader.itemCounts(filter, year);
      expect(counts.total).toBe(totalOf(reader, filter));
      for (const { track, items } of counts.tracks) expect(items).toBe(totalOf(reader, { ...filter, tracks: [track] }));
      for (const { vendor, items } of counts.vendors) expect(items).toBe(totalOf(reader, { ...filter, vendors: [vendor] }));
      for (const strategy of ['replace', 'keep', 'retire', 'undecided'] as const)
        expect(counts.strategies[strategy]).toBe(totalOf(reader, { ...filter, strategies: [strategy] }));
      expect([counts.matched, counts.unmatched]).toEqual([totalOf(reader, { ...filter, matched: true }), totalOf(reader, { ...filter, matched: false })]);
      expect(counts.contractEnds).toBe(totalOf(reader, { ...filter, contractEnds: year }));
      const { items } = reader.items(filter, byName, everything);
      expect(counts.annualCostCents).toBe(items.reduce((sum, { annualCostCents }) => sum + (annualCostCents ?? 0), 0));
      expect(counts.withoutCost).toBe(items.filter(({ annualCostCents }) => annualCostCents === null).length);
    });
  });

  it('is in the order of its rows for a range of ids, whatever the order', () => {
    plan().read((reader) => {
      for (const by of ['name', 'vendor', 'annualCostCents', 'strategy'] as const) {
        const order = { by, direction: 'descending' } as const;
        const all = reader.items({ matched: true }, order, everything).items.map(({ id }) => id);
        expect(reader.itemIds({ matched: true }, order, { offset: 7, limit: 20 })).toEqual(all.slice(7, 27));
      }
    });
  });

  it('is ordered as people look names up: Ä beside A, É beside E, ß beside ss, capitals beside small letters', () => {
    const store = plan();
    const names = ['zeichnen', 'Äffchen', 'éditeur', 'Straße', 'Strassf', 'eclipse', 'Zebra', 'anki'];
    store.write({ commandId: 'names-with-marks', operation: 'test.change' }, (writer) => {
      names.forEach((name, index) => {
        const item = writer.item(sampleId('item', index));
        if (item) writer.updateItem({ ...item, name, vendor: 'ÉDITIONS' });
      });
      return { result: null, label: { labelKey: 'test.changed', params: {} }, changed: names.length };
    });
    const found = store.read((reader) => reader.items({ search: 'éditions' }, byName, everything).items.map(({ name }) => name));
    expect(found).toEqual(['Äffchen', 'anki', 'eclipse', 'éditeur', 'Straße', 'Strassf', 'Zebra', 'zeichnen']);
    const vendors = store.read((reader) =>
      reader.items({}, { by: 'vendor', direction: 'ascending' }, { offset: 0, limit: 1 }).items.map(({ vendor }) => vendor),
    );
    expect(vendors).toEqual(['ÉDITIONS']);
  });

  it('says the track, the decision and the replacement of each item', () => {
    plan().read((reader) => {
      const { items } = reader.items({}, byName, everything);
      expect(items.find(({ id }) => id === sampleId('item', 5))).toMatchObject({ track: null, strategy: 'keep', replacementId: null });
      expect(items.find(({ id }) => id === sampleId('item', 6))).toMatchObject({ strategy: 'replace', replacementId: 'libreoffice' });
    });
  });

  it.each(['vendor', 'track', 'seats', 'matched', 'strategy'] as const)('is ordered by %s in both directions, none left out', (by) => {
    plan().read((reader) => {
      const [up, down] = (['ascending', 'descending'] as const).map((direction) => reader.items({}, { by, direction }, everything).items);
      expect(up?.length).toBe(60);
      const fieldOf = { vendor: 'vendor', track: 'track', seats: 'seats', matched: 'productId', strategy: 'strategy' } as const;
      const runs = (rows: typeof up) => [
        ...new Set(rows?.map((row) => (by === 'matched' ? row.productId !== null : row[fieldOf[by]])).filter((value) => value !== null)),
      ];
      expect(runs(down)).toEqual(runs(up).toReversed());
    });
  });
});

describe('raw names', () => {
  it('are found by words of the name or the publisher, and by their item', () => {
    plan().read((reader) => {
      const all = reader.allRawNames();
      const found = reader.rawNames({ search: 'VENDOR 16', kind: 'unmatched' }, everything);
      const expected = all.filter(({ publisher, match }) => publisher === 'Vendor 16' && match.kind === 'unmatched');
      expect(expected.length).toBeGreaterThan(0);
      expect(found.total).toBe(expected.length);
      expect(found.rawNames.map(({ rawName }) => rawName).toSorted()).toEqual(expected.map(({ rawName }) => rawName).toSorted());
      const itemId = all.find((name) => name.itemId !== null)?.itemId ?? sampleId('item', 0);
      expect(reader.rawNames({ itemId }, everything).total).toBe(all.filter((name) => name.itemId === itemId).length);
    });
  });
});
