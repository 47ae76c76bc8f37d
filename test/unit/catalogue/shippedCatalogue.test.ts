import { describe, expect, it } from 'vitest';
import { readShippedCatalogue } from '../../support/shippedCatalogue.ts';

const { catalogue, issues } = readShippedCatalogue();
const products = [...catalogue.products.values()];
const countOf = (kind: (typeof products)[number]['kind']) => products.filter((product) => product.kind === kind).length;

describe('the catalogue that is shipped', () => {
  it('has no defects', () => {
    expect(issues).toEqual([]);
  });

  it('holds the programs that machines of administrations hold', () => {
    expect(countOf('proprietary')).toBeGreaterThanOrEqual(600);
    expect(countOf('openSource')).toBeGreaterThanOrEqual(300);
  });

  it('says of each product who makes it and under which law, what it is, and under which licence', () => {
    const wanting = products.filter(({ vendor, category, licence }) => {
      const jurisdiction = catalogue.providers.get(vendor)?.jurisdiction.value ?? '';
      return !/^[A-Z]{2}$/.test(jurisdiction) || category === '' || licence.value === '';
    });
    expect(wanting.map(({ id }) => id)).toEqual([]);
  });

  it('knows when support ends only by somebody who said so, and not twice for one cycle', () => {
    const ending = products.filter(({ endOfSupport }) => endOfSupport.length > 0);
    expect(ending.length).toBeGreaterThanOrEqual(60);
    for (const { id, endOfSupport } of ending) {
      const cycles = endOfSupport.map(({ value }) => value.cycle);
      expect(new Set(cycles).size, id).toBe(cycles.length);
      for (const { source } of endOfSupport) expect(catalogue.sources.has(source), id).toBe(true);
    }
  });
});
