import type { Output } from '../../contract/contract.ts';
import type { Catalogue, Product, Provider } from '../../domain/catalogue/catalogue.ts';

type ProductLine = Output<'catalogue.list'>['products'][number];
type ProviderLine = Output<'catalogue.list'>['providers'][number];

export function productLine(catalogue: Catalogue, product: Product): ProductLine {
  const { id, name, vendor, kind, track, category, licence } = product;
  return { id, name, vendor, vendorName: catalogue.providers.get(vendor)?.name ?? vendor, kind, track, category, licence: licence.value };
}

export function providerLine(provider: Provider): ProviderLine {
  return { id: provider.id, name: provider.name, jurisdiction: provider.jurisdiction.value };
}
