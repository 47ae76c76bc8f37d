import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../core/domain/catalogue/matchNames.ts';
import type { NameRule } from '../../../core/domain/catalogue/nameRules.ts';
import type { ContractId, ItemId, NameRuleId, ProductId, TrackId } from '../../../core/domain/ids.ts';
import { type NameChange, type NamedProduct, reassignNames } from '../../../core/domain/inventory/reassignNames.ts';
import type { Contract, Item, RawName } from '../../../core/domain/inventory/inventory.ts';
import { cents } from '../../../core/domain/money.ts';

const product: NamedProduct = { id: 'fachprog' as ProductId, name: 'Fachprog', vendorName: 'Kommune IT', trackId: 'track-1' as TrackId };
const rule: NameRule = {
  id: 'rule-1' as NameRuleId,
  pattern: 'exact',
  text: 'Fachprog 4.1',
  publisher: 'Kommune IT',
  effect: { kind: 'product', productId: product.id },
};
const matcher = createMatcher([], [rule]);

type Plan = { readonly rawNames: readonly RawName[]; readonly items: readonly Item[]; readonly contracts: readonly Contract[] };

/** All names that the rule takes and that are not yet as it says. */
function assign(plan: Plan) {
  const changes = plan.rawNames.flatMap((name): NameChange<RawName>[] => {
    const match = matcher.match(name);
    return match.kind !== 'matched' || JSON.stringify(match) === JSON.stringify(name.match) ? [] : [{ name, match, goal: { kind: 'product', product } }];
  });
  return reassignNames({ ...plan, decidedItems: new Set() }, changes, nextId);
}

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
    const result = assign({ rawNames, items, contracts: [contract('b')] });
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
    expect(result.newItems).toEqual([]);
    expect(result.rawNames.map(({ rawName: name, itemId, match }) => [name, itemId, match.kind === 'matched' && match.rule])).toEqual([
      ['Fachprog 4.1', 'a', 'userRule'],
      ['Fachprog 4.2', 'a', 'userRule'],
    ]);
  });

  it('adds the installations to the item that the product has already', () => {
    const items = [item('known', { productId: product.id, installations: 100 }), item('a', { installations: 12 })];
    const result = assign({ rawNames: [rawName('Fachprog 4.1', 12, 'a')], items, contracts: [] });
    expect(result.changedItems).toEqual([item('known', { productId: product.id, installations: 112 })]);
    expect(result.removedItems).toEqual(['a']);
  });

  it('keeps an item whose accounts are known, as a second item of the product', () => {
    const items = [item('known', { productId: product.id }), item('a', { installations: 12, accounts: 9 })];
    const result = assign({ rawNames: [rawName('Fachprog 4.1', 12, 'a')], items, contracts: [] });
    expect(result.removedItems).toEqual([]);
    expect(result.changedItems.find(({ id }) => id === 'a')).toMatchObject({ productId: product.id, accounts: 9, installations: 0 });
  });

  it('takes a name away from a wrong product and leaves that product its other names', () => {
    const wrong = { kind: 'matched', productId: 'wrong' as ProductId, confidence: 0.7, rule: 'aliasPrefix', alias: 'fach' } as const;
    const items = [item('wrong', { productId: 'wrong' as ProductId, installations: 20 })];
    const rawNames = [rawName('Fachprog 4.1', 12, 'wrong', { match: wrong }), rawName('Fach', 8, 'wrong', { match: wrong })];
    const result = assign({ rawNames, items, contracts: [] });
    expect(result.newItems).toHaveLength(1);
    expect(result.newItems[0]).toMatchObject({ id: 'new-item', productId: product.id, installations: 12 });
    expect(result.changedItems).toEqual([item('wrong', { productId: 'wrong' as ProductId, installations: 8 })]);
    expect(result.rawNames).toHaveLength(1);
  });

  it('makes an item for a name that single machines reported and that had none', () => {
    const result = assign({ rawNames: [rawName('Fachprog 4.1', 3, null)], items: [], contracts: [] });
    expect(result.newItems).toMatchObject([{ name: 'Fachprog', installations: 3 }]);
  });

  it('changes nothing when it was said before', () => {
    const once = assign({ rawNames: [rawName('Fachprog 4.1', 3, null)], items: [], contracts: [] });
    const again = assign({ rawNames: once.rawNames, items: once.newItems, contracts: [] });
    expect(again).toEqual({ rawNames: [], newItems: [], changedItems: [], removedItems: [], changedContracts: [], moved: [] });
  });
});

describe('names that become noise, items of their own, or nothing again', () => {
  const noise = { kind: 'noise', rule: 'userRule', alias: 'Fach' } as const;
  const own = { kind: 'ownItem', rule: 'userRule', alias: 'Fach' } as const;
  const toNoise = (name: RawName): NameChange<RawName> => ({ name, match: noise, goal: { kind: 'none' } });
  const toOwn = (name: RawName): NameChange<RawName> => ({ name, match: own, goal: { kind: 'ownItem', name: 'Fach', vendor: name.publisher } });
  const none = { contracts: [], decidedItems: new Set<ItemId>() };

  it('takes an item of which nothing else is known away with its last name, and keeps every other', () => {
    const items = [
      item('bare', { installations: 12 }),
      item('paid', { installations: 3, annualCostCents: cents(900) }),
      item('decided', { installations: 4 }),
      item('half', { installations: 9 }),
      item('contract-item', { installations: 1 }),
    ];
    const rawNames = [
      rawName('A', 12, 'bare'),
      rawName('B', 3, 'paid'),
      rawName('C', 4, 'decided'),
      rawName('D', 5, 'half'),
      rawName('E', 1, 'contract-item'),
      rawName('F', 4, 'half'),
    ];
    const plan = { rawNames, items, contracts: [contract('contract-item')], decidedItems: new Set(['decided' as ItemId]) };
    const result = reassignNames(plan, rawNames.slice(0, 5).map(toNoise), nextId);
    expect(result.removedItems).toEqual(['bare']);
    expect(result.changedItems.map(({ id, installations }) => [id, installations])).toEqual([
      ['paid', 0],
      ['decided', 0],
      ['half', 4],
      ['contract-item', 0],
    ]);
    expect(result.rawNames.map(({ itemId, match }) => [itemId, match])).toEqual(Array.from({ length: 5 }, () => [null, noise]));
    expect(result.moved).toHaveLength(5);
  });

  it('makes one item of all names that one rule calls its own, under the name of the rule', () => {
    const items = [item('a', { name: 'Fach 1', installations: 2, seats: 3 }), item('b', { name: 'Fach 2', installations: 5, seats: 4 })];
    const rawNames = [rawName('Fach 1', 2, 'a'), rawName('Fach 2', 5, 'b'), rawName('Fach 3', 1, null)];
    const result = reassignNames({ rawNames, items, ...none }, rawNames.map(toOwn), nextId);
    expect(result.changedItems).toEqual([item('a', { name: 'Fach', installations: 8, seats: 7 })]);
    expect(result.removedItems).toEqual(['b']);
    expect(result.newItems).toEqual([]);
  });

  it('leaves an item the name that a person gave it, and finds it by its names', () => {
    const items = [item('a', { name: 'Hundesteuer (Kämmerei)', installations: 2 })];
    const first = rawName('Fach 1', 2, 'a');
    const once = reassignNames({ rawNames: [first], items, ...none }, [toOwn(first)], nextId);
    expect([once.changedItems, once.rawNames.map(({ itemId }) => itemId)]).toEqual([[], ['a']]);
    const second = rawName('Fach 2', 5, null);
    const again = reassignNames({ rawNames: [...once.rawNames, second], items, ...none }, [toOwn(second)], nextId);
    expect(again.changedItems).toEqual([item('a', { name: 'Hundesteuer (Kämmerei)', installations: 7 })]);
  });

  it('takes the item of a product away when its last name went elsewhere and nothing else is known of it', () => {
    const items = [item('p', { productId: product.id, installations: 12 })];
    const name = rawName('Fach 1', 12, 'p', { match: { kind: 'matched', productId: product.id, confidence: 1, rule: 'userRule', alias: 'Fach' } });
    const back = { name, match: { kind: 'unmatched' }, goal: { kind: 'ownItem', name: 'Fach 1', vendor: 'Kommune IT' } } as const;
    const result = reassignNames({ rawNames: [name], items, ...none }, [back], nextId);
    expect(result.removedItems).toEqual(['p']);
    expect(result.newItems).toEqual([item('new-item', { name: 'Fach 1', vendor: 'Kommune IT', installations: 12 })]);
  });
});
