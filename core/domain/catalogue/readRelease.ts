import type { IsoDate } from '../calendar.ts';
import type { Product } from './catalogue.ts';
import { cleanName } from './cleanName.ts';
import { editionOf } from './editionOf.ts';
import { supportClaim } from './supportClaim.ts';

/** What a raw name and its version say beyond the product; null where they say nothing. */
export type Release = {
  /** In English, whatever the language of the name: `Professional Plus`, `LTSC Standard`. */
  readonly edition: string | null;
  /** As the catalogue writes it where its end of support is known, otherwise the year or the like: `2016`, `21H2`, `11g`. */
  readonly cycle: string | null;
  readonly supportEnds: IsoDate | null;
};

/**
 * Reads edition and cycle out of a name that is known to be a product, and looks up when the support of that cycle ends.
 *
 * Example: `Microsoft Office Professional Plus 2016` is edition `Professional Plus`, cycle `2016`, supported until 2025-10-14.
 */
export function readRelease(rawName: string, version: string, product: Pick<Product, 'endOfSupport'>): Release {
  const words = cleanName(rawName).words.map(({ text }) => text);
  const ends = supportClaim(words, version, product)?.value;
  return { edition: editionOf(words), cycle: ends?.cycle ?? plainCycle(words), supportEnds: ends?.date ?? null };
}

function plainCycle(words: readonly string[]): string | null {
  for (const [place, word] of words.entries()) {
    if (/^(?:199\d|20[0-3]\d)$/.test(word)) return words[place + 1] === 'r2' ? `${word} R2` : word;
    if (/^\d\dh[12]$/.test(word)) return word.toUpperCase();
    if (/^\d{1,2}[cgi]$/.test(word)) return word;
  }
  return null;
}
