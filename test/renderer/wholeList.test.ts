import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { cents } from '../../core/domain/money.ts';
import { type ContractRow, listedContracts, noContractFilter } from '../../renderer/pages/inventory/byHand/contractList.ts';
import { namesOfKeys } from '../../renderer/pages/inventory/rawNameList.ts';
import { findRows, orderRows } from '../../renderer/parts/wholeList.ts';

const rows = [{ name: 'Welle 10' }, { name: 'zoo' }, { name: null }, { name: 'Ämter' }, { name: 'Welle 2' }, { name: 'amt' }];
const names = (direction: 'ascending' | 'descending') => orderRows(rows, { by: 'name', direction }, (row) => row.name).map(({ name }) => name);

describe('a list that is answered as a whole', () => {
  it('is ordered as names are everywhere, unknown ones last whichever way', () => {
    expect(names('ascending')).toEqual(['amt', 'Ämter', 'Welle 2', 'Welle 10', 'zoo', null]);
    expect(names('descending')).toEqual(['zoo', 'Welle 10', 'Welle 2', 'Ämter', 'amt', null]);
  });

  it('orders figures by size, and leaves equal ones as they were', () => {
    const figures = [
      { id: 'a', value: 10 },
      { id: 'b', value: 9 },
      { id: 'c', value: 10 },
    ];
    expect(orderRows(figures, { by: 'value', direction: 'descending' }, ({ value }) => value).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('is searched in every text that is given, whatever capitals and accents', () => {
    const found = (search: string) => findRows(rows, search, ({ name }) => [name ?? '']).map(({ name }) => name);
    expect(found('AMT')).toEqual(['Ämter', 'amt']);
    expect(found(' 1 ')).toEqual(['Welle 10']);
    expect(found('')).toHaveLength(rows.length);
    expect(found('nothing')).toEqual([]);
  });
});

describe('the contracts that are listed', () => {
  const contract = (name: string, endsOn: string | null, renewal: ContractRow['renewal'] = 'tacit') => ({
    id: name as ContractRow['id'],
    itemId: 'item' as ContractRow['itemId'],
    itemName: 'Outlook',
    name,
    supplier: '',
    startsOn: null,
    endsOn: endsOn === null ? null : isoDate(endsOn),
    renewal,
    renewalMonths: 12,
    noticeDays: 30,
    seats: 0,
    annualCostCents: cents(100),
  });
  const today = isoDate('2027-01-04');
  const listed = (filter: Parameters<typeof listedContracts>[1]) =>
    listedContracts(
      [contract('open', null), contract('late', '2029-06-30', 'none'), contract('soon', '2027-03-31')] as unknown as Parameters<typeof listedContracts>[0],
      filter,
      { by: 'decideBy', direction: 'ascending' },
      today,
    ).map(({ name, decideBy }) => [name, decideBy]);

  it('stand by the day by which they are to be decided, those without a day last', () => {
    expect(listed(noContractFilter)).toEqual([
      ['soon', '2027-03-01'],
      ['open', null],
      // A contract that nobody renews asks for no decision.
      ['late', null],
    ]);
  });

  it('are narrowed by what is to be decided within a year, by renewal and by a text in contract, item or supplier', () => {
    expect(listed({ ...noContractFilter, decideWithinYear: true }).map(([name]) => name)).toEqual(['soon']);
    expect(listed({ ...noContractFilter, renewal: 'none' }).map(([name]) => name)).toEqual(['late']);
    expect(listed({ ...noContractFilter, search: 'outlook' })).toHaveLength(3);
    expect(listed({ ...noContractFilter, search: 'late' })).toHaveLength(1);
  });
});

describe('the names of chosen rows', () => {
  it('are each named once, since what is said of a name holds in all of its versions', () => {
    const keys = [JSON.stringify(['Acrobat', 'Adobe', '20']), JSON.stringify(['Acrobat', 'Adobe', '21']), JSON.stringify(['Acrobat', '', '21'])];
    expect(namesOfKeys(keys)).toEqual([
      { rawName: 'Acrobat', publisher: 'Adobe' },
      { rawName: 'Acrobat', publisher: '' },
    ]);
  });
});
