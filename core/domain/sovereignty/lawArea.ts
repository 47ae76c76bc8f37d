/** Whose law reaches a product: only members of the Union, somebody outside of it, or nobody knows. */
export const lawAreas = ['union', 'outside', 'unknown'] as const;
export type LawArea = (typeof lawAreas)[number];

/** Member states of the European Union since 1 February 2020, and `EU` where several of them share a provider. */
const union: ReadonlySet<string> = new Set('EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/**
 * One law from outside the Union is enough to be `outside`. Where none is known to be, one unknown country is enough to
 * be `unknown`: what nobody knows is never counted as harmless.
 *
 * Example: `FR, US` is `outside`, `FR, ZZ` is `unknown`, `FR, DE` is `union`, no country at all is `unknown`.
 */
export function lawArea(jurisdictions: readonly string[]): LawArea {
  if (jurisdictions.some((country) => country !== 'ZZ' && !union.has(country))) return 'outside';
  return jurisdictions.length === 0 || jurisdictions.includes('ZZ') ? 'unknown' : 'union';
}
