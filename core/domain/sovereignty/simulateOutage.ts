import type { DependencyKind, OutageEvent } from '../catalogue/catalogue.ts';
import type { ItemId, ProductId, ProviderId } from '../ids.ts';
import type { Use } from './accountCounter.ts';
import { createAccountCounter } from './accountCounter.ts';
import type { DependencyEdge, DependencyGraph, EdgeKind, NodeKey, PathStep } from './dependencyGraph.ts';
import { providerNode } from './dependencyGraph.ts';

/** Through these a provider's failure stops a service at once; law, ownership, technology and updates do not. */
export const defaultOutageKinds: readonly DependencyKind[] = ['hosting', 'network', 'compute', 'identity', 'aiModel'];

/**
 * `stops`: nothing in the catalogue could stand in. `mayStop`: on every path there is a provider beside which others of
 * the same kind are named, and no source says whether these can take over.
 */
export type Certainty = 'stops' | 'mayStop';

export type StoppedProduct = { readonly productId: ProductId; readonly certainty: Certainty; readonly path: readonly PathStep[] };

export type StoppedService = StoppedProduct & { readonly itemId: ItemId; readonly accounts: number };

export type Outage = {
  readonly providers: readonly ProviderId[];
  readonly through?: readonly DependencyKind[];
};

export type OutageResult = {
  /** Products of the catalogue that stop, whether an item is one of them or not; by id. */
  readonly products: readonly StoppedProduct[];
  /** Items that stop, the ones with the most accounts first. */
  readonly services: readonly StoppedService[];
  /** Accounts that lose at least one service, each once, services that may stop included; at least this many where usage is not fully known. */
  readonly accountsAffected: number;
  /** At most this many; equal to `accountsAffected` when the usage of every stopped item is known. */
  readonly accountsAtMost: number;
  /** Providers asked for that the catalogue does not know: their outage was not computed. */
  readonly unknownProviders: readonly ProviderId[];
};

/**
 * Lets providers fail and says which services stop, each with the path that shows why, and how many accounts lose
 * something. A service stops when it depends on a failed provider through one of the kinds, directly or through other
 * providers; a service stops with its own operator, a licence bundle with any product in it.
 * Among several providers of one kind each counts as needed, because no source says that the others suffice; such a
 * service is marked `mayStop`, and it is certain again when all of that kind have failed.
 *
 * Example: Cloudflare fails; Perplexity stops by the path perplexity → cloudflare (network). AWS fails: Perplexity stops
 * by perplexity → aws (hosting), and Mistral's chat goes on, because it does not depend on AWS. Microsoft Azure fails:
 * Mistral's chat may stop, Azure being one of the three from which it has its computing power.
 */
export function simulateOutage(graph: DependencyGraph, outage: Outage, use: Use): OutageResult {
  const countAccounts = createAccountCounter(use);
  const products = findStoppedProducts(graph, outage);
  const stopped = new Map(products.map((product) => [product.productId, product]));
  const services: StoppedService[] = [];
  for (const item of use.items) {
    const product = item.productId === null ? undefined : stopped.get(item.productId);
    if (product) services.push({ ...product, itemId: item.id, accounts: countAccounts([item.id]).accounts });
  }
  services.sort((a, b) => b.accounts - a.accounts || (a.itemId < b.itemId ? -1 : 1));
  const { accounts, atMost } = countAccounts(services.map((service) => service.itemId));
  return {
    products,
    services,
    accountsAffected: accounts,
    accountsAtMost: atMost,
    unknownProviders: outage.providers.filter((id) => !graph.nodes.has(providerNode(id))),
  };
}

/**
 * The event as an outage: `simulateOutage(graph, outageOf(event), use)` replays it. What was reported is not in it.
 *
 * Example: the day on which `cdn` failed through `network` is `{ providers: ['cdn'], through: ['network'] }`.
 */
export function outageOf(event: OutageEvent): Outage {
  return { providers: [event.provider], through: event.through };
}

type Fallen = { readonly by: DependencyEdge | null; readonly certainty: Certainty };

/**
 * The products that stop, by id, each with the path to the provider that failed. See `simulateOutage` for the rules.
 * Providers that the graph lacks stop nothing.
 *
 * Example: `azure` fails, which hosts `exchange-online`: it stops, and so does the bundle `m365-e3` by the path
 * m365-e3 → exchange-online (includes) → azure (hosting).
 */
export function findStoppedProducts(graph: DependencyGraph, { providers, through = defaultOutageKinds }: Outage): readonly StoppedProduct[] {
  const travels = new Set<EdgeKind>([...through, 'includes']);
  const carries = (edge: DependencyEdge): boolean => travels.has(edge.kind) || (edge.kind === 'operator' && edge.claim === null);
  const fallen = new Map<NodeKey, Fallen>();
  for (const id of providers) if (graph.nodes.has(providerNode(id))) fallen.set(providerNode(id), { by: null, certainty: 'stops' });

  spread(graph, fallen, 'stops', (edge, siblings) => carries(edge) && siblings.every((sibling) => fallen.get(sibling.to)?.certainty === 'stops'));
  spread(graph, fallen, 'mayStop', carries);

  const products: StoppedProduct[] = [];
  for (const [key, { certainty }] of fallen) {
    const node = graph.nodes.get(key);
    if (node?.kind === 'product') products.push({ productId: node.id, certainty, path: pathToCause(graph, key, fallen) });
  }
  return products.sort((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** Round by round, each round from the state before it, so that every path is a shortest one. */
function spread(
  graph: DependencyGraph,
  fallen: Map<NodeKey, Fallen>,
  certainty: Certainty,
  falls: (edge: DependencyEdge, siblings: readonly DependencyEdge[]) => boolean,
): void {
  for (;;) {
    const round: [NodeKey, Fallen][] = [];
    for (const [key, edges] of graph.edgesFrom) {
      if (fallen.has(key)) continue;
      const by = edges.find((edge) => fallen.has(edge.to) && falls(edge, siblingsOf(edge, edges)));
      if (by) round.push([key, { by, certainty }]);
    }
    if (round.length === 0) return;
    for (const [key, state] of round) fallen.set(key, state);
  }
}

/** What is named beside this dependency for the same purpose; the parts of a bundle are not alternatives. */
function siblingsOf(edge: DependencyEdge, edges: readonly DependencyEdge[]): readonly DependencyEdge[] {
  return edge.kind === 'includes' ? [edge] : edges.filter((other) => other.kind === edge.kind);
}

function pathToCause(graph: DependencyGraph, start: NodeKey, fallen: ReadonlyMap<NodeKey, Fallen>): readonly PathStep[] {
  const path: PathStep[] = [];
  let through: EdgeKind | null = null;
  for (let key: NodeKey | undefined = start; key; ) {
    const node = graph.nodes.get(key);
    if (node) path.push({ ...node, through });
    const by: DependencyEdge | null | undefined = fallen.get(key)?.by;
    through = by?.kind ?? null;
    key = by?.to;
  }
  return path;
}

export type ReportedDifference = {
  readonly agreed: readonly ProductId[];
  /** Reported down, but the catalogue's dependencies do not explain it: something is missing there. */
  readonly missed: readonly ProductId[];
  /** Reported as running, but computed as stopped: a dependency is wrong or had a stand-in. */
  readonly wrong: readonly ProductId[];
};

/**
 * Compares a recorded outage with what the dependencies say, over the products of which something was reported.
 *
 * Example: reported down a and b, running c; computed down a and c: agreed [a], missed [b], wrong [c].
 */
export function reportedDifference(graph: DependencyGraph, event: OutageEvent): ReportedDifference {
  const stopped = new Set(findStoppedProducts(graph, outageOf(event)).map((product) => product.productId));
  const { down, notDown } = event.reported.value;
  return {
    agreed: [...down.filter((id) => stopped.has(id)), ...notDown.filter((id) => !stopped.has(id))],
    missed: down.filter((id) => !stopped.has(id)),
    wrong: notDown.filter((id) => stopped.has(id)),
  };
}
