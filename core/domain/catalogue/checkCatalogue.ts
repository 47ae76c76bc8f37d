import type { Catalogue, OutageEvent, Product, Provider, Source } from './catalogue.ts';
import { listProductClaims, listProviderClaims } from './listClaims.ts';
import type { PlacedClaim } from './listClaims.ts';

/** The entries in the order of the files, before doubles are lost in maps. */
export type CatalogueEntries = {
  readonly sources: readonly Source[];
  readonly products: readonly Product[];
  readonly providers: readonly Provider[];
  readonly events: readonly OutageEvent[];
};

export type EntryKind = 'source' | 'product' | 'provider' | 'event';

/** A statement of the catalogue that cannot stand. `index` counts within the entries of that kind. */
export type CatalogueDefect = {
  readonly kind: EntryKind;
  readonly index: number;
  readonly field: string;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The only source that may stand for something nobody looked up, always with the confidence `unverified`. */
const editorsSource = 'editors';

/**
 * Says what in the catalogue cannot stand: an id or an alias given twice, a reference to an entry that does not exist,
 * a claim whose source is unknown, and a claim that hides that nobody looked it up. The source `editors` and the
 * confidence `unverified` belong together: each without the other is a defect.
 *
 * Example: a product whose licence is `{ value: 'MPL-2.0', source: 'editors', confidence: 'A' }` gives one defect,
 * `catalogue.issue.editorsMustBeUnverified`, in the field `licence`.
 */
export function checkCatalogue(entries: CatalogueEntries): readonly CatalogueDefect[] {
  const defects: CatalogueDefect[] = [];
  const report = (kind: EntryKind, index: number, field: string, key: string, params: Readonly<Record<string, string | number>>) =>
    defects.push({ kind, index, field, messageKey: `catalogue.issue.${key}`, params });
  const sourceIds = new Set<string>(entries.sources.map((source) => source.id));
  const productIds = new Set<string>(entries.products.map((product) => product.id));
  const providerIds = new Set<string>(entries.providers.map((provider) => provider.id));

  const checkDoubles = (kind: EntryKind, ids: readonly string[]) => {
    const seen = new Set<string>();
    for (const [index, id] of ids.entries()) {
      if (seen.has(id)) report(kind, index, 'id', 'duplicateId', { id });
      seen.add(id);
    }
  };
  const checkReference = (kind: EntryKind, index: number, id: string, field: string, known: ReadonlySet<string>, key: string, reference: string) => {
    if (!known.has(reference)) report(kind, index, field, key, { id, reference });
  };
  const checkClaim = (kind: EntryKind, index: number, id: string, { field, claim }: PlacedClaim) => {
    checkReference(kind, index, id, `${field}.source`, sourceIds, 'unknownSource', claim.source);
    if (claim.disputed) checkReference(kind, index, id, `${field}.disputed.source`, sourceIds, 'unknownSource', claim.disputed.source);
    if (claim.source === editorsSource && claim.confidence !== 'unverified') report(kind, index, field, 'editorsMustBeUnverified', { id });
    if (claim.source !== editorsSource && claim.confidence === 'unverified') report(kind, index, field, 'unverifiedMustNameEditors', { id });
  };

  checkDoubles(
    'source',
    entries.sources.map((source) => source.id),
  );
  checkDoubles(
    'product',
    entries.products.map((product) => product.id),
  );
  checkDoubles(
    'provider',
    entries.providers.map((provider) => provider.id),
  );
  checkDoubles(
    'event',
    entries.events.map((event) => event.id),
  );

  const aliasOwners = new Map<string, string>();
  for (const [index, product] of entries.products.entries()) {
    const { id } = product;
    checkReference('product', index, id, 'vendor', providerIds, 'unknownVendor', product.vendor);
    for (const alias of product.aliases) {
      const owner = aliasOwners.get(alias);
      if (owner !== undefined) report('product', index, 'aliases', 'duplicateAlias', { id, alias, owner });
      else aliasOwners.set(alias, id);
    }
    for (const included of product.includes) checkReference('product', index, id, 'includes', productIds, 'unknownProduct', included);
    for (const found of listProductClaims(product)) checkClaim('product', index, id, found);
    for (const [place, { value }] of product.dependsOn.entries()) {
      checkReference('product', index, id, `dependsOn[${place}]`, providerIds, 'unknownProvider', value.provider);
    }
    for (const field of ['successors', 'replaces'] as const) {
      for (const [place, { value }] of product[field].entries()) {
        checkReference('product', index, id, `${field}[${place}]`, productIds, 'unknownProduct', value);
        if (value === id) report('product', index, `${field}[${place}]`, 'pointsToItself', { id });
      }
    }
  }
  for (const [index, provider] of entries.providers.entries()) {
    for (const found of listProviderClaims(provider)) checkClaim('provider', index, provider.id, found);
    for (const [place, { value }] of provider.dependsOn.entries()) {
      checkReference('provider', index, provider.id, `dependsOn[${place}]`, providerIds, 'unknownProvider', value.provider);
      if (value.provider === provider.id) report('provider', index, `dependsOn[${place}]`, 'pointsToItself', { id: provider.id });
    }
  }
  for (const [index, event] of entries.events.entries()) {
    checkReference('event', index, event.id, 'provider', providerIds, 'unknownProvider', event.provider);
    checkClaim('event', index, event.id, { field: 'reported', claim: event.reported });
    for (const product of [...event.reported.value.down, ...event.reported.value.notDown]) {
      checkReference('event', index, event.id, 'reported', productIds, 'unknownProduct', product);
    }
  }
  return defects;
}

/**
 * The entries by id. Of two with one id the first stands; `checkCatalogue` reports the other.
 *
 * Example: of two products `sogo`, named SOGo and Copy, the catalogue has SOGo.
 */
export function assembleCatalogue(entries: CatalogueEntries): Catalogue {
  const byId = <Id extends string, Entry extends { readonly id: Id }>(list: readonly Entry[]): ReadonlyMap<Id, Entry> => {
    const map = new Map<Id, Entry>();
    for (const entry of list) if (!map.has(entry.id)) map.set(entry.id, entry);
    return map;
  };
  return { sources: byId(entries.sources), products: byId(entries.products), providers: byId(entries.providers), events: byId(entries.events) };
}
