import { FileUp, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { UnitId } from '../../../../core/domain/ids.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChoiceField } from '../../../parts/ChoiceField.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { EmptyPage } from '../../../parts/EmptyPage.tsx';
import { PageHeading } from '../../../parts/PageHeading.tsx';
import { plainFigure } from '../../../parts/plainFigure.ts';
import { SearchField } from '../../../parts/SearchField.tsx';
import { useRowSelection } from '../../../parts/useRowSelection.ts';
import { useWriteTable } from '../../../parts/useWriteTable.ts';
import { useShownColumns } from '../../../parts/views/shownColumns.ts';
import { TableTools } from '../../../parts/views/TableTools.tsx';
import { findRows, orderRows } from '../../../parts/wholeList.ts';
import { useAddFiles } from '../import/importFilesView.ts';
import { InventoryTabs } from './InventoryTabs.tsx';
import { ChosenUnits } from './ChosenUnits.tsx';
import { noUnitFilter, unitRoles, useUnitList, usualUnitSort } from './unitList.ts';
import { NewUnitPanel, UnitPanel } from './UnitPanel.tsx';

type Row = Output<'inventory.listUnits'>[number];
const usualColumns = ['path', 'role', 'accounts'];

/** The units in the order of their tree, each with the accounts that stand directly in it. */
export function UnitsView({ detail }: { readonly detail: string | null }) {
  const { translate, number, locale } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listUnits', {});
  const { data: use } = useQuery('inventory.getAccountUse', {});
  const { filter, sort, sortBy, chosen, choose, show } = useUnitList();
  const { onChoose } = useAddFiles();
  const all = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'path',
        heading: translate('inventoryPage.column.unit'),
        width: 'minmax(200px, 3fr)',
        sort: 'path',
        render: (row) => row.path,
        text: (row) => row.path,
      },
      { id: 'role', heading: translate('cli.column.role'), width: 'minmax(140px, 1fr)', sort: 'role', render: (row) => translate(`cli.role.${row.role}`) },
      {
        id: 'accounts',
        heading: translate('inventoryPage.column.accounts'),
        width: '112px',
        align: 'right',
        sort: 'accounts',
        render: (row) => (row.accountCount === 0 ? <span className="soft">–</span> : number(row.accountCount)),
        copied: (row) => plainFigure(row.accountCount, locale),
      },
    ],
    [translate, number, locale],
  );
  const columns = useShownColumns('unitList', all, usualColumns);
  const write = useWriteTable();
  const rows = useMemo(() => {
    const found = findRows(data ?? [], filter.search, ({ path }) => [path]).filter(({ role }) => filter.role === undefined || role === filter.role);
    return orderRows(found, sort, (row, by) => (by === 'accounts' ? row.accountCount : by === 'role' ? unitRoles.indexOf(row.role) : row.path));
  }, [data, filter, sort]);
  const selection = useRowSelection({
    chosen,
    choose,
    total: rows.length,
    list: JSON.stringify([filter, sort]),
    askKeys: async (offset, limit) => rows.slice(offset, offset + limit).map(({ id }) => id),
  });
  const [, which] = detail?.split(':') ?? [];
  const addButton = (
    <ChangeButton type="button" className="button-primary" onClick={() => go('inventory', 'unit:new')}>
      <Plus size={16} aria-hidden />
      {translate('inventoryPage.addUnit')}
    </ChangeButton>
  );
  const units = data ?? [];
  const isEmpty = data !== undefined && units.length === 0;
  const accounts = rows.reduce((sum, unit) => sum + unit.accountCount, 0);
  return (
    <>
      <PageHeading
        title={translate('window.page.inventory')}
        lead={units.length === 0 ? undefined : translate('inventoryPage.unitsLead', { units: rows.length, accounts })}
      >
        {units.length > 0 && (
          <>
            <TableTools
              table="unitList"
              columns={columns}
              filter={filter}
              sort={sort}
              usualSort={usualUnitSort}
              builtIn={[
                { id: 'all', name: translate('parts.view.all'), filter: noUnitFilter, sort: null },
                { id: 'pilots', name: translate('inventoryPage.view.pilots'), filter: { search: '', role: 'pilot' }, sort: null },
              ]}
              onApply={show}
              onCopy={() => write(columns.shown, rows)}
            />
            {addButton}
          </>
        )}
      </PageHeading>
      <InventoryTabs current="units" />
      {use && (use.latestUse !== null || use.mailboxes > 0) && <AccountUse use={use} />}
      {isEmpty ? (
        <EmptyPage sentence={translate('inventoryPage.noUnitsYet')}>
          <div className="form-actions">
            {addButton}
            <ChangeButton type="button" className="button" onClick={() => void onChoose()}>
              <FileUp size={16} aria-hidden />
              {translate('inventoryPage.import')}
            </ChangeButton>
          </div>
        </EmptyPage>
      ) : (
        <div className="inventory-table inventory-part">
          <UnitFilters />
          <DataTable
            label={translate('inventoryPage.part.units')}
            columns={columns.shown}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={(row) => row.id}
            sort={sort}
            onSort={sortBy}
            selection={selection}
            onOpenRow={(row) => go('inventory', `unit:${row.id}`)}
            openKey={which}
            empty={
              data === undefined ? undefined : (
                <>
                  {translate('inventoryPage.nothingFound')}{' '}
                  <button type="button" className="button-quiet" onClick={() => show(noUnitFilter, sort)}>
                    {translate('inventoryPage.clearFilters')}
                  </button>
                </>
              )
            }
          />
          <ChosenUnits rows={rows} />
        </div>
      )}
      {which === 'new' && <NewUnitPanel units={units} />}
      {which !== undefined && which !== 'new' && <UnitPanel key={which} unitId={which as UnitId} />}
    </>
  );
}

/** What the imported lists say of the use of accounts and of mailboxes: what may be given back, and how much mail there is to move. */
function AccountUse({ use }: { readonly use: Output<'inventory.getAccountUse'> }) {
  const { translate, date, number } = useTranslator();
  const { latestUse, known, unused, unusedDays, mailboxes, mailboxBytes } = use;
  return (
    <p className="inventory-use small">
      {latestUse !== null && translate('inventoryPage.use.accounts', { unused, known, days: unusedDays, on: date(latestUse) })}{' '}
      {mailboxes > 0 && translate('inventoryPage.use.mailboxes', { mailboxes, size: number(mailboxBytes / 1024 ** 3, 1) })}
    </p>
  );
}

function UnitFilters() {
  const { translate } = useTranslator();
  const { filter, setFilter } = useUnitList();
  return (
    <search className="filters" aria-label={translate('inventoryPage.filterUnits')}>
      <SearchField label={translate('inventoryPage.searchUnitList')} value={filter.search} onChange={(search) => setFilter({ search })} />
      <ChoiceField
        label={translate('cli.column.role')}
        allLabel={translate('inventoryPage.anyRole')}
        value={filter.role}
        choices={unitRoles.map((value) => ({ value, text: translate(`cli.role.${value}`) }))}
        onChoose={(role) => setFilter({ role })}
      />
    </search>
  );
}
