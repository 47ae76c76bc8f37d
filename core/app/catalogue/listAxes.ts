import type { Output, Parsed } from '../../contract/contract.ts';
import type { Product } from '../../domain/catalogue/catalogue.ts';
import { searchCatalogue } from '../../domain/catalogue/searchCatalogue.ts';
import type { ProductId } from '../../domain/ids.ts';
import { compareNames, sortKey } from '../../domain/sortKey.ts';
import { createAxesSearch, type ProductAxes } from '../../domain/sovereignty/axesOfProduct.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import { type AppContext, openStore } from '../context.ts';
import { axesLine } from './axesLine.ts';
import { countBy } from './countBy.ts';
import { productLine } from './lines.ts';

type Input = Parsed<'catalogue.listAxes'>;
type Row = { readonly product: Product; readonly axes: ProductAxes };

const facets = {
  kind: (row: Row): string => row.product.kind,
  track: (row: Row): string => row.product.track,
  licence: (row: Row): string => row.axes.licence.family,
  law: (row: Row): string => row.axes.law.area,
};
type Facet = keyof typeof facets;
const facetNames = Object.keys(facets) as readonly Facet[];

export function listAxes(context: AppContext, input: Input): Output<'catalogue.listAxes'> {
  const { catalogue } = context.catalogue;
  const findAxes = createAxesSearch(catalogue, createDependencyGraph(catalogue));
  const inPlan = input.isInPlan ? productsOfPlan(context) : null;
  const rows = found(context, input.search).flatMap((product): Row[] => (inPlan && !inPlan.has(product.id) ? [] : [{ product, axes: findAxes(product) }]));
  const fits = (row: Row, aside?: Facet): boolean =>
    facetNames.every((facet) => facet === aside || input[facet] === undefined || input[facet] === facets[facet](row));
  const countsOf = (facet: Facet) =>
    countBy(
      rows.filter((row) => fits(row, facet)),
      facets[facet],
    );
  const chosen = sorted(
    rows.filter((row) => fits(row)),
    input,
  );
  return {
    total: chosen.length,
    byKind: countsOf('kind'),
    byTrack: countsOf('track'),
    byLicence: countsOf('licence'),
    byLaw: countsOf('law'),
    rows: chosen.slice(input.offset, input.offset + input.limit).map(({ product, axes }) => ({ ...productLine(catalogue, product), axes: axesLine(axes) })),
  };
}

function found(context: AppContext, search: string | undefined): readonly Product[] {
  const { catalogue } = context.catalogue;
  if (search === undefined || search.trim() === '') return [...catalogue.products.values()].sort(byName);
  const hits = searchCatalogue(catalogue, search, catalogue.products.size + catalogue.providers.size);
  return hits.flatMap((hit) => (hit.kind === 'product' ? [hit.product] : []));
}

/** What the plan has and what it moves to; nothing while no plan is open. */
function productsOfPlan(context: AppContext): ReadonlySet<ProductId> {
  if (!context.store) return new Set();
  return openStore(context).read((reader) => {
    const ids = [...reader.allItems().map((item) => item.productId), ...reader.decisions().map((decision) => decision.replacementId)];
    return new Set(ids.filter((id) => id !== null));
  });
}

function sorted(rows: readonly Row[], { sort, direction }: Input): readonly Row[] {
  if (sort === undefined) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  const keyOf = (row: Row): string | null => {
    if (sort === 'name') return sortKey(row.product.name);
    if (sort === 'track') return row.product.track;
    return sort === 'licence' ? sortKey(row.axes.licence.text) : (row.axes.support?.on ?? null);
  };
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => {
      // What nobody knows stands last, whichever way.
      if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null) || byName(one.row.product, other.row.product);
      return sign * (one.key < other.key ? -1 : one.key > other.key ? 1 : 0) || byName(one.row.product, other.row.product);
    })
    .map(({ row }) => row);
}

function byName(one: Product, other: Product): number {
  return compareNames(one.name, other.name) || (one.id < other.id ? -1 : 1);
}
