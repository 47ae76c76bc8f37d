import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutageEvent, Product } from '../../../core/domain/catalogue/catalogue.ts';
import type { ProductId, ProviderId } from '../../../core/domain/ids.ts';
import { createDependencyGraph } from '../../../core/domain/sovereignty/dependencyGraph.ts';
import { findStoppedProducts, outageOf, reportedDifference, simulateOutage } from '../../../core/domain/sovereignty/simulateOutage.ts';
import { claim, item, product, profile, provider, smallCatalogue } from './smallCatalogue.ts';

const nobody = { items: [], profiles: [] };
const graphOf = (products: readonly Product[], providers: Parameters<typeof smallCatalogue>[1]) => createDependencyGraph(smallCatalogue(products, providers));
const fail = (...providers: string[]) => ({ providers: providers as ProviderId[] });
const pathText = (path: readonly { id: string; through: string | null }[]) => path.map(({ id, through }) => (through ? `${through}→${id}` : id)).join(' ');

describe('simulateOutage', () => {
  const graph = graphOf(
    [
      product('perplexity', { kind: 'service', vendor: 'perplexity-ai', dependsOn: ['hosting:aws', 'network:cloudflare'] }),
      product('mistral-chat', { kind: 'service', dependsOn: ['compute:cerebras', 'compute:azure', 'compute:gcp', 'network:cloudflare'] }),
      product('exchange-online', { kind: 'proprietary', vendor: 'microsoft', dependsOn: ['hosting:azure', 'identity:entra'] }),
      product('m365-e3', { kind: 'proprietary', vendor: 'microsoft', includes: ['exchange-online', 'office'] }),
      product('office', { kind: 'proprietary', vendor: 'microsoft' }),
      product('sovereign-app', { dependsOn: ['hosting:s3ns'] }),
    ],
    [
      provider('aws', 'US'),
      provider('cloudflare', 'US'),
      provider('cerebras', 'US'),
      provider('microsoft', 'US'),
      provider('perplexity-ai', 'US'),
      provider('azure', 'US', ['ownership:microsoft']),
      provider('gcp', 'US', ['hosting:google']),
      provider('google', 'US'),
      provider('entra', 'US', ['hosting:azure']),
      provider('s3ns', 'FR', ['operator:thales', 'technology:gcp']),
      provider('thales', 'FR'),
    ],
  );
  const stopped = (...providers: string[]) =>
    simulateOutage(graph, fail(...providers), nobody).products.map(({ productId, certainty }) => `${productId} ${certainty}`);

  it('stops what depends on the failed provider, and says by which path', () => {
    const { products } = simulateOutage(graph, fail('cloudflare'), nobody);
    expect(products.map(({ path }) => pathText(path))).toEqual(['mistral-chat network→cloudflare', 'perplexity network→cloudflare']);
  });

  it('leaves running what does not depend on it: Mistral on the day of AWS', () => {
    expect(stopped('aws')).toEqual(['perplexity stops']);
  });

  it('says "may stop" where the failed provider is one of several of a kind, and "stops" when all have failed', () => {
    expect(stopped('cerebras')).toEqual(['mistral-chat mayStop']);
    expect(stopped('cerebras', 'azure', 'gcp')).toContain('mistral-chat stops');
  });

  it('travels through providers of providers and into licence bundles, on a shortest path', () => {
    const { products } = simulateOutage(graph, fail('azure'), nobody);
    const paths = new Map(products.map(({ productId, path }) => [String(productId), pathText(path)]));
    expect(paths.get('exchange-online')).toBe('exchange-online hosting→azure');
    expect(paths.get('m365-e3')).toBe('m365-e3 includes→exchange-online hosting→azure');
    expect(paths.has('office')).toBe(false);
  });

  it('does not travel through technology, ownership and law', () => {
    expect(stopped('gcp')).toEqual(['mistral-chat mayStop']);
    expect(stopped('microsoft')).toEqual([]);
    expect(stopped('google')).toEqual(['mistral-chat mayStop']);
  });

  it('stops a service with the one who runs it', () => {
    expect(stopped('perplexity-ai')).toEqual(['perplexity stops']);
  });

  it('travels only through the kinds of the outage', () => {
    expect(simulateOutage(graph, { ...fail('aws'), through: ['compute'] }, nobody).products).toEqual([]);
  });

  it('counts each account once over all stopped items, and names a provider that nobody knows', () => {
    const items = [item('1', 'exchange-online', 100), item('2', 'm365-e3', 80), item('3', 'office', 100), item('4', 'perplexity', 5), item('5', null, 9)];
    const profiles = [profile(1, ['1', '2', '3'], 80), profile(2, ['1', '3'], 20)];
    const result = simulateOutage(graph, fail('azure', 'aws', 'nobody'), { items, profiles });
    expect(result.services.map(({ itemId, accounts }) => [itemId, accounts])).toEqual([
      ['1', 100],
      ['2', 80],
      ['4', 5],
    ]);
    expect({ affected: result.accountsAffected, atMost: result.accountsAtMost, unknown: result.unknownProviders }).toEqual({
      affected: 100,
      atMost: 105,
      unknown: ['nobody'],
    });
  });

  it('ends on circular dependencies', () => {
    const circular = graphOf(
      [product('app', { dependsOn: ['hosting:a'] })],
      [provider('a', 'FR', ['network:b']), provider('b', 'FR', ['network:a', 'hosting:c']), provider('c')],
    );
    expect(simulateOutage(circular, fail('c'), nobody).products.map(({ path }) => pathText(path))).toEqual(['app hosting→a network→b hosting→c']);
  });

  it('stops exactly what a brute-force search reaches', () => {
    const names = ['p0', 'p1', 'p2', 'p3', 'p4'];
    const kinds = ['hosting', 'network', 'law', 'technology', 'compute'];
    const edge = fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...names)).map(([kind, name]) => `${kind}:${name}`);
    const edges = fc.array(edge, { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(edges, { minLength: 5, maxLength: 5 }),
        fc.array(edges, { minLength: 4, maxLength: 4 }),
        fc.constantFrom(...names),
        (providerEdges, productEdges, failed) => {
          const travelling = (texts: readonly string[]) => texts.filter((text) => !/^(law|technology):/.test(text)).map((text) => text.split(':')[1] ?? '');
          const reaches = (start: readonly string[], seen: ReadonlySet<string>): boolean =>
            start.some(
              (name) => name === failed || (!seen.has(name) && reaches(travelling(providerEdges[names.indexOf(name)] ?? []), new Set([...seen, name]))),
            );
          const drawn = graphOf(
            productEdges.map((dependsOn, index) => product(`s${index}`, { dependsOn })),
            names.map((name, index) =>
              provider(
                name,
                'FR',
                (providerEdges[index] ?? []).filter((text) => !text.endsWith(name)),
              ),
            ),
          );
          const expected = productEdges.flatMap((dependsOn, index) => (reaches(travelling(dependsOn), new Set()) ? [`s${index}`] : []));
          expect(simulateOutage(drawn, fail(failed), nobody).products.map(({ productId }) => String(productId))).toEqual(expected);
        },
      ),
    );
  });
});

describe('findStoppedProducts', () => {
  it('gives each product that stops with the path to what failed', () => {
    const graph = graphOf(
      [product('m365-e3', { includes: ['exchange-online'] }), product('exchange-online', { dependsOn: ['hosting:azure'] }), product('office')],
      [provider('azure')],
    );
    expect(findStoppedProducts(graph, fail('azure')).map(({ certainty, path }) => `${certainty} ${pathText(path)}`)).toEqual([
      'stops exchange-online hosting→azure',
      'stops m365-e3 includes→exchange-online hosting→azure',
    ]);
    expect(findStoppedProducts(graph, fail('nobody'))).toEqual([]);
  });
});

const event: OutageEvent = {
  id: 'day',
  date: '2025-11-18' as OutageEvent['date'],
  name: { de: 'd', en: 'e', fr: 'f' },
  provider: 'cdn' as ProviderId,
  through: ['network'],
  reported: claim({ down: ['a', 'b'] as ProductId[], notDown: ['c'] as ProductId[] }),
};

describe('outageOf', () => {
  it('takes what failed, and through what', () => {
    expect(outageOf(event)).toEqual({ providers: ['cdn'], through: ['network'] });
  });
});

describe('reportedDifference', () => {
  it('tells agreement from what the dependencies miss and what they get wrong', () => {
    const graph = graphOf([product('a', { dependsOn: ['network:cdn'] }), product('b'), product('c', { dependsOn: ['network:cdn'] })], [provider('cdn')]);
    expect(reportedDifference(graph, event)).toEqual({ agreed: ['a'], missed: ['b'], wrong: ['c'] });
  });
});
