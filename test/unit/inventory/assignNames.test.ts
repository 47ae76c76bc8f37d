import { describe, expect, it } from 'vitest';
import { createMatcher, type RawNameKey, type UserRule } from '../../../core/domain/catalogue/matchNames.ts';
import type { ContractId, ItemId, ProductId, TrackId } from '../../../core/domain/ids.ts';
import { assignNames, type NamedProduct } from '../../../core/domain/inventory/assignNames.ts';
import type { Contract, Item, RawName } from '../../../core/domain/inventory/inventory.ts';
import { cents } from '../../../core/domain/money.ts';

const product: NamedProduct = { id: 'fachprog' as ProductId, name: 'Fachprog', vendorName: 'Kommune IT', trackId: 'track-1' as TrackId };
const rule: UserRule = { rawName: 'Fachprog 4.1', publisher: 'Kommune IT', productId: product.id };
const matcher = createMatcher([], [rule]);
const ruleOf = (name: RawNameKey): UserRule | null => (matcher.match(name).kind === 'matched' ? rule : null);

function item(id: string, more: Partial<Item> = {}): Item {
  return {
    id: id as ItemId,
    name: id,
    productId: null,
    vendor: '',
    trackId: null,
    installations: 0,
    seats: 0,
    accounts: 0,
    annualCostCents: null,
    importId: null,
    ...more,
  };
}
function rawName(name: string, installations: number, itemId: string | null, more: Partial<RawName> = {}): RawName {
  return { rawName: name, publisher: 'Kommune IT', version: '', installations, match: { kind: 'unmatched' }, itemId: itemId as ItemId | null, ...more };
}
const contract = (itemId: string): Contract => ({
  id: 'contract-1' as ContractId,
  itemId: itemId as ItemId,
  name: 'Care',
  supplier: '',
  startsOn: null,
  endsOn: null,
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: 90,
  seats: 5,
  annualCostCents: null,
});
const nextId = () => 'new-item' as ItemId;

describe('saying which product a raw name is', () => {
  it('makes one item of two that stood for versions of the name', () => {
    const rawNames = [rawName('Fachprog 4.1', 12, 'a'), rawName('Fachprog 4.2', 30, 'b'), rawName('Other', 7, 'c')];
    const items = [
      item('a', { installations: 12, seats: 3 }),
      item('b', { installations: 30, seats: 4, annualCostCents: cents(500) }),
      item('c', { installations: 7 }),
    ];
    const result = assignNames({ rawNames, items, contracts: [contract('b')] }, product, ruleOf, nextId);
    expect(result.changedItems).toEqual([
      item('a', {
        name: 'Fachprog',
        productId: product.id,
        vendor: 'Kommune IT',
        trackId: product.trackId,
        installations: 42,
        seats: 7,
        annualCostCents: cents(500),
      }),
    ]);
    expect(result.removedItems).toEqual(['b']);
    expect(result.changedContracts).toEqual([contract('a')]);
    expect(result.newItem).toBeNull();
    expect(result.rawNames.map(({ rawName: name, itemId, match }) => [name, itemId, match.kind === 'matched' && match.rule])).toEqual([
      ['Fachprog 4.1', 'a', 'userRule'],
      ['Fachprog 4.2', 'a', 'userRule'],
    ]);
  });

  it('adds the installations to the item that the product has already', () => {
    const items = [item('known', { productId: product.id, installations: 100 }), item('a', { installations: 12 })];
    const result = assignNames({ rawNames: [rawName('Fachprog 4.1', 12, 'a')], items, contracts: [] }, product, ruleOf, nextId);
    expect(result.changedItems).toEqual([item('known', { productId: product.id, installations: 112 })]);
    expect(result.removedItems).toEqual(['a']);
  });

  it('keeps an item whose accounts are known, as a second item of the product', () => {
    const items = [item('known', { productId: product.id }), item('a', { installations: 12, accounts: 9 })];
    const result = assignNames({ rawNames: [rawName('Fachprog 4.1', 12, 'a')], items, contracts: [] }, product, ruleOf, nextId);
    expect(result.removedItems).toEqual([]);
    expect(result.changedItems.find(({ id }) => id === 'a')).toMatchObject({ productId: product.id, accounts: 9, installations: 0 });
  });

  it('takes a name away from a wrong product and leaves that product its other names', () => {
    const wrong = { kind: 'matched', productId: 'wrong' as ProductId, confidence: 0.7, rule: 'aliasPrefix', alias: 'fach' } as const;
    const items = [item('wrong', { productId: 'wrong' as ProductId, installations: 20 })];
    const rawNames = [rawName('Fachprog 4.1', 12, 'wrong', { match: wrong }), rawName('Fach', 8, 'wrong', { match: wrong })];
    const result = assignNames({ rawNames, items, contracts: [] }, product, ruleOf, nextId);
    expect(result.newItem).toMatchObject({ id: 'new-item', productId: product.id, installations: 12 });
    expect(result.changedItems).toEqual([item('wrong', { productId: 'wrong' as ProductId, installations: 8 })]);
    expect(result.rawNames).toHaveLength(1);
  });

  it('makes an item for a name that single machines reported and that had none', () => {
    const result = assignNames({ rawNames: [rawName('Fachprog 4.1', 3, null)], items: [], contracts: [] }, product, ruleOf, nextId);
    expect(result.newItem).toMatchObject({ name: 'Fachprog', installations: 3 });
  });

  it('changes nothing when it was said before', () => {
    const once = assignNames({ rawNames: [rawName('Fachprog 4.1', 3, null)], items: [], contracts: [] }, product, ruleOf, nextId);
    const items = once.newItem === null ? [] : [once.newItem];
    const again = assignNames({ rawNames: once.rawNames, items, contracts: [] }, product, ruleOf, nextId);
    expect(again).toEqual({ rawNames: [], newItem: null, changedItems: [], removedItems: [], changedContracts: [], target: 'new-item', movedNames: [] });
  });
});
