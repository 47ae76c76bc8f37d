import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { contractKeys, endOf, startOf } from '../../../core/domain/inventory/contractKeys.ts';
import type { ContractRecord, LicenceRecord } from '../../../core/domain/inventory/importRecords.ts';

const day = isoDate('2026-01-15');
const licence = (change: Partial<LicenceRecord>): LicenceRecord => ({
  kind: 'licence',
  row: 2,
  key: null,
  name: 'Office',
  publisher: '',
  seats: 1,
  annualCostCents: null,
  purchaseCostCents: null,
  currency: null,
  purchasedOn: null,
  expiresOn: null,
  terminatesOn: null,
  supplier: '',
  orderNumber: '',
  unitName: null,
  notes: '',
  ...change,
});
const contract: ContractRecord = {
  kind: 'contract',
  row: 2,
  key: null,
  name: 'Office',
  productName: '',
  supplier: '',
  startsOn: day,
  endsOn: null,
  noticeDays: null,
  renewal: null,
  renewalMonths: null,
  annualCostCents: null,
  currency: null,
  seats: null,
};

describe('contractKeys', () => {
  it('counts contracts that nothing tells apart', () => {
    expect(contractKeys([licence({}), licence({})])).toEqual(['name Office||| 1', 'name Office||| 2']);
  });
});

describe('the term of a record', () => {
  it('starts on the day of the purchase, of a contract on the day that it names', () => {
    expect([licence({ purchasedOn: day }), contract, licence({})].map(startOf)).toEqual([day, day, null]);
  });

  it('ends on the day on which a licence expires, else on the one on which it is given up', () => {
    const terminatesOn = isoDate('2026-06-30');
    const expiresOn = isoDate('2026-12-31');
    expect([licence({ terminatesOn }), licence({ terminatesOn, expiresOn }), licence({})].map(endOf)).toEqual([terminatesOn, expiresOn, null]);
  });
});
