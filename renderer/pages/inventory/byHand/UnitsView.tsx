import { FileUp, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { UnitId } from '../../../../core/domain/ids.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { EmptyPage } from '../../../parts/EmptyPage.tsx';
import { PageHeading } from '../../../parts/PageHeading.tsx';
import { useAddFiles } from '../import/importFilesView.ts';
import { InventoryTabs } from './InventoryTabs.tsx';
import { NewUnitPanel, UnitPanel } from './UnitPanel.tsx';

type Row = Output<'inventory.listUnits'>[number];

/** The units in the order of their tree, each with the accounts that stand directly in it. */
export function UnitsView({ detail }: { readonly detail: string | null }) {
  const { translate, number } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listUnits', {});
  const { data: use } = useQuery('inventory.getAccountUse', {});
  const { onChoose } = useAddFiles();
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'path',
        heading: translate('inventoryPage.column.unit'),
        width: 'minmax(200px, 3fr)',
        render: (row) => row.path,
        text: (row) => row.path,
      },
      { id: 'role', heading: translate('cli.column.role'), width: 'minmax(140px, 1fr)', render: (row) => translate(`cli.role.${row.role}`) },
      {
        id: 'accounts',
        heading: translate('inventoryPage.column.accounts'),
        width: '112px',
        align: 'right',
        render: (row) => (row.accountCount === 0 ? <span className="soft">–</span> : number(row.accountCount)),
      },
    ],
    [translate, number],
  );
  const [, which] = detail?.split(':') ?? [];
  const addButton = (
    <ChangeButton type="button" className="button-primary" onClick={() => go('inventory', 'unit:new')}>
      <Plus size={16} aria-hidden />
      {translate('inventoryPage.addUnit')}
    </ChangeButton>
  );
  const units = data ?? [];
  const accounts = units.reduce((sum, unit) => sum + unit.accountCount, 0);
  return (
    <>
      <PageHeading
        title={translate('window.page.inventory')}
        lead={units.length === 0 ? undefined : translate('inventoryPage.unitsLead', { units: units.length, accounts })}
      >
        {units.length > 0 && addButton}
      </PageHeading>
      <InventoryTabs current="units" />
      {use && (use.latestUse !== null || use.mailboxes > 0) && <AccountUse use={use} />}
      {data !== undefined && units.length === 0 ? (
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
          <DataTable
            label={translate('inventoryPage.part.units')}
            columns={columns}
            rowCount={units.length}
            rowAt={(index) => units[index]}
            keyOf={(row) => row.id}
            onOpenRow={(row) => go('inventory', `unit:${row.id}`)}
            openKey={which}
          />
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
