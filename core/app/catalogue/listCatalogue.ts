import type { Output } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { productLine, providerLine } from './lines.ts';

export function listCatalogue(context: AppContext): Output<'catalogue.list'> {
  const { catalogue } = context.catalogue;
  return {
    products: [...catalogue.products.values()].map((product) => productLine(catalogue, product)),
    providers: [...catalogue.providers.values()].map(providerLine),
  };
}
