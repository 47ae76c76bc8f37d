import type { Catalogue, Product, Provider } from './catalogue.ts';

export type CatalogueHit =
  | { readonly kind: 'product'; readonly product: Product; readonly score: number }
  | { readonly kind: 'provider'; readonly provider: Provider; readonly score: number };

/** How well one word of the question fits one text; a name says more than an alias, and that more than a vendor. */
const wholeText = 100;
const startOfText = 60;
const wholeWord = 40;
const startOfWord = 25;
const inside = 10;

/**
 * Products and providers that hold every word of the question in a name, an id, an alias, a category or the vendor's
 * name; small and capital letters and accents make no difference. Better hits come first, hits of equal worth in the
 * order of their names, so that the same question always gets the same answer. An empty question finds nothing.
 *
 * Example: `exchange` finds Microsoft Exchange Server (word of the name) before a product that only has `exchange` among
 * its aliases; `libre office` finds LibreOffice by its alias `libre office`.
 */
export function searchCatalogue(catalogue: Catalogue, question: string, limit = 50): readonly CatalogueHit[] {
  const words = fold(question)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const phrase = words.join(' ');
  const hits: CatalogueHit[] = [];
  for (const product of catalogue.products.values()) {
    const vendor = catalogue.providers.get(product.vendor)?.name ?? '';
    const score = scoreOf(words, phrase, [
      [product.name, 4],
      [product.id, 3],
      ...product.aliases.map((alias) => [alias, 2] as const),
      [vendor, 1],
      [product.category, 1],
    ]);
    if (score > 0) hits.push({ kind: 'product', product, score });
  }
  for (const provider of catalogue.providers.values()) {
    const score = scoreOf(words, phrase, [
      [provider.name, 4],
      [provider.id, 3],
    ]);
    if (score > 0) hits.push({ kind: 'provider', provider, score });
  }
  return hits
    .map((hit) => ({ hit, order: orderOf(hit) }))
    .sort((a, b) => b.hit.score - a.hit.score || (a.order < b.order ? -1 : 1))
    .slice(0, limit)
    .map(({ hit }) => hit);
}

/** Every word must fit somewhere; each counts with its best place, and the whole phrase counts once more. */
function scoreOf(words: readonly string[], phrase: string, texts: readonly (readonly [string, number])[]): number {
  const folded = texts.map(([text, weight]) => [fold(text), weight] as const);
  let total = 0;
  for (const word of words) {
    const best = Math.max(0, ...folded.map(([text, weight]) => howWell(text, word) * weight));
    if (best === 0) return 0;
    total += best;
  }
  return total + Math.max(0, ...folded.map(([text, weight]) => (text === phrase ? wholeText * weight : 0)));
}

function howWell(text: string, word: string): number {
  if (text === word) return wholeText;
  if (text.startsWith(word)) return startOfText;
  if (` ${text} `.includes(` ${word} `)) return wholeWord;
  if (` ${text}`.includes(` ${word}`)) return startOfWord;
  return text.includes(word) ? inside : 0;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+.:]+/gu, ' ')
    .trim();
}

function orderOf(hit: CatalogueHit): string {
  return hit.kind === 'product' ? `${fold(hit.product.name)} 0 ${hit.product.id}` : `${fold(hit.provider.name)} 1 ${hit.provider.id}`;
}
