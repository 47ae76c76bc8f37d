import type { NameRuleId, ProductId } from '../ids.ts';
import { cleanName, publisherWords, type NameWord } from './cleanName.ts';
import type { MatchReason } from './match.ts';

export const namePatterns = ['exact', 'startsWith', 'contains'] as const;
export type NamePattern = (typeof namePatterns)[number];

export type NameEffect =
  | { readonly kind: 'product'; readonly productId: ProductId }
  | { readonly kind: 'noise' }
  /** All names that the rule takes are one item, called as the rule's text. */
  | { readonly kind: 'ownItem' };

/** What a person decided about names once; it holds for every later import. */
export type NameRule = {
  readonly id: NameRuleId;
  readonly pattern: NamePattern;
  readonly text: string;
  /** Null: whoever published it; empty: only names without a publisher. */
  readonly publisher: string | null;
  readonly effect: NameEffect;
};

export type NameRules = {
  readonly size: number;
  /** The rule that decides a name, taken apart by `cleanName` and `publisherWords`; null where none does. */
  readonly find: (words: readonly NameWord[], publisher: readonly string[]) => NameRule | null;
};

type Ranked = { readonly rule: NameRule; readonly rank: number; readonly words: readonly string[]; readonly publisher: string | null };

/** No publisher is called so: words of publishers are letters and figures. */
const anyPublisher = '*';

/**
 * Puts rules in order and finds for each name the one that decides it. `exact` takes the whole name in every version,
 * language and architecture; `startsWith` and `contains` take names in which the words of the text stand one behind the
 * other, whole, at the beginning or anywhere; of a name's versions and languages only those must fit that the text names.
 * Capitals, accents and punctuation never matter, of publishers neither do legal forms.
 *
 * The most specific rule decides: `exact` before `startsWith` before `contains`, then the longer text, then the one that
 * names a publisher, then the lower id. So the order in which rules were written cannot change an answer.
 *
 * Example: `contains "Dienst"` is noise and `startsWith "Kfz"` is a product of its own. `Kfz Dienst 4.1` is the product,
 * `Druck-Dienst` is noise, and `Dienstplan` is neither: words are taken whole.
 */
export function createNameRules(rules: readonly NameRule[]): NameRules {
  const ranked = rules
    .map((rule) => ({ rule, words: wordsOf(rule), publisher: publisherOf(rule) }))
    .sort(
      (a, b) =>
        namePatterns.indexOf(a.rule.pattern) - namePatterns.indexOf(b.rule.pattern) ||
        letters(b.words) - letters(a.words) ||
        Number(a.publisher === null) - Number(b.publisher === null) ||
        (a.rule.id < b.rule.id ? -1 : 1),
    )
    .map((one, rank): Ranked => ({ ...one, rank }));
  const exact = new Map<string, Ranked>();
  const starting = new Map<string, Ranked[]>();
  const containing = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const { pattern } = one.rule;
    if (pattern === 'exact') {
      const key = exactKey(one.words, one.publisher ?? anyPublisher);
      if (!exact.has(key)) exact.set(key, one);
      continue;
    }
    const [first] = one.words;
    if (first === undefined) continue;
    const index = pattern === 'startsWith' ? starting : containing;
    const known = index.get(first);
    if (known) known.push(one);
    else index.set(first, [one]);
  }

  const find: NameRules['find'] = (words, publisherList) => {
    const publisher = publisherList.join('');
    if (exact.size > 0) {
      const kept = keptWords(words);
      const found = exact.get(exactKey(kept, publisher)) ?? exact.get(exactKey(kept, anyPublisher));
      if (found) return found.rule;
    }
    let best: Ranked | null = null;
    if (starting.size > 0) {
      for (let start = 0; start < words.length; start += 1) {
        best = better(best, starting, words, start, publisher);
        if ((words[start] as NameWord).kind !== 'skippable') break;
      }
      if (best) return best.rule;
    }
    if (containing.size > 0) for (let start = 0; start < words.length; start += 1) best = better(best, containing, words, start, publisher);
    return best?.rule ?? null;
  };
  return { size: ranked.length, find };
}

/**
 * What a name becomes under the rule that decides it.
 *
 * Example: of a rule with the text `Druck-Dienst` that says noise, `{ kind: 'noise', rule: 'userRule', alias: 'Druck-Dienst' }`.
 */
export function reasonOfRule({ text, effect }: NameRule): MatchReason {
  if (effect.kind === 'product') return { kind: 'matched', productId: effect.productId, confidence: 1, rule: 'userRule', alias: text };
  return { kind: effect.kind, rule: 'userRule', alias: text };
}

/**
 * Adds rules to those that stand. A rule that takes exactly the same names as one that stands replaces it and keeps its id,
 * so that no two rules ever say different things about one text.
 *
 * Example: `exact "Kartenblick 3.1"` is noise; added is `exact "kartenblick 4"` as a product: one rule stands, the product.
 */
export function withNameRules(rules: readonly NameRule[], added: readonly NameRule[]): readonly NameRule[] {
  const byKey = new Map(rules.map((rule) => [namesKey(rule), rule]));
  const changed = new Map<NameRuleId, NameRule>();
  const appended: NameRule[] = [];
  for (const rule of added) {
    const key = namesKey(rule);
    const standing = byKey.get(key);
    const now = standing ? { ...rule, id: standing.id } : rule;
    byKey.set(key, now);
    if (!standing) appended.push(now);
    changed.set(now.id, now);
  }
  return [...rules, ...appended].map((rule) => changed.get(rule.id) ?? rule);
}

/**
 * Equal for rules that take the same names.
 *
 * Example: `exact "Kartenblick 3.1"` and `exact "kartenblick 4"` have one key, for `exact` takes every version; with
 * `contains` they have two.
 */
export function namesKey(rule: Omit<NameRule, 'id' | 'effect'>): string {
  const words = wordsOf(rule);
  return `${rule.pattern} ${rule.pattern === 'exact' ? words.join('') : words.join(' ')}|${publisherOf(rule) ?? anyPublisher}`;
}

/**
 * A quick look at names before they are taken apart, for one rule over all names of a plan: false only where the rule
 * cannot take the name. Of names beyond plain letters and of texts that languages may stand for it says nothing.
 *
 * Example: of `contains "Dienst"` it says no to `Kartenblick 3`, and yes to `Dienstplan`, which the rule will not take.
 */
export function mayTake(rule: Pick<NameRule, 'pattern' | 'text'>): (rawName: string) => boolean {
  const words = wordsOf(rule);
  const joined = words.join('');
  // Signs behind a word may stand elsewhere in the name; a language's code becomes the word `mui`.
  const longest = words.filter((word) => /^[a-z0-9]+$/.test(word)).reduce((one, other) => (other.length > one.length ? other : one), '');
  if (!/^[\x21-\x7e]*$/.test(joined) || joined.includes('mui')) return () => true;
  return (rawName) => {
    if (!/^[\x20-\x7e]*$/.test(rawName) || rawName.includes('?')) return true;
    const name = rawName.toLowerCase();
    return rule.pattern === 'exact' ? holdsInOrder(name, joined) : name.includes(longest);
  };
}

function holdsInOrder(text: string, letterRow: string): boolean {
  let at = 0;
  for (const letter of letterRow) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * Whether a text has a word by which names could be found; punctuation alone has none.
 *
 * Example: `?! -` has none, `ä` has one.
 */
export function hasWords(text: string): boolean {
  return cleanName(text).words.length > 0;
}

function wordsOf({ pattern, text }: Pick<NameRule, 'pattern' | 'text'>): readonly string[] {
  const { words } = cleanName(text);
  return pattern === 'exact' ? keptWords(words) : words.map((word) => word.text);
}

function publisherOf({ publisher }: Pick<NameRule, 'publisher'>): string | null {
  return publisher === null ? null : publisherWords(publisher).join('');
}

function letters(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

function keptWords(words: readonly NameWord[]): readonly string[] {
  const kept = words.filter((word) => word.kind !== 'skippable');
  return (kept.length > 0 ? kept : words).map((word) => word.text);
}

function exactKey(words: readonly string[], publisher: string): string {
  return `${words.join('')}|${publisher}`;
}

function better(best: Ranked | null, index: ReadonlyMap<string, readonly Ranked[]>, words: readonly NameWord[], start: number, publisher: string) {
  const candidates = index.get((words[start] as NameWord).text);
  if (!candidates) return best;
  for (const one of candidates) {
    if (best !== null && best.rank < one.rank) break;
    if ((one.publisher === null || one.publisher === publisher) && standsAt(one.words, words, start)) return one;
  }
  return best;
}

function standsAt(wanted: readonly string[], words: readonly NameWord[], start: number): boolean {
  let place = start;
  for (const text of wanted) {
    while (words[place] !== undefined && words[place]?.text !== text && place > start && words[place]?.kind === 'skippable') place += 1;
    if (words[place]?.text !== text) return false;
    place += 1;
  }
  return true;
}
