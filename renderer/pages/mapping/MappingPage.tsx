import { ListChecks, WandSparkles } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useAsk } from '../../core/useAsk.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ChosenBar } from '../../parts/ChosenBar.tsx';
import { countChosen } from '../../parts/chosenRows.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useRowSelection } from '../../parts/useRowSelection.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { BulkPanel } from './BulkPanel.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { mappingColumns } from './mappingColumns.tsx';
import { MappingFilters } from './MappingFilters.tsx';
import { emptyFilter, filterInput, type MappingRow, useMappingView, usualSort } from './mappingView.ts';
import { ProposalsPanel } from './ProposalsPanel.tsx';
import '../../parts/filters.css';
import './mapping.css';

const usualColumns = ['item', 'accounts', 'replacement', 'cost'];
const asPage = (output: Output<'mapping.list'>) => output;
const keyOf = (row: MappingRow): string => row.itemId;

export function MappingPage() {
  const translator = useTranslator();
  const { translate, number } = translator;
  const { detail, go } = useRoute();
  const { filter, sort, sortBy, chosen, choose, panel, showPanel, clearFilter, show } = useMappingView();
  const narrowed = useDeferredValue(filter);
  const matching = useMemo(() => filterInput(narrowed), [narrowed]);
  const whole = useQuery('mapping.list', { limit: 1 });
  const counts = useQuery('mapping.list', { ...matching, limit: 1 });
  const preview = useQuery('mapping.preview', {});
  const input = useMemo(() => ({ ...matching, sort: sort.by, direction: sort.direction }), [matching, sort]);
  const pages = usePages('mapping.list', input, asPage);
  const askIds = useAsk('mapping.listItemIds');
  const selection = useRowSelection({
    chosen,
    choose,
    total: pages.total,
    list: JSON.stringify(input),
    askKeys: (offset, limit) => askIds({ ...input, offset, limit }),
  });

  // A detail and a panel stand in the same place; whichever was asked for last stays.
  useEffect(() => {
    if (detail !== null) showPanel(null);
  }, [detail, showPanel]);
  const openPanel = (kind: 'proposals' | 'bulk') => {
    if (detail !== null) go('mapping');
    showPanel(kind);
  };

  const hasPanel = detail !== null || panel !== null;
  const mostAccounts = whole.data?.mostAccounts ?? 0;
  const allColumns = useMemo(() => mappingColumns(translator, mostAccounts, !hasPanel), [translator, mostAccounts, hasPanel]);
  const columns = useShownColumns('mapping', allColumns, usualColumns);
  // Beside an open panel, which says the cost, the names need the room.
  const fitting = useMemo(() => (hasPanel ? columns.shown.filter(({ id }) => id !== 'cost') : columns.shown), [columns.shown, hasPanel]);
  const copy = useCopyTable('mapping.list', input, asPage, columns.shown);
  const chosenCount = countChosen(chosen, pages.total);

  if (whole.data?.total === 0) {
    return (
      <>
        <PageHeading title={translate('window.page.mapping')} />
        <EmptyPage sentence={translate('mappingPage.empty')}>
          <button type="button" className="button-primary" onClick={() => go('inventory')}>
            {translate('mappingPage.toInventory')}
          </button>
        </EmptyPage>
      </>
    );
  }
  const all = whole.data?.byStrategy;
  const proposals = preview.data?.changes ?? 0;
  return (
    <>
      <PageHeading
        title={translate('window.page.mapping')}
        lead={all && whole.data ? translate('mappingPage.lead', { items: whole.data.total, replaced: all.replace, open: all.undecided }) : ' '}
      >
        <TableTools
          table="mapping"
          columns={columns}
          filter={filter}
          sort={sort}
          usualSort={usualSort}
          builtIn={[
            { id: 'all', name: translate('parts.view.all'), filter: emptyFilter, sort: null },
            {
              id: 'undecided',
              name: translate('mappingPage.view.undecided'),
              filter: { ...emptyFilter, strategy: 'undecided' },
              sort: { by: 'annualCostCents', direction: 'descending' },
            },
          ]}
          onApply={({ search, strategy, track }, order) => show({ search, strategy, track }, order)}
          onCopy={copy}
        />
        <button type="button" className="button" onClick={() => openPanel('proposals')} aria-expanded={panel === 'proposals'}>
          <WandSparkles size={16} aria-hidden /> {translate('mappingPage.proposals')}{' '}
          {proposals > 0 && <span className="segment-count">{number(proposals)}</span>}
        </button>
      </PageHeading>
      <MappingFilters counts={counts.data} />
      <DataTable
        label={translate('window.page.mapping')}
        columns={fitting}
        rowCount={pages.total}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        keyOf={keyOf}
        rowHeight={76}
        sort={sort}
        onSort={sortBy}
        selection={selection}
        onOpenRow={(row) => go('mapping', row.itemId)}
        openKey={detail ?? undefined}
        empty={
          pages.isFetching ? undefined : (
            <>
              {translate('mappingPage.nothingFits')}{' '}
              <button type="button" className="button-quiet" onClick={clearFilter}>
                {translate('mappingPage.clearFilter')}
              </button>
            </>
          )
        }
      />
      <ChosenBar chosen={chosen} choose={choose} total={pages.total}>
        <ChangeButton type="button" className="button-primary" onClick={() => openPanel('bulk')}>
          <ListChecks size={16} aria-hidden /> {translate('mappingPage.decideChosen')}
        </ChangeButton>
      </ChosenBar>
      {detail !== null && <ItemPanel key={detail} itemId={detail as MappingRow['itemId']} onClose={() => go('mapping')} />}
      {detail === null && panel === 'proposals' && <ProposalsPanel onClose={() => showPanel(null)} />}
      {detail === null && panel === 'bulk' && chosenCount > 0 && <BulkPanel count={chosenCount} matching={matching} onClose={() => showPanel(null)} />}
    </>
  );
}
