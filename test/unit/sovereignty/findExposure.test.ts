import { describe, expect, it } from 'vitest';
import type { ProductId, ProviderId } from '../../../core/domain/ids.ts';
import { createDependencyGraph, productNode, providerNode, tracePath, type DependencyEdge } from '../../../core/domain/sovereignty/dependencyGraph.ts';
import { findExposure, findProviders } from '../../../core/domain/sovereignty/findExposure.ts';
import { item, product, profile, provider, smallCatalogue } from './smallCatalogue.ts';

const graph = createDependencyGraph(
  smallCatalogue(
    [
      product('perplexity', { kind: 'service', vendor: 'perplexity-ai', dependsOn: ['network:cloudflare', 'hosting:aws'] }),
      product('exchange-online', { kind: 'proprietary', vendor: 'microsoft', dependsOn: ['hosting:azure'] }),
      product('office', { kind: 'proprietary', vendor: 'microsoft' }),
      product('app', { dependsOn: ['hosting:s3ns'] }),
      product('hosted-app', { dependsOn: ['hosting:ovhcloud'] }),
      product('libreoffice', { vendor: 'document-foundation' }),
    ],
    [
      provider('aws', 'US'),
      provider('cloudflare', 'US'),
      provider('perplexity-ai', 'US'),
      provider('microsoft', 'US'),
      provider('azure', 'US', ['ownership:microsoft']),
      provider('google-cloud', 'US'),
      provider('thales', 'FR'),
      provider('s3ns', 'FR', ['operator:thales', 'technology:google-cloud']),
      provider('ovhcloud', 'FR'),
      provider('document-foundation', 'DE'),
    ],
  ),
);
const reach = (id: string) =>
  findProviders(graph, id as ProductId).map(
    (found) => `${found.reach} ${found.path.map((step) => (step.through ? `${step.through}→${step.id}` : step.id)).join(' ')}`,
  );

describe('createDependencyGraph', () => {
  it('joins claims and vendor, in a fixed order', () => {
    expect(graph.edgesFrom.get(productNode('perplexity' as ProductId))?.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'hosting provider:aws',
      'network provider:cloudflare',
      'operator provider:perplexity-ai',
    ]);
  });
});

describe('productNode and providerNode', () => {
  it('tell a product from the provider of the same id', () => {
    expect([productNode('canva' as ProductId), providerNode('canva' as ProviderId)]).toEqual(['product:canva', 'provider:canva']);
  });
});

describe('tracePath', () => {
  it('gives the path from the start, each station with what led to it', () => {
    const [start, azure, microsoft] = [
      productNode('exchange-online' as ProductId),
      providerNode('azure' as ProviderId),
      providerNode('microsoft' as ProviderId),
    ];
    const edge = (from: DependencyEdge['from'], kind: DependencyEdge['kind']) => graph.edgesFrom.get(from)?.find((one) => one.kind === kind) as DependencyEdge;
    const reachedBy = new Map([
      [azure, edge(start, 'hosting')],
      [microsoft, edge(azure, 'ownership')],
    ]);
    expect(tracePath(graph, microsoft, reachedBy)).toEqual([
      { kind: 'product', id: 'exchange-online', through: null },
      { kind: 'provider', id: 'azure', through: 'hosting' },
      { kind: 'provider', id: 'microsoft', through: 'ownership' },
    ]);
  });
});

describe('findProviders', () => {
  it('tells operation from mere technology, with the path', () => {
    expect(reach('app')).toEqual([
      'supply app hosting→s3ns technology→google-cloud',
      'operation app hosting→s3ns',
      'operation app hosting→s3ns operator→thales',
    ]);
  });

  it('takes a vendor of proprietary software for a supplier, and the longer path where it says more', () => {
    expect(reach('office')).toEqual(['supply office updateChannel→microsoft']);
    expect(reach('exchange-online')).toEqual(['operation exchange-online hosting→azure', 'operation exchange-online hosting→azure ownership→microsoft']);
  });

  it('does not tie open-source software to those who make it', () => {
    expect(reach('libreoffice')).toEqual([]);
  });
});

describe('findExposure', () => {
  it('counts items and accounts once per provider and per country', () => {
    const items = [
      item('1', 'exchange-online', 50),
      item('2', 'hosted-app', 50),
      item('3', 'office', 60),
      item('4', 'app', 7),
      item('5', null, 3),
      item('6', 'libreoffice', 9),
    ];
    const profiles = [profile(1, ['1', '2', '3'], 50), profile(2, ['3'], 10)];
    const exposure = findExposure(graph, { items, profiles });
    expect(exposure.jurisdictions).toEqual([
      { jurisdiction: 'US', items: 3, accounts: 60, accountsAtMost: 67, operationItems: 1, operationAccounts: 50 },
      { jurisdiction: 'FR', items: 2, accounts: 50, accountsAtMost: 57, operationItems: 2, operationAccounts: 50 },
    ]);
    expect(exposure.providers[0]).toEqual({
      providerId: 'microsoft',
      jurisdiction: 'US',
      items: 2,
      accounts: 60,
      accountsAtMost: 60,
      operationItems: 1,
      operationAccounts: 50,
    });
    expect(exposure.items.map(({ itemId, accounts, providers }) => [itemId, accounts, providers.length])).toEqual([
      ['1', 50, 2],
      ['2', 50, 1],
      ['3', 60, 1],
      ['4', 7, 3],
      ['6', 9, 0],
    ]);
  });
});
