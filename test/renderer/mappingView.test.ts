import { beforeEach, describe, expect, it } from 'vitest';
import { countChosen, filterInput, isChosen, nothingChosen, toggleRow, useMappingView } from '../../renderer/pages/mapping/mappingView.ts';

const all = { isAll: true, ids: new Set<string>() };

describe('the chosen rows of the mapping', () => {
  it('are the ones named, or all but the ones named', () => {
    const two = toggleRow(toggleRow(nothingChosen, 'a', 10), 'b', 10);
    expect([isChosen(two, 'a'), isChosen(two, 'c'), countChosen(two, 10)]).toEqual([true, false, 2]);
    const allButOne = toggleRow(all, 'a', 10);
    expect([isChosen(allButOne, 'a'), isChosen(allButOne, 'c'), countChosen(allButOne, 10)]).toEqual([false, true, 9]);
    expect(toggleRow(allButOne, 'a', 10)).toEqual(all);
  });

  it('become all when the last one is ticked, and nothing when the last one is unticked', () => {
    expect(toggleRow(toggleRow(nothingChosen, 'a', 2), 'b', 2)).toEqual(all);
    expect(toggleRow(toggleRow(all, 'a', 2), 'b', 2)).toEqual(nothingChosen);
  });

  it('are forgotten when the filter changes: nothing is decided about rows that nobody sees', () => {
    useMappingView.getState().choose(all);
    useMappingView.getState().setFilter({ strategy: 'keep' });
    expect(useMappingView.getState().chosen).toEqual(nothingChosen);
  });
});

describe('the order of the mapping', () => {
  beforeEach(() => useMappingView.setState({ sort: { by: 'accounts', direction: 'descending' } }));

  it('begins with the largest figures and with A, and turns round on the second press', () => {
    const { sortBy } = useMappingView.getState();
    sortBy('annualCostCents');
    expect(useMappingView.getState().sort).toEqual({ by: 'annualCostCents', direction: 'descending' });
    sortBy('name');
    expect(useMappingView.getState().sort).toEqual({ by: 'name', direction: 'ascending' });
    sortBy('name');
    expect(useMappingView.getState().sort).toEqual({ by: 'name', direction: 'descending' });
  });

  it('leaves out of the question what narrows nothing', () => {
    expect(filterInput({ strategy: undefined, track: 'mail', search: '  ' })).toEqual({ track: 'mail' });
  });
});
