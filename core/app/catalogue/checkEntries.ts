import type { Output } from '../../contract/contract.ts';
import { countClaims } from '../../domain/catalogue/listClaims.ts';
import type { AppContext } from '../context.ts';

export function checkEntries(context: AppContext): Output<'catalogue.check'> {
  const { catalogue, defects } = context.catalogue;
  const products = [...catalogue.products.values()];
  const claimsByConfidence = countClaims(catalogue);
  return {
    products: products.filter((product) => product.kind === 'proprietary').length,
    replacements: products.filter((product) => product.kind === 'openSource').length,
    services: products.filter((product) => product.kind === 'service').length,
    providers: catalogue.providers.size,
    sources: catalogue.sources.size,
    claims: Object.values(claimsByConfidence).reduce((sum, claims) => sum + claims, 0),
    claimsByConfidence: { ...claimsByConfidence },
    defects: defects.map(({ file, messageKey, params }) => ({ file, messageKey, params: { ...params } })),
  };
}
