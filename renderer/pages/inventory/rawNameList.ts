import type { Output } from '../../../core/contract/contract.ts';
import { createListView } from '../../parts/createListView.ts';
import type { Sort } from '../../parts/tableSort.ts';
import type { FilterOf } from '../../parts/views/tableViews.ts';

export type RawNameRow = Output<'inventory.listRawNames'>['rawNames'][number];
type RawNameFilter = FilterOf<'rawNames'>;

export const noRawNameFilter: RawNameFilter = { search: '', kind: 'unmatched' };
/** An hour's work then reaches the most machines. */
export const usualRawNameSort: Sort = { by: 'installations', direction: 'descending' };
export const useRawNameList = createListView(noRawNameFilter, usualRawNameSort, ['rawName', 'publisher', 'version']);

/** A row of the list, and back to what a command calls a name. */
export const keyOfRawName = ({ rawName, publisher, version }: RawNameRow): string => JSON.stringify([rawName, publisher, version]);

/** The names of rows, each once: what is said of a name holds in all of its versions. */
export function namesOfKeys(keys: readonly string[]): { readonly rawName: string; readonly publisher: string }[] {
  const names = keys.map((key) => {
    const [rawName = '', publisher = ''] = JSON.parse(key) as readonly string[];
    return { rawName, publisher };
  });
  return [...new Map(names.map((name) => [JSON.stringify([name.rawName, name.publisher]), name])).values()];
}

export function rawNameInput({ search, kind }: RawNameFilter, { by, direction }: Sort) {
  const text = search.trim();
  return { kind, ...(text === '' ? {} : { search: text }), sort: by as 'rawName', direction };
}
