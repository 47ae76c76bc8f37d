import type { MatchReason } from '../catalogue/match.ts';
import type { ItemId, ProductId, TrackId } from '../ids.ts';
import { cents } from '../money.ts';
import type { Contract, Item, RawName } from './inventory.ts';

/** A product that names go to, as it stands in the plan. */
export type NamedProduct = { readonly id: ProductId; readonly name: string; readonly vendorName: string; readonly trackId: TrackId | null };

/** Under which item a name stands from now on: a product's, one that is called so and is no product, or none. */
export type NameGoal =
  | { readonly kind: 'product'; readonly product: NamedProduct }
  | { readonly kind: 'ownItem'; readonly name: string; readonly vendor: string }
  | { readonly kind: 'none' };

/** `name` is the very object of the plan's list. */
export type NameChange<Name extends RawName> = { readonly name: Name; readonly match: MatchReason; readonly goal: NameGoal };

export type Reassignment<Name extends RawName> = {
  readonly rawNames: readonly Name[];
  readonly newItems: readonly Item[];
  readonly changedItems: readonly Item[];
  readonly removedItems: readonly ItemId[];
  readonly changedContracts: readonly Contract[];
  /** The names that stand under another item now, as they were. */
  readonly moved: readonly { readonly name: Name; readonly itemId: ItemId | null }[];
};

/**
 * What becomes of the inventory when names are decided anew. Each name and its installations go to the item of its goal.
 * An item that stood only for such names becomes the goal's item; where the goal has one already, seats, yearly cost and
 * contracts go over to it and the emptied item is removed. An item whose accounts are known stays beside it, of a product
 * as a second item: accounts cannot be added, since some may use both. An item that has lost all its names to no item is
 * removed when nothing else is known of it: no figure, no contract, no decision.
 *
 * Example: `Fachprog 4.1` (12 installations) and `Fachprog 4.2` (30) stood as two unknown items; said to be `Fachprog`,
 * they are one item with 42 installations.
 */
export function reassignNames<Name extends RawName>(
  plan: {
    readonly rawNames: readonly Name[];
    readonly items: readonly Item[];
    readonly contracts: readonly Contract[];
    readonly decidedItems: ReadonlySet<ItemId>;
  },
  changes: readonly NameChange<Name>[],
  nextId: () => ItemId,
): Reassignment<Name> {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const itemOf = (id: ItemId) => items.get(id) as Item;
  const changed = new Set<ItemId>();
  const put = (item: Item) => {
    items.set(item.id, item);
    changed.add(item.id);
  };
  const taken = new Set(changes.map(({ name }) => name));
  const namesLeft = new Set(plan.rawNames.flatMap((name) => (name.itemId === null || taken.has(name) ? [] : [name.itemId])));
  /** Items that lose all their names → the goals that these go to. */
  const emptied = new Map<ItemId, Set<string>>();
  for (const { name, goal } of changes) {
    if (name.itemId === null || namesLeft.has(name.itemId) || !items.has(name.itemId)) continue;
    emptied.set(name.itemId, (emptied.get(name.itemId) ?? new Set()).add(keyOf(goal)));
  }

  const emptiedByGoal = new Map<string, ItemId[]>();
  for (const [id, keys] of emptied) {
    const [key = ''] = keys;
    if (itemOf(id).productId === null) emptiedByGoal.set(key, [...(emptiedByGoal.get(key) ?? []), id]);
  }

  const targets = standingTargets(plan, changes);
  const isTarget = new Set(targets.values());
  const newItems = new Set<ItemId>();
  for (const { goal } of changes) {
    const key = keyOf(goal);
    if (goal.kind === 'none' || targets.has(key)) continue;
    const own = (emptiedByGoal.get(key) ?? []).filter((id) => !isTarget.has(id));
    const [first] = own;
    if (first === undefined) {
      const id = nextId();
      newItems.add(id);
      put({ ...asGoal(goal), id, installations: 0, seats: 0, accounts: 0, annualCostCents: null, importId: null });
      targets.set(key, id);
      isTarget.add(id);
      continue;
    }
    const keepsName = goal.kind === 'ownItem' && own.length === 1 && emptied.get(first)?.size === 1;
    if (goal.kind === 'product') put({ ...itemOf(first), ...asGoal(goal) });
    else if (!keepsName) put({ ...itemOf(first), name: goal.name });
    targets.set(key, first);
    isTarget.add(first);
  }

  const moved: { readonly name: Name; readonly itemId: ItemId | null }[] = [];
  const rawNames = changes.map(({ name, match, goal }) => {
    const itemId = targets.get(keyOf(goal)) ?? null;
    if (name.itemId === itemId) return { ...name, match, itemId };
    moved.push({ name, itemId });
    const earlier = name.itemId === null ? undefined : items.get(name.itemId);
    if (earlier) put({ ...earlier, installations: Math.max(0, earlier.installations - name.installations) });
    if (itemId !== null) put({ ...itemOf(itemId), installations: itemOf(itemId).installations + name.installations });
    return { ...name, match, itemId };
  });

  const goals = new Map(changes.map(({ goal }) => [keyOf(goal), goal]));
  const withContract = new Set(plan.contracts.map(({ itemId }) => itemId));
  const removed = new Map<ItemId, ItemId | null>();
  for (const [id, keys] of emptied) {
    const item = itemOf(id);
    if (isTarget.has(id)) continue;
    const [key = ''] = keys;
    const goal = goals.get(key);
    const targetId = targets.get(key);
    if (item.productId !== null || goal === undefined || goal.kind === 'none' || targetId === undefined) {
      const isBare = item.installations === 0 && item.seats === 0 && item.accounts === 0 && item.annualCostCents === null;
      if (isBare && !plan.decidedItems.has(id) && !withContract.has(id)) removed.set(id, null);
      continue;
    }
    if (item.accounts > 0) {
      if (goal.kind === 'product') put({ ...item, ...asGoal(goal), name: item.name });
      continue;
    }
    const now = itemOf(targetId);
    const cost = item.annualCostCents === null ? now.annualCostCents : cents((now.annualCostCents ?? 0) + item.annualCostCents);
    put({ ...now, seats: now.seats + item.seats, annualCostCents: cost });
    removed.set(id, targetId);
  }
  return {
    rawNames,
    newItems: [...newItems].map(itemOf),
    changedItems: [...changed].filter((id) => !removed.has(id) && !newItems.has(id)).map(itemOf),
    removedItems: [...removed.keys()],
    changedContracts: plan.contracts.flatMap((contract) => {
      const itemId = removed.get(contract.itemId);
      return itemId ? [{ ...contract, itemId }] : [];
    }),
    moved,
  };
}

/** The items that goals have already. One that a person named otherwise since is found by the names that stand under it. */
function standingTargets(plan: { readonly rawNames: readonly RawName[]; readonly items: readonly Item[] }, changes: readonly NameChange<RawName>[]) {
  const known = new Map<string, ItemId>();
  const add = (key: string, id: ItemId) => {
    if (!known.has(key)) known.set(key, id);
  };
  for (const { match, itemId } of plan.rawNames) if (match.kind === 'ownItem' && itemId !== null) add(ownKey(match.alias), itemId);
  for (const item of plan.items) add(item.productId === null ? ownKey(item.name) : `product ${item.productId}`, item.id);
  const targets = new Map<string, ItemId>();
  for (const { goal } of changes) {
    const key = keyOf(goal);
    const id = known.get(key);
    if (id !== undefined) targets.set(key, id);
  }
  return targets;
}

function asGoal(goal: Exclude<NameGoal, { kind: 'none' }>): Pick<Item, 'name' | 'productId' | 'vendor' | 'trackId'> {
  if (goal.kind === 'ownItem') return { name: goal.name, productId: null, vendor: goal.vendor, trackId: null };
  return { name: goal.product.name, productId: goal.product.id, vendor: goal.product.vendorName, trackId: goal.product.trackId };
}

function keyOf(goal: NameGoal): string {
  if (goal.kind === 'none') return '';
  return goal.kind === 'product' ? `product ${goal.product.id}` : ownKey(goal.name);
}

function ownKey(name: string): string {
  return `name ${name.trim().toLowerCase()}`;
}
