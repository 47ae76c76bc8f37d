import type { RawNameKey, UserRule } from '../catalogue/matchNames.ts';
import { confidenceByRule } from '../catalogue/matchNames.ts';
import type { ItemId, ProductId, TrackId } from '../ids.ts';
import { cents } from '../money.ts';
import type { Contract, Item, RawName } from './inventory.ts';

/** The product that a person named, as it stands in the plan. */
export type NamedProduct = { readonly id: ProductId; readonly name: string; readonly vendorName: string; readonly trackId: TrackId | null };

export type NameAssignment<Name extends RawName> = {
  readonly rawNames: readonly Name[];
  readonly newItem: Item | null;
  readonly changedItems: readonly Item[];
  readonly removedItems: readonly ItemId[];
  readonly changedContracts: readonly Contract[];
  /** The product's item, and the names that go to it with the items that they stood under. */
  readonly target: ItemId | null;
  readonly movedNames: readonly Name[];
};

/**
 * What becomes of the inventory when a person says which product a raw name is. The rule takes the name in every
 * version of its publisher (`ruleOf` says which names it takes). The names and their installations go to the product's
 * item. An item that stood only for such a name becomes the product's item; where the product has one already, seats,
 * yearly cost and contracts go over to it and the emptied item is removed. An item whose accounts are known stays
 * beside it as a second item of the product: accounts cannot be added, since some may use both.
 *
 * Example: `Fachprog 4.1` (12 installations) and `Fachprog 4.2` (30) stood as two unknown items; said to be `Fachprog`,
 * they are one item with 42 installations.
 */
export function assignNames<Name extends RawName>(
  plan: { readonly rawNames: readonly Name[]; readonly items: readonly Item[]; readonly contracts: readonly Contract[] },
  product: NamedProduct,
  ruleOf: (name: RawNameKey) => UserRule | null,
  nextId: () => ItemId,
): NameAssignment<Name> {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const changed = new Set<ItemId>();
  const put = (item: Item) => {
    items.set(item.id, item);
    changed.add(item.id);
  };
  const taken = plan.rawNames.flatMap((name) => {
    const rule = ruleOf(name);
    const isSo = name.match.kind === 'matched' && name.match.rule === 'userRule' && name.match.productId === product.id;
    return rule === null || isSo ? [] : [{ name, rule }];
  });
  const takenNames = new Set(taken.map(({ name }) => name));
  const namesLeft = new Set(plan.rawNames.flatMap((name) => (name.itemId === null || takenNames.has(name) ? [] : [name.itemId])));
  const emptied = [...new Set(taken.flatMap(({ name }) => (name.itemId === null ? [] : [name.itemId])))].filter(
    (id) => !namesLeft.has(id) && items.get(id)?.productId === null,
  );

  let target = plan.items.find((item) => item.productId === product.id);
  let newItem: Item | null = null;
  const asProduct = { name: product.name, productId: product.id, vendor: product.vendorName, trackId: product.trackId };
  if (!target && taken.length > 0) {
    const own = emptied.map((id) => items.get(id)).find((item) => item !== undefined);
    if (own) target = { ...own, ...asProduct };
    else {
      target = { id: nextId(), ...asProduct, installations: 0, seats: 0, accounts: 0, annualCostCents: null, importId: null };
      newItem = target;
    }
    put(target);
  }
  if (!target) return { rawNames: [], newItem: null, changedItems: [], removedItems: [], changedContracts: [], target: null, movedNames: [] };
  const targetId = target.id;

  for (const { name } of taken) {
    if (name.itemId === targetId) continue;
    const earlier = name.itemId === null ? undefined : items.get(name.itemId);
    if (earlier) put({ ...earlier, installations: Math.max(0, earlier.installations - name.installations) });
    const now = items.get(targetId) as Item;
    put({ ...now, installations: now.installations + name.installations });
  }

  const removedItems: ItemId[] = [];
  for (const id of emptied) {
    const item = items.get(id);
    if (!item || id === targetId) continue;
    if (item.accounts > 0) {
      put({ ...item, productId: product.id, vendor: product.vendorName, trackId: product.trackId });
      continue;
    }
    const now = items.get(targetId) as Item;
    const cost = item.annualCostCents === null ? now.annualCostCents : cents((now.annualCostCents ?? 0) + item.annualCostCents);
    put({ ...now, seats: now.seats + item.seats, annualCostCents: cost });
    removedItems.push(id);
  }
  const removed = new Set(removedItems);
  return {
    rawNames: taken.map(({ name, rule }) => ({
      ...name,
      itemId: targetId,
      match: { kind: 'matched', productId: product.id, confidence: confidenceByRule.userRule, rule: 'userRule', alias: rule.rawName },
    })),
    newItem: newItem === null ? null : (items.get(targetId) as Item),
    changedItems: [...changed].filter((id) => !removed.has(id) && id !== newItem?.id).map((id) => items.get(id) as Item),
    removedItems,
    changedContracts: plan.contracts.filter((contract) => removed.has(contract.itemId)).map((contract) => ({ ...contract, itemId: targetId })),
    target: targetId,
    movedNames: taken.flatMap(({ name }) => (name.itemId === targetId ? [] : [name])),
  };
}
