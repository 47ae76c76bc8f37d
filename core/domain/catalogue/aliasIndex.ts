import type { Product } from './catalogue.ts';
import { cleanName, lostCharacter, publisherWords, type NameWord } from './cleanName.ts';
import { classifyNoise } from './classifyNoise.ts';
import type { NoiseRule } from './match.ts';
import { sameWords } from './nameWords.ts';

export type MatchableProduct = Pick<Product, 'id' | 'name' | 'aliases' | 'publishers' | 'kind'>;

export type IndexedProduct = {
  readonly product: MatchableProduct;
  /** Its publishers as words: `['open', 'xchange']`. */
  readonly publishers: readonly (readonly string[])[];
  /** Products of the catalogue that share a publisher with it, itself included. */
  readonly productsOfVendor: number;
};

export type AliasEntry = {
  readonly indexed: IndexedProduct;
  readonly alias: string;
  readonly wordCount: number;
  /** The alias without its leading publisher: holds only where the publisher is known to agree. */
  readonly needsPublisher: boolean;
  /** All its words are such as stand in names of many makers (`personal backup`): somebody else's is another program. */
  readonly saysLittle: boolean;
  /** What the alias itself would be hidden as, if it were not in the catalogue. */
  readonly noise: NoiseRule | null;
};

/** An alias found in a name: it begins at a word, and its words end before the word `end`. */
export type Found = { readonly entry: AliasEntry; readonly length: number; readonly end: number; readonly skipped: number };

/**
 * A letter of the tree; its children are a chain, which takes a fifth of the memory of a map for each of 20,000 letters.
 * Where many follow, they have a map as well.
 */
type Node = {
  readonly letter: string;
  firstChild: Node | null;
  readonly nextSibling: Node | null;
  byLetter: ReadonlyMap<string, Node> | null;
  entries: AliasEntry[] | null;
};

export type AliasIndex = {
  /** First words of all publishers that the catalogue names. */
  readonly vendorWords: ReadonlySet<string>;
  /** All aliases that stand in the name from word `start` on, the longest first. */
  readonly find: (words: readonly NameWord[], start: number) => readonly Found[];
};

/**
 * Compiles the aliases into a tree of letters. Blanks, dashes and dots between words do not count, so that `7-Zip` and
 * `7zip`, `Open-Xchange` and `OpenXchange` are the same; an alias still begins and ends where a word does, or where a
 * word of letters is followed by figures (`Excel2016`). Versions, architectures and languages inside a name are passed over.
 * A lost character (U+FFFD) stands for any one letter, a run of them for as many or fewer.
 *
 * Example: of the aliases `karten` and `karten-blick`, both are found in `Karten Blick 3`, the longer one first, and only
 * `karten-blick` in `Kartenblick 3`.
 */
export function createAliasIndex(products: readonly MatchableProduct[]): AliasIndex {
  const root: Node = { letter: '', firstChild: null, nextSibling: null, byLetter: null, entries: null };
  const publisherLists = products.map((product) => product.publishers.map(publisherWords).filter((words) => words.length > 0));
  const productsByPublisher = new Map<string, number>();
  for (const list of publisherLists) {
    for (const key of new Set(list.map((words) => words[0] as string))) productsByPublisher.set(key, (productsByPublisher.get(key) ?? 0) + 1);
  }

  const insert = (words: readonly string[], entry: AliasEntry) => {
    let node = root;
    const letters = words.join('');
    for (let place = 0; place < letters.length; place += 1) {
      const letter = letters[place] as string;
      let next = childOf(node, letter);
      if (!next) {
        next = { letter, firstChild: null, nextSibling: node.firstChild, byLetter: null, entries: null };
        node.firstChild = next;
      }
      node = next;
    }
    node.entries ??= [];
    if (!node.entries.some((other) => other.indexed === entry.indexed && other.needsPublisher === entry.needsPublisher)) node.entries.push(entry);
  };

  for (const [place, product] of products.entries()) {
    const publishers = publisherLists[place] as readonly (readonly string[])[];
    const indexed: IndexedProduct = {
      product,
      publishers,
      productsOfVendor: Math.max(0, ...publishers.map((words) => productsByPublisher.get(words[0] as string) ?? 0)),
    };
    for (const alias of new Set([...product.aliases, product.name])) {
      const clean = cleanName(alias);
      const words = aliasWords(clean.words);
      if (words.length === 0) continue;
      const noise = classifyNoise(clean, alias);
      const saysLittle = clean.words.every((word) => word.kind !== 'other');
      insert(words, { indexed, alias, wordCount: words.length, needsPublisher: false, saysLittle, noise });
      const own = publishers.find((list) => words.length > list.length && list.every((word, index) => words[index] === word));
      // Words that say nothing alone (`for windows`, `reader`) would meet anything.
      const says = own && (words[own.length] === 'windows' || clean.words.slice(own.length).some((word) => word.kind === 'other' && word.text.length >= 3));
      if (own && says)
        insert(words.slice(own.length), { indexed, alias, wordCount: words.length - own.length, needsPublisher: true, saysLittle: false, noise });
    }
  }

  mapWideNodes(root);

  return {
    vendorWords: new Set(productsByPublisher.keys()),
    find: (words, start) => {
      const found: Found[] = [];
      walk(root, words, start, 0, 0, found);
      if (found.length > 1)
        found.sort(
          (a, b) =>
            b.length - a.length ||
            a.skipped - b.skipped ||
            a.end - b.end ||
            Number(a.entry.needsPublisher) - Number(b.entry.needsPublisher) ||
            // `PROJECTPROFESSIONAL` is a licence's part number, `Project Professional` is not.
            Math.abs(a.entry.wordCount - (a.end - start)) - Math.abs(b.entry.wordCount - (b.end - start)),
        );
      return found;
    },
  };
}

/** The words of an alias or of a name as the index sees them: `MS Office` is `Microsoft Office`, `und` and `et` are `and`. */
function aliasWords(words: readonly NameWord[]): readonly string[] {
  return words.map(({ text }, index) => spelled(text, index));
}

function spelled(text: string, index: number): string {
  return index === 0 && text === 'ms' ? 'microsoft' : (sameWords.get(text) ?? text);
}

function walk(node: Node, words: readonly NameWord[], index: number, length: number, skipped: number, found: Found[]): void {
  const word = words[index];
  if (word === undefined) return;
  // Beyond a few versions and codes a name is no name; without this bound a made-up one could cost much time.
  if (skipped < 6 && (word.kind === 'skippable' || (word.text.startsWith(lostCharacter) && word.text.replaceAll(lostCharacter, '') === '')))
    walk(node, words, index + 1, length, skipped + 1, found);
  consume(node, words, index, spelled(word.text, index), 0, length, skipped, found);
}

function consume(node: Node, words: readonly NameWord[], index: number, text: string, from: number, length: number, skipped: number, found: Found[]): void {
  let here = node;
  for (let place = from; place < text.length; place += 1) {
    const letter = text[place] as string;
    if (letter === lostCharacter) {
      let run = 1;
      while (text[place + run] === lostCharacter) run += 1;
      let level: readonly Node[] = [here];
      for (let used = 0; used <= run; used += 1) {
        for (const next of level) consume(next, words, index, text, place + run, length + used, skipped, found);
        level = level.flatMap(childrenOf);
      }
      return;
    }
    if (here.entries && place > 0 && isDigit(letter) && !isDigit(text[place - 1] as string) && /^\d[\d.]*$/.test(text.slice(place)))
      record(here, index + 1, length, skipped + 1, found);
    const next = childOf(here, letter);
    if (!next) return;
    here = next;
    length += 1;
  }
  if (here.entries) record(here, index + 1, length, skipped, found);
  walk(here, words, index + 1, length, skipped, found);
}

function mapWideNodes(node: Node): void {
  const children = childrenOf(node);
  if (children.length > 4) node.byLetter = new Map(children.map((child) => [child.letter, child]));
  for (const child of children) mapWideNodes(child);
}

function childOf(node: Node, letter: string): Node | null {
  if (node.byLetter) return node.byLetter.get(letter) ?? null;
  let child = node.firstChild;
  while (child !== null && child.letter !== letter) child = child.nextSibling;
  return child;
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

function record(node: Node, end: number, length: number, skipped: number, found: Found[]): void {
  for (const entry of node.entries ?? []) found.push({ entry, length, end, skipped });
}
