import type { Catalogue, Claim, DependencyKind, Product } from '../catalogue/catalogue.ts';
import type { ProductId, ProviderId } from '../ids.ts';

/** `includes` leads from a licence bundle to what its accounts use: Microsoft 365 E3 holds Exchange Online. */
export type EdgeKind = DependencyKind | 'includes';

/** A product and a provider may carry the same id (`canva`), so a node is named with what it is. */
export type NodeKey = `product:${string}` | `provider:${string}`;
export type DependencyNode = { readonly kind: 'product'; readonly id: ProductId } | { readonly kind: 'provider'; readonly id: ProviderId };

export type DependencyEdge = {
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly kind: EdgeKind;
  /** The statement behind the edge; null where our own entry says it (the vendor, the content of a bundle). */
  readonly claim: Claim<{ readonly provider: ProviderId; readonly kind: DependencyKind }> | null;
};

export type DependencyGraph = {
  readonly nodes: ReadonlyMap<NodeKey, DependencyNode>;
  /** What a node depends on, in a fixed order: kind of dependency, then id. */
  readonly edgesFrom: ReadonlyMap<NodeKey, readonly DependencyEdge[]>;
  /** Country of each provider's seat, `ZZ` where nobody knows. */
  readonly jurisdictions: ReadonlyMap<ProviderId, string>;
};

/** One station of a path; `through` is the dependency that led here, null at the start. */
export type PathStep = DependencyNode & { readonly through: EdgeKind | null };

const kindOrder: readonly EdgeKind[] = [
  'includes',
  'hosting',
  'network',
  'compute',
  'identity',
  'aiModel',
  'operator',
  'ownership',
  'law',
  'technology',
  'updateChannel',
];

/**
 * A product as a node of the graph.
 *
 * Example: the product `canva` is `product:canva`, another node than the provider `canva`.
 */
export function productNode(id: ProductId): NodeKey {
  return `product:${id}`;
}

/**
 * A provider as a node of the graph.
 *
 * Example: the provider `canva` is `provider:canva`.
 */
export function providerNode(id: ProviderId): NodeKey {
  return `provider:${id}`;
}

/**
 * Joins what the catalogue says about dependencies into one graph of products and providers.
 * Besides the claims it holds what an entry itself says: a bundle includes its products, a service is operated by its
 * vendor, and proprietary software gets its updates and its licence from its vendor. Open-source software has no such
 * edge: anybody may build and deliver it. Edges to entries that the catalogue lacks are left out.
 *
 * Example: the service `perplexity` of the vendor `perplexity-ai`, hosted by `aws` behind `cloudflare`, has the three
 * edges hosting → aws, network → cloudflare, operator → perplexity-ai.
 */
export function createDependencyGraph(catalogue: Catalogue): DependencyGraph {
  const nodes = new Map<NodeKey, DependencyNode>();
  const edgesFrom = new Map<NodeKey, DependencyEdge[]>();
  const jurisdictions = new Map<ProviderId, string>();
  for (const { id } of catalogue.products.values()) nodes.set(productNode(id), { kind: 'product', id });
  for (const { id, jurisdiction } of catalogue.providers.values()) {
    nodes.set(providerNode(id), { kind: 'provider', id });
    jurisdictions.set(id, jurisdiction.value);
  }
  const add = (edge: DependencyEdge) => {
    if (!nodes.has(edge.to)) return;
    const edges = edgesFrom.get(edge.from) ?? [];
    if (!edges.some((other) => other.to === edge.to && other.kind === edge.kind)) edges.push(edge);
    edgesFrom.set(edge.from, edges);
  };
  for (const product of catalogue.products.values()) {
    const from = productNode(product.id);
    for (const claim of product.dependsOn) add({ from, to: providerNode(claim.value.provider), kind: claim.value.kind, claim });
    for (const included of product.includes) add({ from, to: productNode(included), kind: 'includes', claim: null });
    const vendorEdge = vendorEdgeKind(product);
    if (vendorEdge) add({ from, to: providerNode(product.vendor), kind: vendorEdge, claim: null });
  }
  for (const provider of catalogue.providers.values()) {
    const from = providerNode(provider.id);
    for (const claim of provider.dependsOn) add({ from, to: providerNode(claim.value.provider), kind: claim.value.kind, claim });
  }
  for (const edges of edgesFrom.values()) {
    edges.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.to < b.to ? -1 : 1));
  }
  return { nodes, edgesFrom, jurisdictions };
}

function vendorEdgeKind(product: Product): EdgeKind | null {
  if (product.kind === 'service') return 'operator';
  return product.kind === 'proprietary' ? 'updateChannel' : null;
}

/**
 * Walks back from a node over the edges by which it was reached, and gives the path from the start: from the node that no
 * edge reached. The edges must not lead in a circle.
 *
 * Example: from `exchange-online` hosting led to `azure`, and ownership from there to `microsoft`: the path is
 * exchange-online → azure (hosting) → microsoft (ownership).
 */
export function tracePath(graph: DependencyGraph, target: NodeKey, reachedBy: ReadonlyMap<NodeKey, DependencyEdge>): readonly PathStep[] {
  const steps: PathStep[] = [];
  let key: NodeKey | undefined = target;
  while (key) {
    const node = graph.nodes.get(key);
    const edge: DependencyEdge | undefined = reachedBy.get(key);
    if (node) steps.unshift({ ...node, through: edge?.kind ?? null });
    key = edge?.from;
  }
  return steps;
}
