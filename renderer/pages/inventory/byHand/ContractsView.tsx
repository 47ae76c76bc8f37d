import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { IsoDate } from '../../../../core/domain/calendar.ts';
import type { ContractId, ItemId } from '../../../../core/domain/ids.ts';
import { sumCents } from '../../../../core/domain/money.ts';
import { contractDates } from '../../../../core/domain/schedule/contractDates.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useMediaQuery } from '../../../core/useMediaQuery.ts';
import { today } from '../../../core/today.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { EmptyPage } from '../../../parts/EmptyPage.tsx';
import { PageHeading } from '../../../parts/PageHeading.tsx';
import { nextSort, type Sort } from '../../../parts/tableSort.ts';
import { contractAddress } from './contractDraft.ts';
import { ContractPanel, NewContractPanel } from './ContractPanel.tsx';
import { InventoryTabs } from './InventoryTabs.tsx';

type Row = Output<'inventory.listContracts'>[number] & { readonly decideBy: IsoDate | null };

/** What the open panel says too, and a narrow table has no room for. */
const besidePanel: readonly string[] = ['itemName', 'renewal', 'supplier'];

/** All contracts, the one to be decided first at the top. */
export function ContractsView({ detail }: { readonly detail: string | null }) {
  const { translate, money, date } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listContracts', {});
  const [sort, setSort] = useState<Sort>({ by: 'decideBy', direction: 'ascending' });
  const rows = useMemo(
    () =>
      sorted(
        (data ?? []).map((contract) => ({ ...contract, decideBy: decideByOf(contract) })),
        sort,
      ),
    [data, sort],
  );
  const [, which, itemId] = detail?.split(':') ?? [];
  const isNarrow = !useMediaQuery('(min-width: 1500px)') && which !== undefined;
  const columns = useMemo(() => {
    const all = contractColumns({ translate, money, date });
    return isNarrow ? all.filter(({ id }) => !besidePanel.includes(id)) : all;
  }, [translate, money, date, isNarrow]);
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
        lead={rows.length === 0 ? undefined : translate('inventoryPage.contractsLead', { contracts: rows.length, cost: money(cost, 'whole') })}
      >
        {rows.length > 0 && addButton}
      </PageHeading>
      <InventoryTabs current="contracts" />
      {data !== undefined && rows.length === 0 ? (
        <EmptyPage sentence={translate('inventoryPage.noContractsYet')}>{addButton}</EmptyPage>
      ) : (
        <div className="inventory-table inventory-part">
          <DataTable
            label={translate('inventoryPage.contracts')}
            columns={columns}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={(row) => row.id}
            sort={sort}
            onSort={(by) => setSort((before) => nextSort(before, by, ['name', 'itemName', 'supplier', 'endsOn', 'decideBy']))}
            onOpenRow={(row) => go('inventory', contractAddress(row.id))}
            openKey={which}
          />
        </div>
      )}
      {which === 'new' && <NewContractPanel key={itemId ?? ''} itemId={(itemId as ItemId | undefined) ?? null} />}
      {which !== undefined && which !== 'new' && <ContractPanel key={which} contractId={which as ContractId} />}
    </>
  );
}

function decideByOf(contract: Output<'inventory.listContracts'>[number]): IsoDate | null {
  return contractDates(contract, today(), 0).next?.decideBy ?? null;
}

/** Unknown ones last, whichever way the others stand. */
function sorted(rows: readonly Row[], { by, direction }: Sort): readonly Row[] {
  const fieldOf = (row: Row) => row[by as 'name'] as string | number | null;
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [fieldOf(one), fieldOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
  });
}

function contractColumns({ translate, money, date }: Pick<ReturnType<typeof useTranslator>, 'translate' | 'money' | 'date'>): readonly Column<Row>[] {
  const none = <span className="soft">–</span>;
  const heading = (id: string) => translate(`inventoryPage.column.${id}`);
  return [
    { id: 'name', heading: heading('contract'), width: 'minmax(144px, 1.6fr)', sort: 'name', render: (row) => row.name, text: (row) => row.name },
    { id: 'decideBy', heading: heading('decideBy'), width: '144px', sort: 'decideBy', render: (row) => (row.decideBy === null ? none : date(row.decideBy)) },
    { id: 'endsOn', heading: heading('endsOn'), width: '104px', sort: 'endsOn', render: (row) => (row.endsOn === null ? none : date(row.endsOn)) },
    {
      id: 'annualCostCents',
      heading: heading('annualCostCents'),
      width: '108px',
      align: 'right',
      sort: 'annualCostCents',
      render: (row) => (row.annualCostCents === null ? <span className="soft">{translate('common.unknown')}</span> : money(row.annualCostCents, 'whole')),
    },
    { id: 'itemName', heading: heading('name'), width: 'minmax(128px, 1.3fr)', sort: 'itemName', render: (row) => row.itemName, text: (row) => row.itemName },
    {
      id: 'renewal',
      heading: heading('renewal'),
      width: '136px',
      render: (row) => translate(`inventoryPage.renewal.${row.renewal}`),
      text: (row) => translate(`common.renewal.${row.renewal}`),
    },
    {
      id: 'supplier',
      heading: heading('supplier'),
      width: 'minmax(152px, 1fr)',
      sort: 'supplier',
      render: (row) => row.supplier || none,
      text: (row) => row.supplier,
    },
  ];
}
