import type { Output } from '../../../../core/contract/contract.ts';
import type { IsoDate } from '../../../../core/domain/calendar.ts';
import { contractDates } from '../../../../core/domain/schedule/calendar/contractDates.ts';
import { createListView } from '../../../parts/createListView.ts';
import type { Sort } from '../../../parts/tableSort.ts';
import type { FilterOf } from '../../../parts/views/tableViews.ts';
import { findRows, orderRows } from '../../../parts/wholeList.ts';
import { withinYear } from '../itemChoices.ts';

type Contract = Output<'inventory.listContracts'>[number];
export type ContractRow = Contract & { readonly decideBy: IsoDate | null };
export type ContractFilter = FilterOf<'contracts'>;

export const noContractFilter: ContractFilter = { search: '', decideWithinYear: false };
export const usualContractSort: Sort = { by: 'decideBy', direction: 'ascending' };
const words = ['name', 'itemName', 'supplier', 'renewal', 'endsOn', 'decideBy'];

/** Which contracts are listed, and in which order. */
export const useContractList = createListView(noContractFilter, usualContractSort, words);

/** The contracts that the filter leaves, in the order; the day by which each is to be decided is the next one from today on. */
export function listedContracts(
  contracts: readonly Contract[],
  { search, renewal, decideWithinYear }: ContractFilter,
  sort: Sort,
  today: IsoDate,
): readonly ContractRow[] {
  const { to } = withinYear(today);
  const rows = contracts
    .map((contract) => ({ ...contract, decideBy: contractDates(contract, today, 0).next?.decideBy ?? null }))
    .filter((row) => (renewal === undefined || row.renewal === renewal) && (!decideWithinYear || (row.decideBy !== null && row.decideBy <= to)));
  return orderRows(
    findRows(rows, search, (row) => [row.name, row.itemName, row.supplier]),
    sort,
    (row, by) => (row[by as 'name'] ?? null) || null,
  );
}
