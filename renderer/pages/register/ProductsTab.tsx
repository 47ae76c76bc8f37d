import { useDeferredValue, useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useMediaQuery } from '../../core/useMediaQuery.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { productColumns } from './productColumns.tsx';
import { emptyFilter, useRegisterView, withoutEmpty } from './registerView.ts';

const asPage = (output: Output<'catalogue.listAxes'>) => output;
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
  const ordered = { ...narrowing, ...sorting };
  const pages = usePages('catalogue.listAxes', ordered, asPage);
  const { data: counts } = useQuery('catalogue.listAxes', { ...narrowing, limit: 1 });
  const isWide = useMediaQuery('(min-width: 1600px)');
  const room = detail === null ? (isWide ? 'wide' : 'usual') : 'narrow';
  const all = useMemo(() => productColumns(translator), [translator]);
  const columns = useShownColumns('products', all, room === 'wide' ? wideColumns : usualColumns);
  // Beside an open entry, which has all axes, only those that tell entries apart.
  const fitting = useMemo(() => (room === 'narrow' ? columns.shown.filter(({ id }) => narrowColumns.includes(id)) : columns.shown), [columns.shown, room]);
  const copy = useCopyTable('catalogue.listAxes', ordered, asPage, columns.shown);
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
          onCopy={copy}
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
