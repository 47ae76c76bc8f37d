import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../core/domain/ids.ts';
import type { Item } from '../../../core/domain/inventory/inventory.ts';
import { itemAfterContracts } from '../../../core/domain/inventory/itemAfterContracts.ts';
import { isNameless, namelessLogins } from '../../../core/domain/inventory/namelessLogins.ts';
import { totalAfter } from '../../../core/domain/inventory/totalAfter.ts';
import { cents } from '../../../core/domain/money.ts';

describe('totalAfter', () => {
  it.each([
    { what: 'nothing entered, a list counts 12', total: 0, before: 0, after: 12, is: 12 },
    { what: '40 entered, a list counts 38', total: 40, before: 0, after: 38, is: 40 },
    { what: '40 entered and 38 counted, the next list counts 45', total: 40, before: 38, after: 45, is: 45 },
    { what: '45 counted, the next list counts 30', total: 45, before: 45, after: 30, is: 30 },
    { what: '50 counted, 45 put right by hand, the next list counts 60', total: 45, before: 50, after: 60, is: 55 },
    { what: 'all that was counted is gone', total: 3, before: 10, after: 0, is: 0 },
  ])('$what: $is', ({ total, before, after, is }) => {
    expect(totalAfter(total, before, after)).toBe(is);
  });
});

describe('itemAfterContracts', () => {
  const item: Item = {
    id: 'item-1' as ItemId,
    name: 'Fachverfahren',
    productId: null,
    vendor: '',
    trackId: null,
    installations: 0,
    seats: 0,
    accounts: 0,
    annualCostCents: null,
    importId: null,
  };
  const contract = { seats: 200, annualCostCents: cents(900_000) };

  it('gives an item without figures those of its contract, and takes them back with it', () => {
    const after = itemAfterContracts(item, [], [contract]);
    expect(after).toMatchObject({ seats: 200, annualCostCents: 900_000 });
    expect(itemAfterContracts(after, [contract], [])).toMatchObject({ seats: 0, annualCostCents: null });
  });

  it('does not count twice what had been entered before', () => {
    expect(itemAfterContracts({ ...item, seats: 150, annualCostCents: cents(900_000) }, [], [contract])).toMatchObject({
      seats: 200,
      annualCostCents: 900_000,
    });
  });

  it('leaves an unknown cost unknown where no contract names one', () => {
    expect(itemAfterContracts(item, [], [{ seats: 5, annualCostCents: null }])).toMatchObject({ seats: 5, annualCostCents: null });
  });
});

describe('namelessLogins', () => {
  it('numbers the accounts of a unit past the numbers that are taken, and knows them again', () => {
    const logins = namelessLogins('Bauamt', 2, (login) => login === 'bauamt · 0001');
    expect(logins).toEqual(['bauamt · 0002', 'bauamt · 0003']);
    expect(logins.every(isNameless)).toBe(true);
    expect([isNameless('bauamt · 0001'), isNameless('a.muster@stadt.example')]).toEqual([true, false]);
  });
});
