import { beforeEach, describe, expect, it } from 'vitest';
import { everythingChosen, nothingChosen } from '../../renderer/parts/chosenRows.ts';
import { filterInput, useMappingView } from '../../renderer/pages/mapping/mappingView.ts';

describe('the chosen rows of the mapping', () => {
  it('are forgotten when the filter changes: nothing is decided about rows that nobody sees', () => {
    useMappingView.getState().choose(everythingChosen);
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
