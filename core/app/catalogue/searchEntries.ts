import type { Output, Parsed } from '../../contract/contract.ts';
import { searchCatalogue } from '../../domain/catalogue/searchCatalogue.ts';
import type { AppContext } from '../context.ts';
import { productLine, providerLine } from './lines.ts';

export function searchEntries(context: AppContext, input: Parsed<'catalogue.search'>): Output<'catalogue.search'> {
  const { catalogue } = context.catalogue;
  const hits = searchCatalogue(catalogue, input.text);
  return {
    products: hits.flatMap((hit) => (hit.kind === 'product' ? [productLine(catalogue, hit.product)] : [])),
    providers: hits.flatMap((hit) => (hit.kind === 'provider' ? [providerLine(hit.provider)] : [])),
  };
}
