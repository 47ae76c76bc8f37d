import type { IsoDate } from '../calendar.ts';
import type { Product } from './catalogue.ts';
import { cleanName } from './cleanName.ts';

/** What a raw name and its version say beyond the product; null where they say nothing. */
export type Release = {
  /** In English, whatever the language of the name: `Professional Plus`, `LTSC Standard`. */
  readonly edition: string | null;
  /** As the catalogue writes it where its end of support is known, otherwise the year or the like: `2016`, `21H2`, `11g`. */
  readonly cycle: string | null;
  readonly supportEnds: IsoDate | null;
};

/** Folded words of an edition, the longer before the shorter that begins alike. */
const editions: readonly (readonly [string, string])[] = [
  ['professional plus', 'Professional Plus'],
  ['professionnel plus', 'Professional Plus'],
  ['pro plus', 'Professional Plus'],
  ['proplus', 'Professional Plus'],
  ['home and business', 'Home and Business'],
  ['famille et petite entreprise', 'Home and Business'],
  ['home and student', 'Home and Student'],
  ['famille et etudiant', 'Home and Student'],
  ['small business', 'Small Business'],
  ['professional', 'Professional'],
  ['professionnel', 'Professional'],
  ['pro', 'Professional'],
  ['enterprise', 'Enterprise'],
  ['entreprise', 'Enterprise'],
  ['datacenter', 'Datacenter'],
  ['standard', 'Standard'],
  ['education', 'Education'],
  ['essentials', 'Essentials'],
  ['developer', 'Developer'],
  ['express', 'Express'],
  ['community', 'Community'],
  ['ultimate', 'Ultimate'],
  ['premium', 'Premium'],
  ['business', 'Business'],
  ['home', 'Home'],
  ['famille', 'Home'],
  ['esr', 'ESR'],
];
const longTerm = ['ltsc', 'ltsb', 'lts'];

/**
 * Reads edition and cycle out of a name that is known to be a product, and looks up when the support of that cycle ends.
 * A cycle of the catalogue counts when all its words stand in the name (a word `3.11` also as `3.11.5`); where the name
 * holds none, the version is asked for cycles of figures. Of several the one with most words wins, then the longest.
 *
 * Example: `Microsoft Office Professional Plus 2016` is edition `Professional Plus`, cycle `2016`, supported until 2025-10-14.
 */
export function readRelease(rawName: string, version: string, product: Pick<Product, 'endOfSupport'>): Release {
  const words = cleanName(rawName).words.map(({ text }) => text);
  const cycles = product.endOfSupport.map(({ value }) => value);
  const known = cycles.filter(({ cycle }) => cycle !== null && standsIn(cycle, words));
  const byVersion = known.length > 0 ? [] : cycles.filter(({ cycle }) => cycle !== null && /^[\d.]+c?$/.test(cycle) && isOfCycle(version.trim(), cycle));
  const found = [...known, ...byVersion].sort((one, other) => weight(other.cycle) - weight(one.cycle))[0];
  const cycle = found?.cycle ?? plainCycle(words);
  const always = cycles.find((value) => value.cycle === null);
  return { edition: editionOf(words), cycle, supportEnds: found?.date ?? always?.date ?? null };
}

function weight(cycle: string | null): number {
  return cycle === null ? 0 : cycle.split(' ').length * 100 + cycle.length;
}

function standsIn(cycle: string, words: readonly string[]): boolean {
  const parts = cycle.toLowerCase().split(' ');
  return parts.every((part) => words.some((word) => isOfCycle(word, part) || (part === 'pro' && editionOf([word]) === 'Professional')));
}

/** `3.11.5` is of `3.11` and not of `3.1`; `19.3` and `19` are of Oracle's `19c`. */
function isOfCycle(version: string, cycle: string): boolean {
  if (version === cycle) return true;
  const figures = cycle.replace(/(?<=\d)c$/, '');
  if (!/^[\d.]+$/.test(figures)) return false;
  return version === figures || version.startsWith(`${figures}.`);
}

function editionOf(words: readonly string[]): string | null {
  const text = ` ${words.join(' ')} `;
  const edition = editions.find(([folded]) => text.includes(` ${folded} `))?.[1] ?? null;
  const term = longTerm.find((word) => text.includes(` ${word} `))?.toUpperCase() ?? null;
  if (term === null || term === 'LTS') return edition;
  return edition === null ? term : `${term} ${edition}`;
}

function plainCycle(words: readonly string[]): string | null {
  for (const [place, word] of words.entries()) {
    if (/^(?:199\d|20[0-3]\d)$/.test(word)) return words[place + 1] === 'r2' ? `${word} R2` : word;
    if (/^\d\dh[12]$/.test(word)) return word.toUpperCase();
    if (/^\d{1,2}[cgi]$/.test(word)) return word;
  }
  return null;
}
