import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ProductId, ProviderId } from '../../domain/ids.ts';
import type { AppContext } from '../context.ts';
import { claimsOfProduct, claimsOfProvider } from './claimLines.ts';
import { productLine, providerLine } from './lines.ts';

export function getEntry(context: AppContext, input: Parsed<'catalogue.get'>): Output<'catalogue.get'> {
  const { catalogue } = context.catalogue;
  const product = catalogue.products.get(input.id as ProductId);
  if (product) {
    const replacedBy = [...catalogue.products.values()].filter((candidate) => candidate.replaces.some((claim) => claim.value === product.id));
    return {
      kind: 'product',
      product: productLine(catalogue, product),
      summary: product.summary[input.locale],
      aliases: [...product.aliases],
      claims: claimsOfProduct(catalogue, product, input.locale),
      replacedBy: replacedBy.map(({ id, name }) => ({ id, name })),
    };
  }
  const provider = catalogue.providers.get(input.id as ProviderId);
  if (provider) return { kind: 'provider', provider: providerLine(provider), claims: claimsOfProvider(catalogue, provider, input.locale) };
  throw new AppError('notFound', 'app.catalogueEntryUnknown', { params: { id: input.id } });
}
