import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { Product } from '../../../core/domain/catalogue/catalogue.ts';
import { createAxesSearch } from '../../../core/domain/sovereignty/axesOfProduct.ts';
import { createDependencyGraph } from '../../../core/domain/sovereignty/dependencyGraph.ts';
import { lawArea } from '../../../core/domain/sovereignty/lawArea.ts';
import { claim, product, provider, smallCatalogue } from './smallCatalogue.ts';

function axesOf(wanted: Product, products: readonly Product[] = []) {
  const catalogue = smallCatalogue(
    [wanted, ...products],
    [
      provider('perplexity-ai', 'US'),
      provider('aws', 'US'),
      provider('cloudflare', 'US'),
      provider('ovh', 'FR'),
      provider('s3ns', 'FR', ['operator:thales']),
      provider('thales', 'FR'),
    ],
  );
  return createAxesSearch(catalogue, createDependencyGraph(catalogue))(wanted);
}
const texts = (axis: { readonly values: readonly { readonly text: string }[] }) => axis.values.map(({ text }) => text);

describe('the axes of a product', () => {
  it('name who hosts and who helps, and leave unknown what nobody looked up', () => {
    const axes = axesOf(product('perplexity', { kind: 'service', vendor: 'perplexity-ai', dependsOn: ['hosting:aws', 'network:cloudflare'] }));
    expect(texts(axes.law)).toEqual(['US']);
    expect(axes.law.area).toBe('outside');
    expect(texts(axes.hosting)).toEqual(['aws']);
    expect(texts(axes.subProviders)).toEqual(['cloudflare']);
    expect(axes.ownership).toEqual({ state: 'unknown', values: [] });
  });

  it('count the maker’s own dependencies as the product’s', () => {
    expect(texts(axesOf(product('cloud', { kind: 'service', vendor: 's3ns' })).subProviders)).toEqual(['thales']);
  });

  it('let anybody host and build open-source software; proprietary software is updated by its maker', () => {
    const open = axesOf(product('nextcloud', { vendor: 'ovh' }));
    expect([open.hosting.state, open.updates.state, open.ownership.state]).toEqual(['free', 'free', 'unknown']);
    const closed = axesOf(product('office', { kind: 'proprietary', vendor: 'ovh' }));
    expect([closed.hosting.state, texts(closed.updates)]).toEqual(['unknown', ['ovh']]);
  });

  it('take the last day of support, and null where none is known', () => {
    const dated = {
      ...product('windows'),
      endOfSupport: [claim({ cycle: '10', date: isoDate('2025-10-14') }), claim({ cycle: '11', date: isoDate('2027-10-12') })],
    };
    expect(axesOf(dated).support).toMatchObject({ on: '2027-10-12', cycle: '11' });
    expect(axesOf(product('other')).support).toBeNull();
  });

  it('count each product that is said to replace it once', () => {
    const old = product('old');
    const heir = { ...product('heir'), replaces: [claim(old.id), claim(old.id)] };
    expect(axesOf(old, [heir]).exit.replacements).toBe(1);
  });

  it('call a country nobody knows unknown, never harmless', () => {
    const axes = axesOf(product('mystery'));
    expect([axes.law.state, axes.law.area]).toEqual(['unknown', 'unknown']);
  });
});

describe('lawArea', () => {
  it.each([
    [['FR', 'US'], 'outside'],
    [['FR', 'ZZ'], 'unknown'],
    [['FR', 'DE', 'EU'], 'union'],
    [['ZZ', 'CH'], 'outside'],
    [[], 'unknown'],
  ])('%j is %s', (countries, area) => {
    expect(lawArea(countries)).toBe(area);
  });
});
