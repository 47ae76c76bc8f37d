import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { Catalogue, Product, Provider } from '../../domain/catalogue/catalogue.ts';
import type { ProductId, ProviderId } from '../../domain/ids.ts';
import { createAxesSearch } from '../../domain/sovereignty/axesOfProduct.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import type { AppContext } from '../context.ts';
import { axesLine } from './axesLine.ts';
import { claimsOfProduct, claimsOfProvider, replacesLine } from './claimLines.ts';
import { productLine, providerLine } from './lines.ts';

type Entry = Output<'catalogue.get'>;

export function getEntry(context: AppContext, { id, locale, entry }: Parsed<'catalogue.get'>): Entry {
  const { catalogue } = context.catalogue;
  const product = entry === 'provider' ? undefined : catalogue.products.get(id as ProductId);
  if (product) {
    return {
      kind: 'product',
      product: productLine(catalogue, product),
      summary: product.summary[locale],
      aliases: [...product.aliases],
      claims: claimsOfProduct(catalogue, product, locale),
      axes: axesLine(createAxesSearch(catalogue, createDependencyGraph(catalogue))(product)),
      includes: product.includes.map((included) => ({ id: included, name: catalogue.products.get(included)?.name ?? included })),
      replacedBy: replacementsOf(catalogue, product),
    };
  }
  const provider = entry === 'product' ? undefined : catalogue.providers.get(id as ProviderId);
  if (provider) {
    return {
      kind: 'provider',
      provider: providerLine(provider),
      claims: claimsOfProvider(catalogue, provider, locale),
      makes: [...catalogue.products.values()].filter((made) => made.vendor === provider.id).map(({ id: made, name }) => ({ id: made, name })),
      dependents: dependentsOf(catalogue, provider),
    };
  }
  throw new AppError('notFound', 'app.catalogueEntryUnknown', { params: { id } });
}

function replacementsOf(catalogue: Catalogue, product: Product): Extract<Entry, { kind: 'product' }>['replacedBy'] {
  return [...catalogue.products.values()].flatMap((candidate) => {
    const claim = candidate.replaces.find(({ value }) => value === product.id);
    if (!claim) return [];
    const { id, name, licence, usedIn } = candidate;
    return [{ id, name, licence: licence.value, usedIn: usedIn.map(({ value }) => value), claim: replacesLine(catalogue, claim) }];
  });
}

function dependentsOf(catalogue: Catalogue, provider: Provider): Extract<Entry, { kind: 'provider' }>['dependents'] {
  const of = (kind: 'product' | 'provider', entries: Iterable<Pick<Product, 'dependsOn' | 'name'> & { readonly id: string }>) =>
    [...entries].flatMap(({ id, name, dependsOn }) =>
      dependsOn.filter(({ value }) => value.provider === provider.id).map(({ value }) => ({ id, name, kind, through: value.kind })),
    );
  return [...of('product', catalogue.products.values()), ...of('provider', catalogue.providers.values())];
}
