import type { Output, Parsed } from '../../contract/contract.ts';
import { readRelease } from '../../domain/catalogue/readRelease.ts';
import { type AppContext, openStore } from '../context.ts';

export function listRawNames(context: AppContext, input: Parsed<'inventory.listRawNames'>): Output<'inventory.listRawNames'> {
  const { products } = context.catalogue.catalogue;
  return openStore(context).read((reader) => {
    const { total, rawNames } = reader.rawNames({ kind: input.kind, itemId: input.itemId, search: input.search }, input, {
      by: input.sort,
      direction: input.direction,
    });
    const counted = reader.rawNameCoverage();
    return {
      total,
      rawNames: rawNames.map(({ rawName, publisher, version, installations, match, itemId }) => {
        const product = match.kind === 'matched' ? products.get(match.productId) : undefined;
        return { rawName, publisher, version, installations, match, itemId, release: product ? readRelease(rawName, version, product) : null };
      }),
      coverage: {
        names: share(counted.matched + counted.ownItem, counted.unmatched),
        installations: share(counted.matchedInstallations + counted.ownItemInstallations, counted.unmatchedInstallations),
        matched: counted.matched,
        ownItem: counted.ownItem,
        noise: counted.noise,
        unmatched: counted.unmatched,
      },
    };
  });
}

function share(known: number, unmatched: number): number {
  return known + unmatched === 0 ? 1 : known / (known + unmatched);
}
