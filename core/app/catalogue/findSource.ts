import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

/** Compared as a whole: an address that only begins like a known one may lead anywhere. */
export function findSource(context: AppContext, input: Parsed<'catalogue.findSource'>): Output<'catalogue.findSource'> {
  for (const { title, publisher, url } of context.catalogue.catalogue.sources.values()) {
    if (url !== undefined && url === input.url) return { title, publisher, url };
  }
  return null;
}
