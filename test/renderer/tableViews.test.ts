import { describe, expect, it } from 'vitest';
import { noChoices, savedChoices } from '../../renderer/pages/inventory/itemChoices.ts';
import { isSame, shownOf } from '../../renderer/parts/views/tableViews.ts';

const columns = [{ id: 'unit', sort: 'path' }, { id: 'accounts', sort: 'accounts' }, { id: 'bar' }];
const usual = { by: 'path', direction: 'ascending' } as const;

describe('a view', () => {
  it('of a newer version is shown without the columns and the order that this one does not know', () => {
    const saved = { table: 'units', columns: ['floor', 'bar'], sort: { by: 'floor', direction: 'descending' }, filter: { search: 'a' } } as const;
    expect(shownOf({ ...saved, columns: [...saved.columns] }, columns, usual)).toEqual({
      table: 'units',
      columns: ['unit', 'bar'],
      sort: usual,
      filter: { search: 'a' },
    });
  });

  it('has its columns in the order of the table, and an order that is known as it was saved', () => {
    const sort = { by: 'accounts', direction: 'descending' } as const;
    const shown = shownOf({ table: 'units', columns: ['bar', 'accounts', 'unit'], sort, filter: { search: '' } }, columns, usual);
    expect([shown.columns, shown.sort]).toEqual([['unit', 'accounts', 'bar'], sort]);
  });

  it('is the same whatever the order in which its filter was chosen, and whether an empty field is named or left out', () => {
    const one = savedChoices({ ...noChoices, vendors: ['B', 'A'], strategies: ['keep', 'retire'], tracks: ['mail', null] });
    const other = savedChoices({ ...noChoices, vendors: ['A', 'B'], strategies: ['retire', 'keep'], tracks: [null, 'mail'] });
    expect(isSame(one, other)).toBe(true);
    expect(isSame(one, savedChoices(noChoices))).toBe(false);
    expect(isSame({ search: '', track: undefined }, { search: '' })).toBe(true);
  });
});
