import type { ItemId, ProductId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import type { ItemDrafts } from './draftItems.ts';
import type { ImportProduct, MatchName } from './importDraft.ts';

/**
 * Which items each set of licences and services means, by `usageKey`, each item once; items that are missing are made.
 * What a concealed report counts of a use becomes the least number of accounts of its items.
 *
 * Example: `Microsoft 365 E3`, which includes `Exchange Online` and `Microsoft Teams`, means three items, also together
 * with `Exchange Online`.
 */
export function draftUsages(
  collected: CollectedImport,
  products: ReadonlyMap<ProductId, ImportProduct>,
  matchName: MatchName,
  items: ItemDrafts,
): Map<string, readonly ItemId[]> {
  const itemsByUse = new Map<string, readonly ItemId[]>();
  const itemsOfUse = (name: string): readonly ItemId[] => {
    const known = itemsByUse.get(name);
    if (known) return known;
    const match = matchName({ rawName: name, publisher: '', version: '' });
    const found = new Set<ItemId>();
    if (match.kind === 'matched') {
      found.add(items.ensure({ productId: match.productId, name, vendor: '' }));
      // One level: whoever has the bundle may use its parts, but not every program of a part is known to be used by all.
      for (const part of products.get(match.productId)?.includes ?? []) found.add(items.ensure({ productId: part, name: part, vendor: '' }));
    } else found.add(items.ensure({ productId: null, name, vendor: '' }));
    const list = [...found];
    itemsByUse.set(name, list);
    return list;
  };
  const usages = new Map<string, readonly ItemId[]>();
  for (const { usageKey } of collected.accounts.values()) {
    if (usageKey === '' || usages.has(usageKey)) continue;
    usages.set(usageKey, [...new Set(usageKey.split('\n').flatMap(itemsOfUse))].sort());
  }
  for (const [name, accounts] of collected.concealedUses) for (const itemId of itemsOfUse(name)) items.raiseAccounts(itemId, accounts);
  return usages;
}
