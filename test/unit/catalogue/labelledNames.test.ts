import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../core/domain/catalogue/matchNames.ts';
import { measureNames, readLabelledNames } from '../../names/measureNames.ts';
import { readShippedCatalogue } from '../../support/shippedCatalogue.ts';

const { catalogue } = readShippedCatalogue();
const matcher = createMatcher([...catalogue.products.values()]);
const names = readLabelledNames(readFileSync(join(import.meta.dirname, '../../names/labelled.csv'), 'utf8'));

describe('the labelled names', () => {
  it('are many, different, and name products of the catalogue', () => {
    expect(names.length).toBeGreaterThanOrEqual(700);
    expect(new Set(names.map((name) => JSON.stringify([name.raw_name, name.publisher, name.version]))).size).toBe(names.length);
    const labels = new Set(names.map(({ expected }) => expected).filter((label) => label !== 'noise' && label !== 'unknown'));
    expect([...labels].filter((label) => !catalogue.products.has(label as never))).toEqual([]);
    expect(labels.size).toBeGreaterThan(300);
  });

  it.each(['de', 'fr', 'en'] as const)('in %s become the right product, and no product is hidden as noise', (language) => {
    const found = measureNames(
      names.filter((name) => name.language === language),
      matcher,
    );
    expect(found.names).toBeGreaterThanOrEqual(200);
    expect(found.precision).toBeGreaterThanOrEqual(0.99);
    expect(found.recall).toBeGreaterThanOrEqual(0.97);
    expect(found.noisePrecision).toBeGreaterThanOrEqual(0.98);
    expect(found.noiseRecall).toBeGreaterThanOrEqual(0.95);
    expect(found.hidden).toBe(0);
  });
});
