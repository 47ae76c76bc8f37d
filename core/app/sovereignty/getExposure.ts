import type { Output, Parsed } from '../../contract/contract.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import { findExposure } from '../../domain/sovereignty/findExposure.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { itemsInUse, namedPath } from './itemsInUse.ts';

export function getExposure(context: AppContext, input: Parsed<'sovereignty.getExposure'>): Output<'sovereignty.getExposure'> {
  const { catalogue } = context.catalogue;
  return openStore(context).read((reader) => {
    planOf(reader);
    const exposure = findExposure(createDependencyGraph(catalogue), { items: itemsInUse(reader, input.at), profiles: reader.usageProfiles() });
    return {
      at: input.at,
      items: exposure.items.map((item) => ({
        itemId: item.itemId,
        productId: item.productId,
        name: catalogue.products.get(item.productId)?.name ?? item.productId,
        accounts: item.accounts,
        providers: item.providers.map(({ providerId, reach, path }) => ({ providerId, reach, path: namedPath(context, path) })),
      })),
      providers: exposure.providers.map((row) => ({ ...row, name: catalogue.providers.get(row.providerId)?.name ?? row.providerId })),
      jurisdictions: exposure.jurisdictions.map((row) => ({ ...row })),
    };
  });
}
