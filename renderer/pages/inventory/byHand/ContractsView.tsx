import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { ContractId, ItemId } from '../../../../core/domain/ids.ts';
import { sumCents } from '../../../../core/domain/money.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useMediaQuery } from '../../../core/useMediaQuery.ts';
import { today } from '../../../core/today.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChoiceField } from '../../../parts/ChoiceField.tsx';
import { DataTable } from '../../../parts/DataTable.tsx';
import { EmptyPage } from '../../../parts/EmptyPage.tsx';
import { PageHeading } from '../../../parts/PageHeading.tsx';
import { SearchField } from '../../../parts/SearchField.tsx';
import { useRowSelection } from '../../../parts/useRowSelection.ts';
import { useWriteTable } from '../../../parts/useWriteTable.ts';
import { useShownColumns } from '../../../parts/views/shownColumns.ts';
import { TableTools } from '../../../parts/views/TableTools.tsx';
import { ChosenContracts } from './ChosenContracts.tsx';
import { contractAddress } from './contractDraft.ts';
import { contractColumns, usualContractColumns } from './contractColumns.tsx';
import { listedContracts, noContractFilter, useContractList, usualContractSort } from './contractList.ts';
import { ContractPanel, NewContractPanel } from './ContractPanel.tsx';
import { InventoryTabs } from './InventoryTabs.tsx';

/** What the open panel says too, and a narrow table has no room for. */
const besidePanel: readonly string[] = ['itemName', 'renewal', 'supplier', 'noticeDays', 'seats'];
const renewals = ['tacit', 'express', 'none'] as const;

/** All contracts, the one to be decided first at the top. */
export function ContractsView({ detail }: { readonly detail: string | null }) {
  const translator = useTranslator();
  const { translate, money } = translator;
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listContracts', {});
  const { filter, sort, sortBy, chosen, choose, show } = useContractList();
  const rows = useMemo(() => listedContracts(data ?? [], filter, sort, today()), [data, filter, sort]);
  const selection = useRowSelection({
    chosen,
    choose,
    total: rows.length,
    list: JSON.stringify([filter, sort]),
    askKeys: async (offset, limit) => rows.slice(offset, offset + limit).map(({ id }) => id),
  });
  const [, which, itemId] = detail?.split(':') ?? [];
  const isNarrow = !useMediaQuery('(min-width: 1500px)') && which !== undefined;
  const all = useMemo(() => contractColumns(translator), [translator]);
  const columns = useShownColumns('contracts', all, usualContractColumns);
  const fitting = useMemo(() => (isNarrow ? columns.shown.filter(({ id }) => !besidePanel.includes(id)) : columns.shown), [columns.shown, isNarrow]);
  const write = useWriteTable();
  const isEmpty = data !== undefined && data.length === 0;
  const addButton = (
    <ChangeButton type="button" className="button-primary" onClick={() => go('inventory', contractAddress('new'))}>
      <Plus size={16} aria-hidden />
      {translate('inventoryPage.addContract')}
    </ChangeButton>
  );
  const cost = sumCents(rows.flatMap(({ annualCostCents }) => (annualCostCents === null ? [] : [annualCostCents])));
  return (
    <>
      <PageHeading
        title={translate('window.page.inventory')}
        lead={data === undefined || isEmpty ? undefined : translate('inventoryPage.contractsLead', { contracts: rows.length, cost: money(cost, 'whole') })}
      >
        {!isEmpty && (
          <>
            <TableTools
              table="contracts"
              columns={columns}
              filter={filter}
              sort={sort}
              usualSort={usualContractSort}
              builtIn={[
                { id: 'all', name: translate('parts.view.all'), filter: noContractFilter, sort: null },
                { id: 'decideWithinYear', name: translate('inventoryPage.decideWithinYear'), filter: { search: '', decideWithinYear: true }, sort: null },
              ]}
              onApply={show}
              onCopy={() => write(columns.shown, rows)}
            />
            {addButton}
          </>
        )}
      </PageHeading>
      <InventoryTabs current="contracts" />
      {isEmpty ? (
        <EmptyPage sentence={translate('inventoryPage.noContractsYet')}>{addButton}</EmptyPage>
      ) : (
        <div className="inventory-table inventory-part">
          <ContractFilters />
          <DataTable
            label={translate('inventoryPage.contracts')}
            columns={fitting}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={(row) => row.id}
            sort={sort}
            onSort={sortBy}
            selection={selection}
            onOpenRow={(row) => go('inventory', contractAddress(row.id))}
            openKey={which}
            empty={
              data === undefined ? undefined : (
                <>
                  {translate('inventoryPage.nothingFound')}{' '}
                  <button type="button" className="button-quiet" onClick={() => show(noContractFilter, sort)}>
                    {translate('inventoryPage.clearFilters')}
                  </button>
                </>
              )
            }
          />
          <ChosenContracts rows={rows} />
        </div>
      )}
      {which === 'new' && <NewContractPanel key={itemId ?? ''} itemId={(itemId as ItemId | undefined) ?? null} />}
      {which !== undefined && which !== 'new' && <ContractPanel key={which} contractId={which as ContractId} />}
    </>
  );
}

function ContractFilters() {
  const { translate } = useTranslator();
  const { filter, setFilter } = useContractList();
  return (
    <search className="filters" aria-label={translate('inventoryPage.filterContracts')}>
      <SearchField label={translate('inventoryPage.searchContracts')} value={filter.search} onChange={(search) => setFilter({ search })} />
      <ChoiceField
        label={translate('inventoryPage.column.renewal')}
        allLabel={translate('inventoryPage.anyRenewal')}
        value={filter.renewal}
        choices={renewals.map((value) => ({ value, text: translate(`common.renewal.${value}`) }))}
        onChoose={(renewal) => setFilter({ renewal })}
      />
      <label className="filter-check">
        <input type="checkbox" checked={filter.decideWithinYear} onChange={(event) => setFilter({ decideWithinYear: event.target.checked })} />
        {translate('inventoryPage.decideWithinYear')}
      </label>
    </search>
  );
}
