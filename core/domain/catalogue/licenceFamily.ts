/** Families by which people ask for licences; `other` is a free licence of none of the named families. */
export const licenceFamilies = ['proprietary', 'agpl', 'gpl', 'lgpl', 'mpl', 'eupl', 'apache', 'mit', 'bsd', 'other'] as const;
export type LicenceFamily = (typeof licenceFamilies)[number];

/** Looked for in this order, because `LGPL` and `AGPL` hold the letters of `GPL`. */
const marks: readonly (readonly [LicenceFamily, RegExp])[] = [
  ['agpl', /\bAGPL/],
  ['lgpl', /\bLGPL/],
  ['gpl', /\bGPL/],
  ['eupl', /\bEUPL/],
  ['mpl', /\bMPL/],
  ['apache', /\bApache\b/],
  ['mit', /\bMIT\b/],
  ['bsd', /\bBSD\b/],
];

/**
 * The family of a licence as the catalogue writes it. Where several licences stand in one expression, the first family
 * of the list counts, so that the stricter copyleft is found. What is called proprietary is proprietary, also where it is
 * built on something free.
 *
 * Example: `AGPL-3.0 / Apache-2.0` is `agpl`, `proprietary edition of a GPL-2.0 product` is `proprietary`, `PostgreSQL` is `other`.
 */
export function licenceFamily(licence: string): LicenceFamily {
  if (/\bproprietary\b/i.test(licence)) return 'proprietary';
  return marks.find(([, mark]) => mark.test(licence))?.[0] ?? 'other';
}
