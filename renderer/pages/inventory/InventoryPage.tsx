import { FileUp, Plus } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { ItemId } from '../../../core/domain/ids.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useMediaQuery } from '../../core/useMediaQuery.ts';
import { useAsk } from '../../core/useAsk.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import type { Sort } from '../../parts/tableSort.ts';
import { useRowSelection } from '../../parts/useRowSelection.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { ContractsView } from './byHand/ContractsView.tsx';
import { InventoryTabs, placeOf } from './byHand/InventoryTabs.tsx';
import { NewItemPanel } from './byHand/NewItemPanel.tsx';
import { UnitsView } from './byHand/UnitsView.tsx';
import { CoverageMeter } from './CoverageMeter.tsx';
import { FilterSide } from './FilterSide.tsx';
import { DropArea } from './import/DropArea.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { useAddFiles } from './import/importFilesView.ts';
import { type ItemColumn, itemColumns } from './itemColumns.tsx';
import { useInventoryView, usualColumns, usualSort } from './inventoryView.ts';
import { type Choices, filterOf, hasChoices, noChoices, savedChoices, withinYear } from './itemChoices.ts';
import { ItemDetail } from './ItemDetail.tsx';
import { RawNamesPanel } from './RawNamesPanel.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import './inventory.css';

const wideWindow = '(min-width: 1500px)';
/** What the open panel says too, and the table beside it has no room for. */
const besidePanel = { narrow: ['track', 'seats', 'matched'], wide: ['accounts', 'supportEnds'] } as const;
const pick = (output: Output<'inventory.listItems'>) => ({ total: output.total, rows: output.items });
const listInput = (choices: Choices, sort: Sort) => ({ ...filterOf(choices), sort: sort.by as 'name', direction: sort.direction });

export function InventoryPage() {
  const detail = useRoute((state) => (state.page === 'inventory' ? state.detail : null));
  const { onDropped } = useAddFiles();
  return <DropArea onFiles={(files) => void onDropped(files)}>{detail === 'import' ? <ImportPage /> : <Part detail={detail} />}</DropArea>;
}

function Part({ detail }: { readonly detail: string | null }) {
  const place = placeOf(detail);
  if (place === 'contracts') return <ContractsView detail={detail} />;
  return place === 'units' ? <UnitsView detail={detail} /> : <Inventory detail={detail} />;
}

/** A letter and a tick show at once, in the filters; the list and its counts follow. */
function Inventory({ detail }: { readonly detail: string | null }) {
  const choices = useDeferredValue(useInventoryView((state) => state.choices));
  const sort = useDeferredValue(useInventoryView((state) => state.sort));
  return <ItemList detail={detail} choices={choices} sort={sort} />;
}

type Listed = { readonly choices: Choices; readonly sort: Sort };

const ItemList = memo(function ItemList({ detail, choices, sort }: Listed & { readonly detail: string | null }) {
  const translator = useTranslator();
  const { translate, money } = translator;
  const { onChoose } = useAddFiles();
  const go = useRoute((state) => state.go);
  const show = useInventoryView((state) => state.show);
  const filter = useMemo(() => filterOf(choices), [choices]);
  const year = useMemo(withinYear, []);
  const counts = useQuery('inventory.countItems', { ...filter, contractsEnding: year, supportEnding: year });
  const all = useMemo(() => itemColumns(translator), [translator]);
  const isWide = useMediaQuery(wideWindow);
  const usual = useMemo(() => usualColumns(isWide, choices.support.length > 0 || sort.by === 'supportEnds'), [isWide, choices.support, sort.by]);
  const columns = useShownColumns('inventory', all, usual);
  const input = useMemo(() => listInput(choices, sort), [choices, sort]);
  const copy = useCopyTable('inventory.listItems', input, pick, columns.shown);
  const data = counts.data;
  const isEmpty = data !== undefined && data.total === 0 && !hasChoices(choices);

  const importButton = (
    <ChangeButton type="button" className="button-primary" onClick={() => void onChoose()}>
      <FileUp size={16} aria-hidden />
      {translate('inventoryPage.import')}
    </ChangeButton>
  );
  const addButton = (
    <ChangeButton type="button" className="button" onClick={() => go('inventory', 'new')}>
      <Plus size={16} aria-hidden />
      {translate('inventoryPage.addItem')}
    </ChangeButton>
  );
  const lead =
    data === undefined || isEmpty
      ? undefined
      : translate('inventoryPage.lead', { items: data.total, cost: money(data.annualCostCents, 'whole'), without: data.withoutCost });
  return (
    <>
      <PageHeading title={translate('window.page.inventory')} lead={lead}>
        {!isEmpty && (
          <>
            <TableTools
              table="inventory"
              columns={columns}
              filter={savedChoices(choices)}
              sort={sort}
              usualSort={usualSort}
              builtIn={[
                { id: 'all', name: translate('parts.view.all'), filter: savedChoices(noChoices), sort: null },
                {
                  id: 'undecided',
                  name: translate('inventoryPage.view.undecided'),
                  filter: savedChoices({ ...noChoices, strategies: ['undecided'] }),
                  sort: null,
                },
                {
                  id: 'endsWithinYear',
                  name: translate('inventoryPage.view.endsWithinYear'),
                  filter: savedChoices({ ...noChoices, endsWithinYear: true }),
                  sort: { by: 'annualCostCents', direction: 'descending' },
                },
                {
                  id: 'supportEnds',
                  name: translate('inventoryPage.view.supportEnds'),
                  filter: savedChoices({ ...noChoices, support: ['ended', 'endsWithin'] }),
                  sort: { by: 'supportEnds', direction: 'ascending' },
                },
              ]}
              onApply={(chosen, order) => show(chosen, order ?? usualSort)}
              onCopy={copy}
            />
            {addButton}
            {importButton}
          </>
        )}
      </PageHeading>
      <InventoryTabs current="items" />
      {isEmpty ? (
        <EmptyPage sentence={translate('inventoryPage.empty')}>
          <div className="form-actions">
            {importButton}
            {addButton}
          </div>
        </EmptyPage>
      ) : (
        <>
          <CoverageMeter />
          <div className="inventory">
            <FilterSide counts={data} />
            <ItemTable choices={choices} sort={sort} columns={columns.shown} openKey={detail ?? undefined} />
          </div>
        </>
      )}
      {detail === 'names' && <RawNamesPanel />}
      {detail === 'new' && <NewItemPanel />}
      {detail !== null && detail !== 'names' && detail !== 'new' && <ItemDetail itemId={detail as ItemId} />}
    </>
  );
});

type TableProps = Listed & { readonly columns: readonly ItemColumn[]; readonly openKey: string | undefined };

const ItemTable = memo(function ItemTable({ choices, sort, columns, openKey }: TableProps) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const chosenRows = useInventoryView((state) => state.chosenRows);
  const { sortBy, chooseRows, clearChoices } = useInventoryView.getState();
  const input = useMemo(() => listInput(choices, sort), [choices, sort]);
  const items = usePages('inventory.listItems', input, pick);
  const askIds = useAsk('inventory.listItemIds');
  const isWide = useMediaQuery(wideWindow);
  const fitting = useMemo(() => {
    if (openKey === undefined) return columns;
    const left: readonly string[] = isWide ? besidePanel.wide : besidePanel.narrow;
    return columns.filter(({ id }) => id === sort.by || !left.includes(id));
  }, [columns, isWide, openKey, sort.by]);
  const selection = useRowSelection({
    chosen: chosenRows,
    choose: chooseRows,
    total: items.total,
    list: JSON.stringify(input),
    askKeys: (offset, limit) => askIds({ ...input, offset, limit }),
  });
  return (
    <div className="inventory-table">
      <DataTable
        label={translate('inventoryPage.items')}
        columns={fitting}
        rowCount={items.total}
        rowAt={items.rowAt}
        keyOf={(row) => row.id}
        onRange={items.onRange}
        sort={sort}
        onSort={sortBy}
        selection={selection}
        onOpenRow={(row) => go('inventory', row.id)}
        openKey={openKey}
        empty={
          items.isFetching ? undefined : (
            <div className="inventory-nothing">
              <p>{translate('inventoryPage.nothingFound')}</p>
              <button type="button" className="button" onClick={clearChoices}>
                {translate('inventoryPage.clearFilters')}
              </button>
            </div>
          )
        }
      />
      <SelectionBar total={items.total} />
    </div>
  );
});
