import { createListView } from '../../parts/createListView.ts';
import type { Sort } from '../../parts/tableSort.ts';
import type { FilterOf } from '../../parts/views/tableViews.ts';

export const usualWaveSort: Sort = { by: 'number', direction: 'ascending' };
export const usualProblemSort: Sort = { by: 'accounts', direction: 'descending' };

export const useWaveList = createListView<FilterOf<'waves'>>({}, usualWaveSort, ['number', 'startsOn', 'state']);
export const useProblemList = createListView<FilterOf<'problems'>>({ search: '' }, usualProblemSort, ['reason']);
