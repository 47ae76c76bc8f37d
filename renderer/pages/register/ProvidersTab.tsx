import { useDeferredValue, useMemo } from 'react';
import type { Translator } from '../../../core/i18n/translate.ts';
import { countryName } from '../../core/countryName.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { AxisShape, DisputedMark, Unknown } from './AxisCell.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { detailOf, entryOf, type ProviderRow, useRegisterView, withoutEmpty } from './registerView.ts';

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
  const pages = usePages('catalogue.listProviders', { ...narrowing, ...sorting }, (output) => output);
  const { data: counts } = useQuery('catalogue.listProviders', { ...narrowing, limit: 1 });
  const open = detail === null ? null : entryOf(detail);
  const hasPanel = open !== null;
  const all = useMemo(() => providerColumns(translator), [translator]);
  const columns = useShownColumns('providers', all, usualColumns);
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

function providerColumns({ translate, number, locale }: Translator): readonly Column<ProviderRow>[] {
  const name: Column<ProviderRow> = {
    id: 'name',
    heading: translate('registerPage.column.provider'),
    width: 'minmax(200px, 2fr)',
    sort: 'name',
    text: (row) => row.name,
    render: (row) => (
      <span className="axis-word">
        <span className="register-title">{row.name}</span>
        <DisputedMark isDisputed={row.isDisputed} />
      </span>
    ),
  };
  const law: Column<ProviderRow> = {
    id: 'law',
    heading: translate('registerPage.axis.law'),
    width: 'minmax(160px, 1fr)',
    sort: 'jurisdiction',
    render: (row) => {
      const country = countryName(locale, row.jurisdiction);
      if (country === null) return <Unknown />;
      return (
        <span className="axis-word">
          <AxisShape shape={row.area === 'union' ? 'inside' : 'outside'} />
          <span className="axis-text">{country}</span>
          <span className="soft">
            <ConfidenceMark confidence={row.confidence} isShort />
          </span>
        </span>
      );
    },
  };
  const count = (id: 'makes' | 'reached', width: string): Column<ProviderRow> => ({
    id,
    heading: translate(`registerPage.column.${id}`),
    width,
    align: 'right',
    sort: id,
    render: (row) => (row[id] === 0 ? <span className="soft">–</span> : number(row[id])),
  });
  return [
    name,
    law,
    count('makes', '140px'),
    count('reached', '180px'),
    {
      id: 'dependsOn',
      heading: translate('claims.about.dependsOn'),
      width: 'minmax(200px, 2fr)',
      text: (row) => row.dependsOn.map((on) => on.name).join(', '),
      render: (row) =>
        row.dependsOn.length === 0 ? (
          <Unknown />
        ) : (
          row.dependsOn.map((on) => translate('claims.dependency', { name: on.name, kind: translate(`sovereignty.kind.${on.kind}`) })).join(', ')
        ),
    },
  ];
}
