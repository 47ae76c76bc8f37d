import { describe, expect, it } from 'vitest';
import { assembleCatalogue } from '../../../core/domain/catalogue/checkCatalogue.ts';
import { countClaims, listProductClaims, listProviderClaims } from '../../../core/domain/catalogue/listClaims.ts';
import { claim, product, provider } from '../sovereignty/smallCatalogue.ts';

describe('assembleCatalogue', () => {
  it('keeps the first of two products with one id', () => {
    const products = ['SOGo', 'Copy'].map((name) => ({ ...product('sogo'), name }));
    const catalogue = assembleCatalogue({ sources: [], products, providers: [], events: [] });
    expect([...catalogue.products].map(([id, { name }]) => [id, name])).toEqual([['sogo', 'SOGo']]);
  });
});

describe('the claims of the catalogue', () => {
  it('are those of a product, the licence first', () => {
    const listed = listProductClaims({ ...product('sogo'), protocols: [claim('imap')] });
    expect(listed.map(({ field, claim: { value } }) => [field, value])).toEqual([
      ['licence', 'MIT'],
      ['protocols[0]', 'imap'],
    ]);
  });

  it('are those of a provider, the jurisdiction first', () => {
    const listed = listProviderClaims(provider('azure', 'US', ['ownership:microsoft']));
    expect(listed.map(({ field, claim: { value } }) => [field, value])).toEqual([
      ['jurisdiction', 'US'],
      ['dependsOn[0]', { provider: 'microsoft', kind: 'ownership' }],
    ]);
  });

  it('are counted by how sure they are', () => {
    const catalogue = assembleCatalogue({ sources: [], products: [], providers: [provider('azure', 'US')], events: [] });
    expect(countClaims(catalogue)).toEqual({ A: 0, B: 0, C: 0, calc: 0, unverified: 1 });
  });
});
