import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../core/domain/calendar.ts';
import type { ContractId, ItemId } from '../../../core/domain/ids.ts';
import type { Contract } from '../../../core/domain/inventory/inventory.ts';
import { cents } from '../../../core/domain/money.ts';
import { contractDates, contractProblems } from '../../../core/domain/schedule/calendar/contractDates.ts';

const contract = (fields: Partial<Contract> = {}): Contract => ({
  id: 'c' as ContractId,
  itemId: 'i' as ItemId,
  name: 'Office',
  supplier: 'Vendor',
  startsOn: null,
  endsOn: isoDate('2027-12-31'),
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: 90,
  seats: 0,
  annualCostCents: cents(12_000_000),
  ...fields,
});

describe('contractDates', () => {
  it('gives the last day of notice: 90 days before 31 December are 2 October', () => {
    expect(contractDates(contract(), isoDate('2027-05-01'), 1)).toEqual({
      currentEndsOn: '2027-12-31',
      next: { endsOn: '2027-12-31', decideBy: '2027-10-02' },
      following: [{ endsOn: '2028-12-31', decideBy: '2028-10-02' }],
    });
  });

  it('moves on to the next term once the notice day has passed, while the current one still runs', () => {
    expect(contractDates(contract(), isoDate('2027-10-02'), 0).next?.endsOn).toBe('2027-12-31');
    const late = contractDates(contract(), isoDate('2027-10-03'), 0);
    expect([late.currentEndsOn, late.next]).toEqual(['2027-12-31', { endsOn: '2028-12-31', decideBy: '2028-10-02' }]);
  });

  it('does not creep: monthly from 31 January stays on last days, from the 30th on the 30th', () => {
    const monthly = (endsOn: string) => contractDates(contract({ endsOn: isoDate(endsOn), renewalMonths: 1, noticeDays: 0 }), isoDate('2027-02-10'), 2);
    expect([monthly('2027-01-31').currentEndsOn, ...monthly('2027-01-31').following.map((term) => term.endsOn)]).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
    expect([monthly('2027-01-30').currentEndsOn, ...monthly('2027-01-30').following.map((term) => term.endsOn)]).toEqual([
      '2027-02-28',
      '2027-03-30',
      '2027-04-30',
    ]);
  });

  it('keeps a year that ends with February on the last of February', () => {
    const yearly = contractDates(contract({ endsOn: isoDate('2027-02-28'), noticeDays: 30 }), isoDate('2027-06-01'), 1);
    expect([yearly.currentEndsOn, yearly.following[0]?.endsOn]).toEqual(['2028-02-29', '2029-02-28']);
  });

  it('is right after the third renewal and when the notice is longer than the term', () => {
    expect(contractDates(contract(), isoDate('2030-06-01'), 0)).toMatchObject({
      currentEndsOn: '2030-12-31',
      next: { endsOn: '2030-12-31', decideBy: '2030-10-02' },
    });
    expect(contractDates(contract({ noticeDays: 400 }), isoDate('2027-05-01'), 0).next).toEqual({ endsOn: '2028-12-31', decideBy: '2027-11-27' });
  });

  it('knows express contracts, contracts bought once and contracts without an end', () => {
    expect(contractDates(contract({ renewal: 'express' }), isoDate('2027-05-01'))).toEqual({
      currentEndsOn: '2027-12-31',
      next: { endsOn: '2027-12-31', decideBy: '2027-10-02' },
      following: [],
    });
    expect(contractDates(contract({ renewal: 'express' }), isoDate('2028-01-01'))).toEqual({ currentEndsOn: null, next: null, following: [] });
    expect(contractDates(contract({ renewal: 'none' }), isoDate('2027-05-01')).next).toBeNull();
    expect(contractDates(contract({ endsOn: null }), isoDate('2027-05-01')).next).toBeNull();
  });

  it('holds for 30 years: terms are gapless, the running one holds the day, decisions are never in the past', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom(1, 3, 6, 12, 24, 36, 48),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 10_957 }),
        (offset, renewalMonths, noticeDays, days) => {
          const first = addDays(isoDate('2024-01-01'), offset);
          const on = addDays(isoDate('2024-01-01'), days);
          const each = contract({ endsOn: first, renewalMonths, noticeDays });
          const seen = contractDates(each, on, 2);
          const { currentEndsOn, next } = seen;
          if (currentEndsOn === null || next === null) throw new Error('a tacit contract never ends by itself');
          expect(currentEndsOn >= on).toBe(true);
          expect(next.decideBy >= on).toBe(true);
          expect(addDays(next.decideBy, noticeDays)).toBe(next.endsOn);
          // The end before the running one lies before the day, unless the first term still runs: asked on the day after an end, the next one is current.
          expect(contractDates(each, currentEndsOn, 0).currentEndsOn).toBe(currentEndsOn);
          const dayOfMonth = Number(first.slice(8));
          const isLast = addDays(first, 1).endsWith('-01');
          for (const term of [next, ...seen.following]) {
            const months = (Number(term.endsOn.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(term.endsOn.slice(5, 7)) - Number(first.slice(5, 7));
            expect(months % renewalMonths).toBe(0);
            const endsMonth = addDays(term.endsOn, 1).endsWith('-01');
            expect(Number(term.endsOn.slice(8)) === dayOfMonth || endsMonth).toBe(true);
            if (isLast) expect(endsMonth).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('contractProblems', () => {
  const problems = (fields: Partial<Contract>, needed: string, known: readonly string[] = []) =>
    contractProblems({
      contracts: [contract(fields)],
      neededUntil: new Map([[contract().itemId, isoDate(needed)]]),
      renewalsKnown: new Set(known as ContractId[]),
      on: isoDate('2027-05-01'),
    });

  it('asks for the cost of a renewal that comes before the switch-off', () => {
    const params = { contract: 'Office', renewsOn: '2028-01-01', runsUntil: '2028-12-31', decideBy: '2027-10-02', needed: '2028-02-11' };
    expect(problems({}, '2028-02-11')).toEqual([
      { severity: 'warning', messageKey: 'schedule.problem.contractRenewsCostUnknown', params, subject: { kind: 'contract', id: 'c' } },
    ]);
    expect(problems({}, '2028-02-11', ['c'])).toEqual([]);
  });

  it('counts from the notice day, not from the end: nobody gives notice on a promise', () => {
    expect(problems({}, '2027-10-02')).toEqual([]);
    expect(problems({}, '2027-10-03').map(({ params }) => params.runsUntil)).toEqual(['2028-12-31']);
  });

  it('calls an express contract that ends before the switch-off an error', () => {
    expect(problems({ renewal: 'express' }, '2028-02-11').map(({ severity, messageKey }) => [severity, messageKey])).toEqual([
      ['error', 'schedule.problem.contractEndsTooEarly'],
    ]);
    expect(problems({ renewal: 'express' }, '2027-12-31')).toEqual([]);
  });

  it('says nothing about items that stay', () => {
    expect(contractProblems({ contracts: [contract()], neededUntil: new Map(), renewalsKnown: new Set(), on: isoDate('2027-05-01') })).toEqual([]);
  });
});
