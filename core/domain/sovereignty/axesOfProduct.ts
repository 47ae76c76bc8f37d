import type { IsoDate } from '../calendar.ts';
import type { Catalogue, Claim, Confidence, DependencyKind, Product, Provider } from '../catalogue/catalogue.ts';
import { type LicenceFamily, licenceFamily } from '../catalogue/licenceFamily.ts';
import type { DependencyGraph } from './dependencyGraph.ts';
import { findProviders } from './findExposure.ts';
import { type LawArea, lawArea } from './lawArea.ts';

export type AxisValue = { readonly text: string; readonly confidence: Confidence; readonly isDisputed: boolean };

/**
 * `known`: the catalogue names somebody. `free`: the licence lets anybody do it, so nobody has to be named.
 * `unknown`: nobody looked it up, which is not the same as nobody.
 */
export type Axis = { readonly state: 'known' | 'free' | 'unknown'; readonly values: readonly AxisValue[] };

export type ProductAxes = {
  /** Countries whose law reaches the maker or who runs it, the maker's first. */
  readonly law: Axis & { readonly area: LawArea };
  readonly ownership: Axis;
  readonly hosting: Axis;
  /** Networks, computing power, sign-on, AI models, operators and technology of others. */
  readonly subProviders: Axis;
  readonly updates: Axis;
  readonly licence: AxisValue & { readonly family: LicenceFamily };
  /** The day on which the last supported edition ends, null where no day is known. */
  readonly support: { readonly on: IsoDate; readonly cycle: string | null; readonly confidence: Confidence; readonly isDisputed: boolean } | null;
  /** What makes leaving possible: products said to replace it, and the protocols and formats it speaks. */
  readonly exit: { readonly replacements: number; readonly standards: readonly string[] };
};

export type FindAxes = (product: Product) => ProductAxes;

const subProviderKinds: readonly DependencyKind[] = ['network', 'compute', 'identity', 'aiModel', 'operator', 'technology'];

/**
 * Makes the search for a product's axes: by whose law, by whom owned, where hosted, with whose help, updated by whom,
 * under which licence, supported until when, left by which way. Everything comes from claims of the product and of its
 * maker, except what the kind of product says itself: proprietary software is updated by its maker, and open-source
 * software may be hosted and built by anybody.
 *
 * Example: the service `perplexity` of a maker in the United States, hosted by `aws` behind `cloudflare`: law `US`,
 * hosting `aws`, sub-providers `cloudflare`, ownership unknown.
 */
export function createAxesSearch(catalogue: Catalogue, graph: DependencyGraph): FindAxes {
  const replacements = new Map<string, number>();
  for (const product of catalogue.products.values()) {
    for (const replaced of new Set(product.replaces.map((claim) => claim.value))) replacements.set(replaced, (replacements.get(replaced) ?? 0) + 1);
  }
  const named = (claims: Product['dependsOn'], kinds: readonly DependencyKind[]): AxisValue[] =>
    claims
      .filter((claim) => kinds.includes(claim.value.kind))
      .map((claim) => axisValue(claim, catalogue.providers.get(claim.value.provider)?.name ?? claim.value.provider));

  return (product) => {
    const maker = catalogue.providers.get(product.vendor);
    const own = product.dependsOn;
    const withMaker = [...own, ...(maker?.dependsOn ?? [])];
    const isOpen = product.kind === 'openSource';
    const updates = named(own, ['updateChannel']);
    const latest = [...product.endOfSupport].sort((one, other) => (one.value.date < other.value.date ? 1 : -1))[0];
    return {
      law: lawOf(catalogue, graph, product, maker),
      ownership: axis(named(withMaker, ['ownership'])),
      hosting: axis(named(own, ['hosting']), isOpen),
      subProviders: axis(named(withMaker, subProviderKinds)),
      updates: axis(
        updates.length > 0 || isOpen || !maker ? updates : [{ text: maker.name, confidence: product.licence.confidence, isDisputed: false }],
        isOpen,
      ),
      licence: { ...axisValue(product.licence, product.licence.value), family: licenceFamily(product.licence.value) },
      support: latest ? { on: latest.value.date, cycle: latest.value.cycle, confidence: latest.confidence, isDisputed: latest.disputed !== undefined } : null,
      exit: {
        replacements: replacements.get(product.id) ?? 0,
        standards: [...new Set([...product.protocols, ...product.formats].map((claim) => claim.value))],
      },
    };
  };
}

function lawOf(catalogue: Catalogue, graph: DependencyGraph, product: Product, maker: Provider | undefined): ProductAxes['law'] {
  const values = new Map<string, AxisValue>();
  const add = (provider: Provider | undefined) => {
    if (provider && !values.has(provider.jurisdiction.value))
      values.set(provider.jurisdiction.value, axisValue(provider.jurisdiction, provider.jurisdiction.value));
  };
  add(maker);
  for (const { providerId, reach } of findProviders(graph, product.id)) if (reach === 'operation') add(catalogue.providers.get(providerId));
  const area = lawArea([...values.keys()]);
  const known = [...values.values()].filter(({ text }) => text !== 'ZZ');
  return { ...axis(known), area };
}

function axis(values: readonly AxisValue[], isFree = false): Axis {
  if (values.length > 0) return { state: 'known', values };
  return { state: isFree ? 'free' : 'unknown', values };
}

function axisValue(claim: Claim<unknown>, text: string): AxisValue {
  return { text, confidence: claim.confidence, isDisputed: claim.disputed !== undefined };
}
