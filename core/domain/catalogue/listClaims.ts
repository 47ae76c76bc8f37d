import type { Catalogue, Claim, Confidence, Product, Provider } from './catalogue.ts';

/** A claim with the field it stands in: `licence`, `replaces[2]`. */
export type PlacedClaim = { readonly field: string; readonly claim: Claim<unknown> };

function placed(field: string, claims: readonly Claim<unknown>[]): readonly PlacedClaim[] {
  return claims.map((claim, index) => ({ field: `${field}[${index}]`, claim }));
}

/**
 * Every claim of a product: its licence first, then its lists, each in its order.
 *
 * Example: a product with a licence and one protocol has two, `licence` and `protocols[0]`.
 */
export function listProductClaims(product: Product): readonly PlacedClaim[] {
  const { licence, blockers, protocols, formats, endOfSupport, successors, replaces, usedIn, dependsOn, notes } = product;
  const lists = { blockers, protocols, formats, endOfSupport, successors, replaces, usedIn, dependsOn, notes };
  return [{ field: 'licence', claim: licence }, ...Object.entries(lists).flatMap(([field, claims]) => placed(field, claims))];
}

/**
 * Every claim of a provider: its jurisdiction, its dependencies, its notes.
 *
 * Example: a provider with one dependency has two, `jurisdiction` and `dependsOn[0]`.
 */
export function listProviderClaims({ jurisdiction, dependsOn, notes }: Provider): readonly PlacedClaim[] {
  return [{ field: 'jurisdiction', claim: jurisdiction }, ...placed('dependsOn', dependsOn), ...placed('notes', notes)];
}

/**
 * How many claims the whole catalogue holds, by confidence; the other side of a disputed claim is none of its own.
 *
 * Example: a catalogue of one provider whose jurisdiction is `unverified` counts `{ A: 0, B: 0, C: 0, calc: 0, unverified: 1 }`.
 */
export function countClaims(catalogue: Catalogue): Readonly<Record<Confidence, number>> {
  const counts: Record<Confidence, number> = { A: 0, B: 0, C: 0, calc: 0, unverified: 0 };
  for (const product of catalogue.products.values()) for (const { claim } of listProductClaims(product)) counts[claim.confidence] += 1;
  for (const provider of catalogue.providers.values()) for (const { claim } of listProviderClaims(provider)) counts[claim.confidence] += 1;
  for (const { reported } of catalogue.events.values()) counts[reported.confidence] += 1;
  return counts;
}
