import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSoftwareCollector, momentOf } from '../../../core/domain/inventory/collectSoftware.ts';
import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';

function find(rawName: string, device: string | null, more: Partial<SoftwareRecord> = {}): SoftwareRecord {
  return { kind: 'software', row: 2, rawName, publisher: '', version: '', installations: 1, device, unitName: null, ...more };
}

function collect(records: readonly SoftwareRecord[]) {
  const collector = createSoftwareCollector(({ rawName }) => (rawName.startsWith('7-Zip') ? '7-zip' : null));
  for (const record of records) collector.add(record);
  const { software, devicesByProduct } = collector.finish();
  return { counts: Object.fromEntries(software.map((one) => [`${one.rawName}|${one.publisher}|${one.version}`, one.installations])), devicesByProduct };
}

describe('the moment of an inventory', () => {
  it.each([
    ['2026-01-02 03:04:05', '20260102030405'],
    ['2026-01-02T03:04:05Z', '20260102030405'],
    ['2026-01-02 3:04:05', '20260102030405'],
    ['2026-01-02T03:04+02:00', '20260102030400'],
    ['2026-01-02 03:04', '20260102030400'],
    ['2026-01-02', '20260102000000'],
    ['02.01.2026', null],
    [null, null],
  ])('%s is %s', (text, digits) => {
    expect(momentOf(text)).toBe(digits);
  });
});

describe('finds of software', () => {
  it('count each device once for a name, and once for a product', () => {
    const { counts, devicesByProduct } = collect([find('7-Zip 23', 'PC1'), find('7-Zip 23', 'PC1'), find('7-Zip 24', 'PC1'), find('7-Zip 24', 'PC2')]);
    expect(counts).toEqual({ '7-Zip 23||': 1, '7-Zip 24||': 2 });
    expect([...devicesByProduct]).toEqual([['7-zip', 2]]);
  });

  it('of lists without devices add up as the list counts them', () => {
    const { counts, devicesByProduct } = collect([find('7-Zip', null, { installations: 30 }), find('7-Zip', null, { installations: 12 })]);
    expect(counts).toEqual({ '7-Zip||': 42 });
    expect([...devicesByProduct]).toEqual([]);
  });

  it('do not depend on the order of the rows', () => {
    const record = fc.record({
      rawName: fc.constantFrom('7-Zip 23', '7-Zip 24', 'Werkzeug'),
      version: fc.constantFrom('', '1'),
      publisher: fc.constantFrom('', 'A'),
      device: fc.constantFrom('PC1', 'PC2', 'PC3', 'PC4'),
    });
    const rows = fc.array(record, { maxLength: 60 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(rows, ([one, other]) => {
        const [inOrder, shuffled] = [one, other].map((list) => collect(list.map(({ rawName, device, ...more }) => find(rawName, device, more))));
        expect(shuffled?.counts).toEqual(inOrder?.counts);
        expect(new Map([...(shuffled?.devicesByProduct ?? [])])).toEqual(inOrder?.devicesByProduct);
        const distinct = new Set(one.map(({ rawName, publisher, version, device }) => JSON.stringify([rawName, publisher, version, device])));
        expect(Object.values(inOrder?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(distinct.size);
      }),
    );
  });
});
