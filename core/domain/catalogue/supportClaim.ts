import type { Product } from './catalogue.ts';
import { editionOf } from './editionOf.ts';

type EndOfSupport = Product['endOfSupport'][number];

/**
 * What the catalogue says of the end of support of the release that a cleaned name and its version mean; null where it says nothing.
 * A cycle of the catalogue counts when all its words stand in the name (a word `3.11` also as `3.11.5`); where the name
 * holds none, the version is asked for cycles of figures. Of several the one with most words wins, then the longest.
 * Where no cycle is found, a statement about the whole product holds.
 *
 * Example: the words `microsoft office 2016` mean the statement about cycle `2016`, which ends on 2025-10-14.
 */
export function supportClaim(words: readonly string[], version: string, { endOfSupport }: Pick<Product, 'endOfSupport'>): EndOfSupport | null {
  if (endOfSupport.length === 0) return null;
  const inName = endOfSupport.filter(({ value }) => value.cycle !== null && standsIn(value.cycle, words));
  const inVersion = () => endOfSupport.filter(({ value }) => value.cycle !== null && /^[\d.]+c?$/.test(value.cycle) && isOfCycle(version.trim(), value.cycle));
  const [found] = (inName.length > 0 ? inName : inVersion()).sort((one, other) => weight(other.value.cycle) - weight(one.value.cycle));
  return found ?? endOfSupport.find(({ value }) => value.cycle === null) ?? null;
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
