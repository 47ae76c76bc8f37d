import type { Catalogue, Claim, DependencyKind, OutageEvent, Product, Provider } from '../../../core/domain/catalogue/catalogue.ts';
import { assembleCatalogue } from '../../../core/domain/catalogue/checkCatalogue.ts';
import type { ItemId, ProductId, ProviderId, SourceId } from '../../../core/domain/ids.ts';
import type { ItemInUse } from '../../../core/domain/sovereignty/accountCounter.ts';

export function claim<Value>(value: Value): Claim<Value> {
  return { value, source: 'editors' as SourceId, date: '2026-11-21', confidence: 'unverified' };
}

/** `hosting:aws` is a dependency on the provider `aws`. */
function dependencies(texts: readonly string[]): Product['dependsOn'] {
  return texts.map((text) => {
    const [kind, provider] = text.split(':');
    return claim({ provider: provider as ProviderId, kind: kind as DependencyKind });
  });
}

export function product(
  id: string,
  fields: { kind?: Product['kind']; vendor?: string; dependsOn?: readonly string[]; includes?: readonly string[] } = {},
): Product {
  return {
    id: id as ProductId,
    name: id,
    vendor: (fields.vendor ?? 'maker') as ProviderId,
    kind: fields.kind ?? 'openSource',
    track: 'office',
    category: 'office-suite',
    defaultStrategy: 'keep',
    aliases: [],
    publishers: [],
    includes: (fields.includes ?? []) as readonly ProductId[],
    licence: claim('MIT'),
    summary: { de: id, en: id, fr: id },
    blockers: [],
    protocols: [],
    formats: [],
    endOfSupport: [],
    successors: [],
    replaces: [],
    usedIn: [],
    dependsOn: dependencies(fields.dependsOn ?? []),
    notes: [],
  };
}

export function provider(id: string, jurisdiction = 'ZZ', dependsOn: readonly string[] = []): Provider {
  return { id: id as ProviderId, name: id, jurisdiction: claim(jurisdiction), dependsOn: dependencies(dependsOn), notes: [] };
}

export function smallCatalogue(products: readonly Product[], providers: readonly Provider[], events: readonly OutageEvent[] = []): Catalogue {
  return assembleCatalogue({ sources: [], products, providers: [provider('maker'), ...providers], events });
}

export function item(id: string, productId: string | null, accounts = 0): ItemInUse {
  return { id: id as ItemId, productId: productId as ProductId | null, accounts };
}

export function profile(id: number, itemIds: readonly string[], accountCount: number): { id: number; itemIds: readonly ItemId[]; accountCount: number } {
  return { id, itemIds: itemIds as readonly ItemId[], accountCount };
}
