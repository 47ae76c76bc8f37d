import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ItemId } from '../../core/domain/ids.ts';
import { filterOf, hasChoices, idsOf, noChoices, toggled, withinYear } from '../../renderer/pages/inventory/itemChoices.ts';
import { tableText } from '../../renderer/pages/inventory/tableText.ts';
import { nothingChosen } from '../../renderer/parts/chosenRows.ts';
import { nextSort } from '../../renderer/parts/tableSort.ts';

const ids = ['a', 'b', 'c', 'd'] as ItemId[];

describe('a selection', () => {
  it('is of single rows, or of all rows of the query but some', () => {
    expect(idsOf(nothingChosen, ids)).toEqual([]);
    expect(idsOf({ isAll: false, keys: new Set(['b', 'elsewhere']) }, ids)).toEqual(['b']);
    expect(idsOf({ isAll: true, keys: new Set(['b']) }, ids)).toEqual(['a', 'c', 'd']);
  });
});

describe('the choices of the inventory', () => {
  it('narrow by what is chosen and by nothing else', () => {
    expect(filterOf(noChoices)).toEqual({});
    expect(filterOf({ ...noChoices, search: '  office ', tracks: ['mail', null], matched: [false] })).toEqual({
      search: 'office',
      tracks: ['mail', null],
      matched: false,
    });
  });

  it('do not narrow where matched and not matched are both chosen, and can still be cleared', () => {
    const both = { ...noChoices, matched: [true, false] };
    expect(filterOf(both)).toEqual({});
    expect([hasChoices(both), hasChoices(noChoices)]).toEqual([true, false]);
  });

  it('look a year ahead, and are taken back by a second choice', () => {
    expect(withinYear(isoDate('2027-03-01'))).toEqual({ from: '2027-03-01', to: '2028-02-29' });
    expect(toggled(toggled(['x'], 'y'), 'x')).toEqual(['y']);
  });
});

describe('a table', () => {
  it('is ordered by words from A, by figures from the largest, and turned by a second choice', () => {
    const byCost = nextSort({ by: 'name', direction: 'ascending' }, 'cost', ['name']);
    expect(byCost).toEqual({ by: 'cost', direction: 'descending' });
    expect(nextSort(byCost, 'cost', ['name'])).toEqual({ by: 'cost', direction: 'ascending' });
    expect(nextSort(byCost, 'name', ['name'])).toEqual({ by: 'name', direction: 'ascending' });
  });

  it('is copied with its headings; a tab or a line end inside a cell makes no new cell', () => {
    const columns = [
      { heading: 'Name', copied: (row: { name: string }) => row.name },
      { heading: 'Length', copied: (row: { name: string }) => String(row.name.length) },
    ];
    expect(tableText(columns, [{ name: 'one\ttwo\r\nthree' }, { name: 'x' }])).toBe('Name\tLength\none two three\t14\nx\t1');
  });
});
