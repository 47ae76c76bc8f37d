import { frenchSpaces } from '../core/i18n/frenchSpaces.ts';

/**
 * The same data with every French text of a template set as French is: its files hold plain spaces, as messages do.
 * Example: `{ fr: 'sur demande ; hypothèse' }` keeps its semicolon on the line of the word before it.
 */
export function frenchTexts<Data>(data: Data): Data {
  return set(data) as Data;
}

function set(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(set);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, key === 'fr' && typeof value === 'string' ? frenchSpaces(value) : set(value)]));
}
