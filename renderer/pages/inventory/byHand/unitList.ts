import { createListView } from '../../../parts/createListView.ts';
import type { Sort } from '../../../parts/tableSort.ts';
import type { FilterOf } from '../../../parts/views/tableViews.ts';

export type UnitFilter = FilterOf<'unitList'>;
export const noUnitFilter: UnitFilter = { search: '' };
/** The order of the tree. */
export const usualUnitSort: Sort = { by: 'path', direction: 'ascending' };

/** In the order in which units of these roles move. */
export const unitRoles = ['pilot', 'regular', 'onCall'] as const;

/** Which units of the inventory are listed, in which order, and which of them are chosen. */
export const useUnitList = createListView(noUnitFilter, usualUnitSort, ['path', 'role']);
