import { create } from 'zustand';
import type { Input, Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';

export type ProductRow = Output<'catalogue.listAxes'>['rows'][number];
export type ProviderRow = Output<'catalogue.listProviders'>['rows'][number];
export type Axes = ProductRow['axes'];
export type AxisLine = Axes['hosting'];

export const registerTabs = ['products', 'providers', 'exposure', 'outage'] as const;
export type RegisterTab = (typeof registerTabs)[number];

type ProductInput = Input<'catalogue.listAxes'>;
type ProviderInput = Input<'catalogue.listProviders'>;
export type ProductFilter = Pick<ProductInput, 'kind' | 'track' | 'licence' | 'law' | 'isInPlan'>;
type Sort = { readonly by: string; readonly direction: 'ascending' | 'descending' };

/** What fails: a recorded event or one provider. */
export type OutageChoice = { readonly eventId: string } | { readonly providerId: string } | null;

type RegisterView = {
  readonly tab: RegisterTab;
  readonly search: string;
  readonly products: ProductFilter;
  readonly productSort: Sort | null;
  readonly law: ProviderInput['law'];
  readonly providerSort: Sort | null;
  /** The day of the plan that is looked at beside today; null for the day on which the plan ends. */
  readonly later: IsoDate | null;
  readonly outage: OutageChoice;
  readonly isOutageLater: boolean;
  show(tab: RegisterTab): void;
  setSearch(search: string): void;
  setProducts(change: Partial<ProductFilter>): void;
  sortProducts(by: string): void;
  setLaw(law: ProviderInput['law']): void;
  sortProviders(by: string): void;
  setLater(day: IsoDate | null): void;
  replay(outage: OutageChoice): void;
  setOutageLater(isLater: boolean): void;
  showProducts(search: string, products: ProductFilter, sort: Sort | null): void;
  showProviders(search: string, law: ProviderInput['law'], sort: Sort | null): void;
  clear(): void;
};

export const emptyFilter: ProductFilter = { kind: undefined, track: undefined, licence: undefined, law: undefined, isInPlan: undefined };

function nextSort(sort: Sort | null, by: string, first: Sort['direction'] = 'ascending'): Sort {
  if (sort?.by !== by) return { by, direction: first };
  return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

export const useRegisterView = create<RegisterView>()((set) => ({
  tab: 'products',
  search: '',
  products: emptyFilter,
  productSort: null,
  law: undefined,
  providerSort: null,
  later: null,
  outage: null,
  isOutageLater: false,
  show: (tab) => set({ tab }),
  setSearch: (search) => set({ search }),
  setProducts: (change) => set(({ products }) => ({ products: { ...products, ...change } })),
  sortProducts: (by) => set(({ productSort }) => ({ productSort: nextSort(productSort, by) })),
  setLaw: (law) => set({ law }),
  sortProviders: (by) =>
    set(({ providerSort }) => ({ providerSort: nextSort(providerSort, by, by === 'makes' || by === 'reached' ? 'descending' : 'ascending') })),
  setLater: (later) => set({ later }),
  replay: (outage) => set({ outage, tab: 'outage' }),
  setOutageLater: (isOutageLater) => set({ isOutageLater }),
  showProducts: (search, products, productSort) => set({ search, products, productSort }),
  showProviders: (search, law, providerSort) => set({ search, law, providerSort }),
  clear: () => set({ search: '', products: emptyFilter, law: undefined }),
}));

/** Without the fields that narrow nothing: the core takes no empty ones. */
export function withoutEmpty<Fields extends object>(fields: Fields): Partial<{ [Key in keyof Fields]: Exclude<Fields[Key], undefined> }> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as never;
}

/** An entry as the address of the page holds it: a provider may carry the id of a product. */
export function entryOf(detail: string): { readonly id: string; readonly entry: 'product' | 'provider' } {
  return detail.startsWith('provider:') ? { id: detail.slice('provider:'.length), entry: 'provider' } : { id: detail, entry: 'product' };
}
export function detailOf(entry: 'product' | 'provider', id: string): string {
  return entry === 'provider' ? `provider:${id}` : id;
}
