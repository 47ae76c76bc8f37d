import type { ItemId, ProductId, ProviderId } from '../ids.ts';
import type { Use } from './accountCounter.ts';
import { createAccountCounter } from './accountCounter.ts';
import type { DependencyEdge, DependencyGraph, EdgeKind, NodeKey, PathStep } from './dependencyGraph.ts';
import { productNode, tracePath } from './dependencyGraph.ts';

/**
 * `operation`: the provider runs, carries, owns or may be ordered to open the service while it is used.
 * `supply`: only technology or updates come from there; the running service is out of the provider's hands.
 */
export type Reach = 'operation' | 'supply';

export type ProviderReached = { readonly providerId: ProviderId; readonly reach: Reach; readonly path: readonly PathStep[] };

export type ItemExposure = {
  readonly itemId: ItemId;
  readonly productId: ProductId;
  readonly accounts: number;
  readonly providers: readonly ProviderReached[];
};

export type ExposureCount = {
  readonly items: number;
  readonly accounts: number;
  readonly accountsAtMost: number;
  /** The part of it that is exposed in operation, not by supply alone. */
  readonly operationItems: number;
  readonly operationAccounts: number;
};

export type Exposure = {
  readonly items: readonly ItemExposure[];
  readonly providers: readonly (ExposureCount & { readonly providerId: ProviderId; readonly jurisdiction: string })[];
  readonly jurisdictions: readonly (ExposureCount & { readonly jurisdiction: string })[];
};

/** Stands for a country that nobody knows (ISO 3166 leaves it to users); it is shown as unknown, never as harmless. */
const unknownJurisdiction = 'ZZ';

const supplyKinds: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['technology', 'updateChannel']);

/**
 * All providers that a product depends on, directly or through others, each with the shortest path that shows it.
 * A path without technology and updates is preferred, because it weighs more.
 *
 * Example: a service hosted at S3NS (operator Thales, technology Google Cloud) reaches `s3ns` and `thales` in operation,
 * and `google-cloud` only by supply, with the path service → s3ns (hosting) → google-cloud (technology).
 */
export function findProviders(graph: DependencyGraph, productId: ProductId): readonly ProviderReached[] {
  const start = productNode(productId);
  const inOperation = walk(graph, start, (edge) => !supplyKinds.has(edge.kind));
  const inAny = walk(graph, start, () => true);
  const reached: ProviderReached[] = [];
  for (const key of inAny.keys()) {
    const node = graph.nodes.get(key);
    if (node?.kind !== 'provider') continue;
    const reach: Reach = inOperation.has(key) ? 'operation' : 'supply';
    reached.push({ providerId: node.id, reach, path: tracePath(graph, key, reach === 'operation' ? inOperation : inAny) });
  }
  return reached.sort((a, b) => (a.providerId < b.providerId ? -1 : 1));
}

/** Breadth first, so that the first edge that reaches a node lies on a shortest path; cycles are harmless. */
function walk(graph: DependencyGraph, start: NodeKey, follow: (edge: DependencyEdge) => boolean): ReadonlyMap<NodeKey, DependencyEdge> {
  const reachedBy = new Map<NodeKey, DependencyEdge>();
  const waiting: NodeKey[] = [start];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const edge of graph.edgesFrom.get(next) ?? []) {
      if (edge.to === start || reachedBy.has(edge.to) || !follow(edge)) continue;
      reachedBy.set(edge.to, edge);
      waiting.push(edge.to);
    }
  }
  return reachedBy;
}

/**
 * Who stands behind the items in use: for each item its providers with paths, and for each provider and each country
 * the items and the accounts exposed, every account counted once (see `createAccountCounter`). Items without a known product
 * are not judged and do not appear. An item counts once per country, however many of that country's providers it has.
 *
 * Example: Exchange Online (50 accounts) on Microsoft Azure and a service on OVHcloud used by the same 50 accounts:
 * jurisdiction US has 1 item and 50 accounts, FR has 1 item and 50 accounts.
 */
export function findExposure(graph: DependencyGraph, use: Use): Exposure {
  const countAccounts = createAccountCounter(use);
  const reachedByProduct = new Map<ProductId, readonly ProviderReached[]>();
  const byProvider = new Map<ProviderId, Gathered>();
  const byJurisdiction = new Map<string, Gathered>();
  const items: ItemExposure[] = [];
  for (const item of use.items) {
    if (item.productId === null || !graph.nodes.has(productNode(item.productId))) continue;
    const providers = reachedByProduct.get(item.productId) ?? findProviders(graph, item.productId);
    reachedByProduct.set(item.productId, providers);
    items.push({ itemId: item.id, productId: item.productId, accounts: countAccounts([item.id]).accounts, providers });
    for (const { providerId, reach } of providers) {
      gather(byProvider, providerId, item.id, reach);
      gather(byJurisdiction, graph.jurisdictions.get(providerId) ?? unknownJurisdiction, item.id, reach);
    }
  }
  const count = (gathered: Gathered): ExposureCount => {
    const { accounts, atMost } = countAccounts(gathered.all);
    const operation = countAccounts(gathered.operation);
    return { items: gathered.all.size, accounts, accountsAtMost: atMost, operationItems: gathered.operation.size, operationAccounts: operation.accounts };
  };
  const providers = [...byProvider].map(([providerId, gathered]) => ({
    providerId,
    jurisdiction: graph.jurisdictions.get(providerId) ?? unknownJurisdiction,
    ...count(gathered),
  }));
  const jurisdictions = [...byJurisdiction].map(([jurisdiction, gathered]) => ({ jurisdiction, ...count(gathered) }));
  return {
    items,
    providers: providers.sort((a, b) => byWeight(a, b) || (a.providerId < b.providerId ? -1 : 1)),
    jurisdictions: jurisdictions.sort((a, b) => byWeight(a, b) || (a.jurisdiction < b.jurisdiction ? -1 : 1)),
  };
}

type Gathered = { readonly all: Set<ItemId>; readonly operation: Set<ItemId> };

function gather<Key>(groups: Map<Key, Gathered>, key: Key, itemId: ItemId, reach: Reach): void {
  const group = groups.get(key) ?? { all: new Set<ItemId>(), operation: new Set<ItemId>() };
  group.all.add(itemId);
  if (reach === 'operation') group.operation.add(itemId);
  groups.set(key, group);
}

function byWeight(a: ExposureCount, b: ExposureCount): number {
  return b.accounts - a.accounts || b.items - a.items;
}
