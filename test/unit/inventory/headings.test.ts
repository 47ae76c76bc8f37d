import { describe, expect, it } from 'vitest';
import { fitColumns } from '../../../core/domain/inventory/fitColumns.ts';
import { headingsKey } from '../../../core/domain/inventory/headingsKey.ts';

describe('the headings of a table', () => {
  it('are the same in any order, whatever their capitals and blanks, and not with one more', () => {
    expect(headingsKey(['Zahl ', 'Prog'])).toBe('["prog","zahl"]');
    expect(headingsKey(['prog', 'ZAHL'])).toBe('["prog","zahl"]');
    expect(headingsKey(['Prog', 'Zahl', 'Zahl'])).not.toBe('["prog","zahl"]');
  });

  it('take the columns that were named for another table, as they write them', () => {
    expect(fitColumns({ Prog: 'rawName', Firma: 'publisher' }, ['PROG ', 'Zahl'])).toEqual({ 'PROG ': 'rawName' });
    expect(fitColumns({ Prog: 'rawName' }, ['prog', 'Prog'])).toEqual({ Prog: 'rawName' });
  });
});
