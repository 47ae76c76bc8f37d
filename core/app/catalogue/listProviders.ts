import type { Output, Parsed } from '../../contract/contract.ts';
import { searchCatalogue } from '../../domain/catalogue/searchCatalogue.ts';
import type { ProviderId } from '../../domain/ids.ts';
import { compareNames, sortKey } from '../../domain/sortKey.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import { findProviders } from '../../domain/sovereignty/findExposure.ts';
import { lawArea } from '../../domain/sovereignty/lawArea.ts';
import type { AppContext } from '../context.ts';
import { countBy } from './countBy.ts';
import { providerLine } from './lines.ts';

type Row = Output<'catalogue.listProviders'>['rows'][number];

export function listProviders(context: AppContext, input: Parsed<'catalogue.listProviders'>): Output<'catalogue.listProviders'> {
  const rows = providerRows(context, input.search);
  const chosen = sorted(input.law === undefined ? rows : rows.filter((row) => row.area === input.law), input);
  return { total: chosen.length, byLaw: countBy(rows, (row) => row.area), rows: chosen.slice(input.offset, input.offset + input.limit) };
}

function providerRows(context: AppContext, search: string | undefined): Row[] {
  const { catalogue } = context.catalogue;
  const isSearch = search !== undefined && search.trim() !== '';
  const providers = isSearch
    ? searchCatalogue(catalogue, search, catalogue.products.size + catalogue.providers.size).flatMap((hit) => (hit.kind === 'provider' ? [hit.provider] : []))
    : [...catalogue.providers.values()].sort((one, other) => compareNames(one.name, other.name));
  const graph = createDependencyGraph(catalogue);
  const makes = new Map<ProviderId, number>();
  const reached = new Map<ProviderId, number>();
  for (const product of catalogue.products.values()) {
    makes.set(product.vendor, (makes.get(product.vendor) ?? 0) + 1);
    for (const { providerId, reach } of findProviders(graph, product.id))
      if (reach === 'operation') reached.set(providerId, (reached.get(providerId) ?? 0) + 1);
  }
  return providers.map((provider) => ({
    ...providerLine(provider),
    area: lawArea([provider.jurisdiction.value]),
    confidence: provider.jurisdiction.confidence,
    isDisputed: [provider.jurisdiction, ...provider.dependsOn, ...provider.notes].some((claim) => claim.disputed !== undefined),
    makes: makes.get(provider.id) ?? 0,
    reached: reached.get(provider.id) ?? 0,
    dependsOn: provider.dependsOn.map(({ value }) => ({
      id: value.provider,
      name: catalogue.providers.get(value.provider)?.name ?? value.provider,
      kind: value.kind,
    })),
  }));
}

function sorted(rows: readonly Row[], { sort, direction }: Parsed<'catalogue.listProviders'>): readonly Row[] {
  if (sort === undefined) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  const orderValue = (row: Row): string | number => (sort === 'name' ? sortKey(row.name) : row[sort]);
  return [...rows].sort((one, other) => {
    const [a, b] = [orderValue(one), orderValue(other)];
    return sign * (a < b ? -1 : a > b ? 1 : 0);
  });
}
