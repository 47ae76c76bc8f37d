import { useDeferredValue, useMemo } from 'react';
import type { Translator } from '../../../core/i18n/translate.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useMediaQuery } from '../../core/useMediaQuery.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { AxisWord, ExitWord, LawWord, LicenceWord, SupportWord } from './AxisCell.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { emptyFilter, type ProductRow, useRegisterView, withoutEmpty } from './registerView.ts';

const wideColumns = ['name', 'track', 'law', 'ownership', 'hosting', 'subProviders', 'updates', 'licence', 'support', 'exit'];
const usualColumns = wideColumns.filter((id) => id !== 'track' && id !== 'ownership');
const narrowColumns = ['name', 'law', 'licence'];
const kinds = ['proprietary', 'openSource', 'service'] as const;

export function ProductsTab({ hasPlan }: { readonly hasPlan: boolean }) {
  const translator = useTranslator();
  const { translate, number } = translator;
  const { detail, go } = useRoute();
  const { products: filter, productSort, search, setProducts, sortProducts, showProducts, clear } = useRegisterView();
  const searched = useDeferredValue(search.trim());
  const input = { ...withoutEmpty({ ...filter, search: searched }), ...(hasPlan ? {} : { isInPlan: undefined }) };
  const narrowing = withoutEmpty(input);
  const sorting = productSort === null ? {} : { sort: productSort.by as 'name' | 'track' | 'licence' | 'support', direction: productSort.direction };
  const pages = usePages('catalogue.listAxes', { ...narrowing, ...sorting }, (output) => output);
  const { data: counts } = useQuery('catalogue.listAxes', { ...narrowing, limit: 1 });
  const isWide = useMediaQuery('(min-width: 1600px)');
  const room = detail === null ? (isWide ? 'wide' : 'usual') : 'narrow';
  const all = useMemo(() => productColumns(translator), [translator]);
  const columns = useShownColumns('products', all, room === 'wide' ? wideColumns : usualColumns);
  // Beside an open entry, which has all axes, only those that tell entries apart.
  const fitting = useMemo(() => (room === 'narrow' ? columns.shown.filter(({ id }) => narrowColumns.includes(id)) : columns.shown), [columns.shown, room]);
  const ofKinds = kinds.reduce((sum, kind) => sum + (counts?.byKind[kind] ?? 0), 0);
  return (
    <>
      <div className="filters">
        <fieldset className="segments" aria-label={translate('registerPage.filter.kind')}>
          <button type="button" aria-pressed={filter.kind === undefined} onClick={() => setProducts({ kind: undefined })}>
            {translate('registerPage.filter.all')} <span className="segment-count">{number(ofKinds)}</span>
          </button>
          {kinds.map((kind) => (
            <button key={kind} type="button" aria-pressed={filter.kind === kind} onClick={() => setProducts({ kind })}>
              {translate(`registerPage.kinds.${kind}`)} <span className="segment-count">{number(counts?.byKind[kind] ?? 0)}</span>
            </button>
          ))}
        </fieldset>
        <FacetSelect
          label={translate('registerPage.filter.track')}
          allLabel={translate('mappingPage.filter.allTracks')}
          counts={counts?.byTrack}
          value={filter.track}
          nameOf={(track) => translate(`common.track.${track}`)}
          onChoose={(track) => setProducts({ track: track as typeof filter.track })}
        />
        <FacetSelect
          label={translate('registerPage.filter.licence')}
          allLabel={translate('registerPage.filter.allLicences')}
          counts={counts?.byLicence}
          value={filter.licence}
          nameOf={(family) => translate(`registerPage.licence.${family}`)}
          onChoose={(licence) => setProducts({ licence: licence as typeof filter.licence })}
        />
        <FacetSelect
          label={translate('registerPage.filter.law')}
          allLabel={translate('registerPage.filter.allLaws')}
          counts={counts?.byLaw}
          value={filter.law}
          nameOf={(area) => translate(`registerPage.law.${area}`)}
          onChoose={(law) => setProducts({ law: law as typeof filter.law })}
        />
        {hasPlan && (
          <label className="check-field">
            <input
              type="checkbox"
              checked={filter.isInPlan === true}
              onChange={(event) => setProducts({ isInPlan: event.target.checked ? true : undefined })}
            />
            {translate('registerPage.filter.isInPlan')}
          </label>
        )}
        <TableTools
          table="products"
          hasPlan={hasPlan}
          columns={columns}
          filter={{ search, ...withoutEmpty(filter) }}
          sort={productSort}
          usualSort={null}
          builtIn={[
            { id: 'all', name: translate('parts.view.all'), filter: { search: '' }, sort: null },
            { id: 'isInPlan', name: translate('registerPage.filter.isInPlan'), filter: { search: '', isInPlan: true }, sort: null },
          ]}
          onApply={({ search: text, ...narrow }, order) => showProducts(text, { ...emptyFilter, ...narrow }, order)}
        />
      </div>
      <DataTable
        label={translate('registerPage.tab.products')}
        columns={fitting}
        rowCount={pages.total}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        keyOf={(row) => row.id}
        sort={productSort ?? undefined}
        onSort={sortProducts}
        onOpenRow={(row) => go('register', row.id)}
        openKey={detail ?? undefined}
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

function productColumns({ translate }: Translator): readonly Column<ProductRow>[] {
  const day = today();
  const axis = (id: string, width: string, render: Column<ProductRow>['render'], sort?: string): Column<ProductRow> => ({
    id,
    heading: translate(`registerPage.axis.${id}`),
    width,
    render,
    sort,
  });
  const name: Column<ProductRow> = {
    id: 'name',
    heading: translate('registerPage.column.name'),
    width: 'minmax(200px, 3fr)',
    sort: 'name',
    text: (row) => `${row.name} · ${row.vendorName}`,
    render: (row) => (
      <span className="register-name">
        <span className="register-title">{row.name}</span>
        <span className="small soft">{row.vendorName}</span>
      </span>
    ),
  };
  const law = axis('law', 'minmax(104px, 1fr)', (row) => <LawWord law={row.axes.law} />);
  const licence = axis('licence', 'minmax(108px, 1fr)', (row) => <LicenceWord licence={row.axes.licence} />, 'licence');
  const track: Column<ProductRow> = {
    id: 'track',
    heading: translate('registerPage.column.track'),
    width: 'minmax(150px, 1.4fr)',
    sort: 'track',
    render: (row) => <TrackDot track={row.track} />,
  };
  const ownership = axis('ownership', 'minmax(108px, 1fr)', (row) => <AxisWord axis={row.axes.ownership} shape="bound" />);
  return [
    name,
    track,
    law,
    ownership,
    axis('hosting', 'minmax(108px, 1fr)', (row) => <AxisWord axis={row.axes.hosting} shape="bound" freeKey="registerPage.freeHosting" />),
    axis('subProviders', 'minmax(112px, 1fr)', (row) => <AxisWord axis={row.axes.subProviders} shape="bound" />),
    axis('updates', 'minmax(116px, 1fr)', (row) => <AxisWord axis={row.axes.updates} shape="bound" freeKey="registerPage.freeUpdates" />),
    licence,
    axis('support', '124px', (row) => <SupportWord support={row.axes.support} today={day} />, 'support'),
    axis('exit', 'minmax(116px, 1fr)', (row) => <ExitWord exit={row.axes.exit} isProprietary={row.kind !== 'openSource'} />),
  ];
}
