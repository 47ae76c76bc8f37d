import { useDeferredValue, useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { providerColumns } from './providerColumns.tsx';
import { detailOf, entryOf, useRegisterView, withoutEmpty } from './registerView.ts';

const asPage = (output: Output<'catalogue.listProviders'>) => output;
const usualColumns = ['name', 'law', 'makes', 'reached', 'dependsOn'];
const narrowColumns = ['name', 'law'];

export function ProvidersTab({ hasPlan }: { readonly hasPlan: boolean }) {
  const translator = useTranslator();
  const { translate } = translator;
  const { detail, go } = useRoute();
  const { search, law, setLaw, providerSort, sortProviders, showProviders, clear } = useRegisterView();
  const searched = useDeferredValue(search.trim());
  const narrowing = withoutEmpty({ law, search: searched });
  const sorting = providerSort === null ? {} : { sort: providerSort.by as 'name' | 'jurisdiction' | 'makes' | 'reached', direction: providerSort.direction };
  const input = { ...narrowing, ...sorting };
  const pages = usePages('catalogue.listProviders', input, asPage);
  const { data: counts } = useQuery('catalogue.listProviders', { ...narrowing, limit: 1 });
  const open = detail === null ? null : entryOf(detail);
  const hasPanel = open !== null;
  const all = useMemo(() => providerColumns(translator), [translator]);
  const columns = useShownColumns('providers', all, usualColumns);
  const copy = useCopyTable('catalogue.listProviders', input, asPage, columns.shown);
  const fitting = useMemo(() => (hasPanel ? columns.shown.filter(({ id }) => narrowColumns.includes(id)) : columns.shown), [columns.shown, hasPanel]);
  return (
    <>
      <div className="filters">
        <FacetSelect
          label={translate('registerPage.filter.law')}
          allLabel={translate('registerPage.filter.allLaws')}
          counts={counts?.byLaw}
          value={law}
          nameOf={(area) => translate(`registerPage.law.${area}`)}
          onChoose={(area) => setLaw(area as typeof law)}
        />
        <TableTools
          table="providers"
          hasPlan={hasPlan}
          columns={columns}
          filter={{ search, ...withoutEmpty({ law }) }}
          sort={providerSort}
          usualSort={null}
          builtIn={[{ id: 'all', name: translate('parts.view.all'), filter: { search: '' }, sort: null }]}
          onApply={(narrow, order) => showProviders(narrow.search, narrow.law, order)}
          onCopy={copy}
        />
      </div>
      <DataTable
        label={translate('registerPage.tab.providers')}
        columns={fitting}
        rowCount={pages.total}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        keyOf={(row) => row.id}
        sort={providerSort ?? undefined}
        onSort={sortProviders}
        onOpenRow={(row) => go('register', detailOf('provider', row.id))}
        openKey={open?.entry === 'provider' ? open.id : undefined}
        empty={
          pages.isFetching ? undefined : (
            <>
              {translate('registerPage.nothingFits')}{' '}
              <button type="button" className="button-quiet" onClick={clear}>
                {translate('mappingPage.clearFilter')}
              </button>
            </>
          )
        }
      />
    </>
  );
}
