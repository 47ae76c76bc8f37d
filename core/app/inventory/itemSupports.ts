import { cleanName } from '../../domain/catalogue/cleanName.ts';
import { supportClaim } from '../../domain/catalogue/supportClaim.ts';
import type { ItemId } from '../../domain/ids.ts';
import { type FoundRelease, type ItemSupport, itemSupport } from '../../domain/inventory/itemSupport.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

/** When support of each item ends first, of the items of which the catalogue says it. Where no machine names a release, the item's own name is read. */
export function itemSupports(context: AppContext, reader: PlanReader): ReadonlyMap<ItemId, ItemSupport> {
  return reader.computedOnce('itemSupports', () => {
    const { products } = context.catalogue.catalogue;
    const items = reader.allItems().flatMap((item) => {
      const product = item.productId === null ? undefined : products.get(item.productId);
      return product === undefined || product.endOfSupport.length === 0 ? [] : [{ item, product }];
    });
    const productOf = new Map(items.map(({ item, product }) => [item.id, product]));
    const found = new Map<ItemId, FoundRelease[]>();
    for (const { itemId, rawName, version, installations } of reader.namesOfItems(items.map(({ item }) => item.id))) {
      const product = productOf.get(itemId);
      if (product === undefined) continue;
      const releases = found.get(itemId) ?? [];
      found.set(itemId, releases);
      releases.push({ installations, claim: supportClaim(wordsOf(rawName), version, product) });
    }
    const supports = new Map<ItemId, ItemSupport>();
    for (const { item, product } of items) {
      const releases = found.get(item.id) ?? [{ installations: item.installations, claim: supportClaim(wordsOf(item.name), '', product) }];
      const support = itemSupport(releases);
      if (support !== null) supports.set(item.id, support);
    }
    return supports;
  });
}

const wordsOf = (name: string) => cleanName(name).words.map(({ text }) => text);
