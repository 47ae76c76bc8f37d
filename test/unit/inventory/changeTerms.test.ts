import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import type { ContractId, ItemId } from '../../../core/domain/ids.ts';
import { changeTerms } from '../../../core/domain/inventory/changeTerms.ts';
import type { Contract } from '../../../core/domain/inventory/inventory.ts';

const contract = (name: string, said: Partial<Contract>): Contract => ({
  id: name as ContractId,
  itemId: 'item' as ItemId,
  name,
  supplier: '',
  startsOn: null,
  endsOn: isoDate('2027-12-31'),
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: 30,
  seats: 0,
  annualCostCents: null,
  ...said,
});
const short = contract('short', {});
const long = contract('long', { noticeDays: 90 });
const bought = contract('bought', { renewal: 'none', renewalMonths: 0, noticeDays: 0 });
const endless = contract('endless', { endsOn: null });
const names = (contracts: readonly Contract[]) => contracts.map(({ name }) => name);

describe('terms said of many contracts', () => {
  it('change the notice of those that have another, leave the others, and refuse what never renews', () => {
    const { changed, refused, refusedKey } = changeTerms([short, long, bought], { kind: 'notice', noticeDays: 90 });
    expect(changed).toEqual([{ ...short, noticeDays: 90 }]);
    expect(names(refused)).toEqual(['bought']);
    expect(refusedKey).toBe('app.noticeWithoutRenewal');
  });

  it('change the renewal and keep the notice; without an end of the term they are refused unless they hold already', () => {
    const boughtOnce = contract('bought once', { renewal: 'none', renewalMonths: 0, noticeDays: 0, endsOn: null });
    const said = changeTerms([short, bought, boughtOnce, endless], { kind: 'tacit', renewalMonths: 12 });
    expect(said.changed).toEqual([{ ...bought, renewal: 'tacit', renewalMonths: 12 }]);
    expect(names(said.refused)).toEqual(['bought once']);
    const express = changeTerms([short, endless], { kind: 'express', renewalMonths: 0 });
    expect(express.changed).toEqual([{ ...short, renewal: 'express', renewalMonths: 0 }]);
    expect([names(express.refused), express.refusedKey]).toEqual([['endless'], 'app.renewalWithoutEnd']);
  });

  it('leave neither months nor notice where nothing renews, which refuses nobody', () => {
    const { changed, refused } = changeTerms([short, bought, endless], { kind: 'none' });
    expect(changed.map(({ name, renewal, renewalMonths, noticeDays }) => [name, renewal, renewalMonths, noticeDays])).toEqual([
      ['short', 'none', 0, 0],
      ['endless', 'none', 0, 0],
    ]);
    expect(refused).toEqual([]);
  });
});
