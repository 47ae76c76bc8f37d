import type { ItemId, ProductId, TrackId } from '../ids.ts';
import { cents, type Cents } from '../money.ts';
import type { DraftRawName, ImportProduct } from './importDraft.ts';
import type { ImportSource } from './importSource.ts';
import type { Contract, Item } from './inventory.ts';
import { totalAfter } from './totalAfter.ts';

type ItemDraft = { -readonly [K in keyof Item]: Item[K] } & { isNew: boolean; isChanged: boolean; said: Said };
/** What sources and contracts say of an item; its own figures may be larger, where somebody entered them by hand. */
type Said = { installations: number; seats: number; annualCostCents: number };

/** The items of a plan while an import adds to them. */
export type ItemDrafts = {
  /** The item of a product, or, for a name that is no known product, the item of that name; made when it is missing. */
  ensure(what: { readonly productId: ProductId | null; readonly name: string; readonly vendor: string }): ItemId;
  /** What one source says of the item's installations, before and now. */
  changeInstallations(id: ItemId, before: number, now: number): void;
  /** Accounts of a concealed report: a floor, since nobody can say which accounts they are. */
  raiseAccounts(id: ItemId, accounts: number): void;
  addLicence(id: ItemId, seats: number, annualCostCents: Cents | null): void;
  isNew(id: ItemId): boolean;
  newItems(): Item[];
  changedItems(): Item[];
};

/**
 * Collects what an import says about items. One product is one item, however many names, versions and licences it has
 * in the files; a name that no product is known for becomes an item of its own, compared without regard to case, and
 * stays with that item when a person gives it another name. Figures entered by hand are kept, see `totalAfter`.
 *
 * Example: `Fachprog` in a list with 12 installations and ` fachprog ` in a licence with 20 seats are one new item, with
 * 12 installations and 20 seats.
 */
export function createItemDrafts(
  base: {
    readonly items: readonly Item[];
    readonly rawNames: readonly DraftRawName[];
    readonly contracts: readonly Contract[];
    readonly sources: readonly ImportSource[];
  },
  products: ReadonlyMap<ProductId, ImportProduct>,
  trackIds: ReadonlyMap<string, TrackId>,
  nextId: () => ItemId,
): ItemDrafts {
  const byId = new Map<ItemId, ItemDraft>();
  const byKey = new Map<string, ItemId>();
  const keyOf = (productId: ProductId | null, name: string) => (productId === null ? `name ${name.trim().toLowerCase()}` : `product ${productId}`);
  for (const item of base.items) {
    byId.set(item.id, { ...item, isNew: false, isChanged: false, said: { installations: 0, seats: 0, annualCostCents: 0 } });
    byKey.set(keyOf(item.productId, item.name), item.id);
  }
  for (const { items } of base.sources) {
    for (const [id, installations] of items) {
      const item = byId.get(id);
      if (item) item.said.installations += installations;
    }
  }
  for (const { rawName, match, itemId } of base.rawNames) {
    const item = itemId === null ? undefined : byId.get(itemId);
    if (!item) continue;
    const key = keyOf(null, match.kind === 'ownItem' ? match.alias : rawName);
    if ((match.kind === 'unmatched' || match.kind === 'ownItem') && !byKey.has(key)) byKey.set(key, item.id);
  }
  for (const { itemId, seats, annualCostCents } of base.contracts) {
    const item = byId.get(itemId);
    if (!item) continue;
    item.said.seats += seats;
    item.said.annualCostCents += annualCostCents ?? 0;
  }

  const draft = (id: ItemId): ItemDraft => {
    const found = byId.get(id);
    if (!found) throw new Error(`no draft of item ${id}`);
    return found;
  };

  return {
    ensure({ productId, name, vendor }) {
      const product = productId === null ? undefined : products.get(productId);
      const key = keyOf(productId, name);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const id = nextId();
      byKey.set(key, id);
      byId.set(id, {
        id,
        name: product?.name ?? name.trim(),
        productId,
        vendor: product?.vendorName ?? vendor,
        trackId: (product && trackIds.get(product.track)) ?? null,
        installations: 0,
        seats: 0,
        accounts: 0,
        annualCostCents: null,
        importId: null,
        isNew: true,
        isChanged: false,
        said: { installations: 0, seats: 0, annualCostCents: 0 },
      });
      return id;
    },
    changeInstallations(id, before, now) {
      const item = byId.get(id);
      if (!item || before === now) return;
      const said = item.said.installations + now - before;
      item.installations = totalAfter(item.installations, item.said.installations, said);
      item.said.installations = said;
      item.isChanged = true;
    },
    raiseAccounts(id, accounts) {
      const item = draft(id);
      if (accounts <= item.accounts) return;
      item.accounts = accounts;
      item.isChanged = true;
    },
    addLicence(id, seats, annualCostCents) {
      const item = draft(id);
      item.seats = totalAfter(item.seats, item.said.seats, item.said.seats + seats);
      item.said.seats += seats;
      if (annualCostCents !== null) {
        item.annualCostCents = cents(totalAfter(item.annualCostCents ?? 0, item.said.annualCostCents, item.said.annualCostCents + annualCostCents));
        item.said.annualCostCents += annualCostCents;
      }
      item.isChanged = true;
    },
    isNew: (id) => draft(id).isNew,
    newItems: () => [...byId.values()].filter((item) => item.isNew).map(toItem),
    changedItems: () => [...byId.values()].filter((item) => item.isChanged && !item.isNew).map(toItem),
  };
}

function toItem({ isNew: _, isChanged: __, said: ___, ...item }: ItemDraft): Item {
  return item;
}
