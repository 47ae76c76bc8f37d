import { createAliasIndex, type AliasEntry, type Found, type IndexedProduct, type MatchableProduct } from './aliasIndex.ts';
import { classifyNoise } from './classifyNoise.ts';
import { cleanName, lostCharacter, publisherWords, type CleanName, type NameWord } from './cleanName.ts';
import type { MatchReason, MatchRule } from './match.ts';
import { createNameRules, type NameRule, reasonOfRule } from './nameRules.ts';
import { deskWords, everydayWords, languageWords, neutralWords } from './nameWords.ts';

/** One per rule, the same for every name, so that a list can be worked through from the least sure upwards. */
export const confidenceByRule: Readonly<Record<MatchRule, number>> = {
  userRule: 1,
  exactAlias: 1,
  cleanedAlias: 0.95,
  publisherAndWords: 0.85,
  aliasPrefix: 0.7,
};

export type RawNameKey = { readonly rawName: string; readonly publisher: string; readonly version: string };

export type Matcher = {
  readonly match: (raw: RawNameKey) => MatchReason;
  /** The same for a name that `cleanName` has taken apart already. */
  readonly matchCleaned: (clean: CleanName, raw: RawNameKey) => MatchReason;
};

type Publisher = { readonly words: readonly string[]; readonly joined: string; readonly isCertificate: boolean };
type Verdict = 'agrees' | 'conflicts' | 'unknown';

/** Products in the catalogue up to which a maker counts as small: its clients are its products. */
const mostOfSmallMaker = 8;

const unmatched: MatchReason = { kind: 'unmatched' };

/**
 * Makes a matcher of raw names, as inventory tools find them, with the products of a catalogue. The same name always
 * gets the same answer, with the rule that gave it:
 *
 * 1. `userRule` (1): a person decided it, see `createNameRules`; it may also be noise or an item of its own.
 * 2. noise: the name is a patch, a runtime, a driver or another part (`classifyNoise`), unless an alias is named so itself.
 * 3. `exactAlias` (1): the name is an alias, apart from capitals, accents, trade marks and punctuation.
 * 4. `cleanedAlias` (0.95): so it is without versions, years, architectures, languages and editions.
 * 5. `publisherAndWords` (0.85): so it is when the publisher's name is left out of, or put before, the alias; the
 *    publisher must be one of the product's.
 * 6. `aliasPrefix` (0.7): the name begins with the alias and goes on with words nobody knows, behind a full version, a
 *    dash or a bracket, or, for what is no open source, up to two words where the publisher agrees and has at most two
 *    products in the catalogue.
 *
 * Of several aliases the longest wins. An alias is refused when the words behind it say that the thing only belongs to
 * the product (viewer, SDK, client, driver, plug-in, `for …`), unless an alias lists it; `client` is no such word for a
 * maker of few products. A name of one word is refused for proprietary products and services when another publisher is
 * named, except as `exactAlias`; where that word is one of every day (`Orca`, `Signal`), always, and so is a name that
 * holds only words of many makers (`Personal Backup`).
 *
 * Example: with the aliases `visual studio` and `visual studio code`, the name `Visual Studio Code 1.85 (User)` is the
 * latter as `cleanedAlias`; without the second alias it is unmatched, never Visual Studio.
 */
export function createMatcher(catalogue: readonly MatchableProduct[], nameRules: readonly NameRule[] = []): Matcher {
  const index = createAliasIndex(catalogue);
  const rules = createNameRules(nameRules);
  const publishers = new Map<string, Publisher>();
  const publisherOf = (text: string): Publisher => {
    let known = publishers.get(text);
    if (!known) {
      const words = text === '' ? [] : publisherWords(text);
      known = { words, joined: words.join(''), isCertificate: /^(?:cn|o|e)=/i.test(text.trim()) };
      // Files hold few publishers; a file that holds many shall not fill the memory.
      if (publishers.size >= 20_000) publishers.clear();
      publishers.set(text, known);
    }
    return known;
  };

  const matchCleaned = (clean: CleanName, { rawName, publisher: publisherText }: RawNameKey): MatchReason => {
    const { words } = clean;
    const publisher = publisherOf(publisherText);
    if (rules.size > 0) {
      const rule = rules.find(words, publisher.words);
      if (rule) return reasonOfRule(rule);
    }
    const noise = classifyNoise(clean, rawName);
    if (noise === 'empty') return { kind: 'noise', rule: noise };
    const lead = leadingVendorWords(words, publisher, index.vendorWords);
    for (let start = 0; start <= lead; start += 1) {
      for (const found of index.find(words, start)) {
        if (noise !== null && found.entry.noise !== noise) continue;
        const reason = judge(found, start, words, publisher, rawName) ?? judgeInner(found, words, publisher);
        if (reason) return reason;
      }
    }
    if (noise) return { kind: 'noise', rule: noise };
    return publisher.isCertificate ? { kind: 'noise', rule: 'packageId' } : unmatched;
  };

  /** `Microsoft Office Visio`: behind a product of the vendor stands another one of the same vendor, and it is meant. */
  const judgeInner = (outer: Found, words: readonly NameWord[], publisher: Publisher): MatchReason | null => {
    let start = outer.end;
    while (words[start]?.kind === 'skippable') start += 1;
    if (start >= words.length) return null;
    for (const found of index.find(words, start)) {
      const { indexed } = found.entry;
      if (indexed.product.id === outer.entry.indexed.product.id || !shareVendor(indexed, outer.entry.indexed)) continue;
      if (othersBehind(found, words, publisher, 'unknown', false)?.length === 0) return matched(found.entry, 'publisherAndWords');
    }
    return null;
  };

  return { match: (raw) => matchCleaned(cleanName(raw.rawName, raw.version), raw), matchCleaned };
}

function matched(entry: AliasEntry, rule: MatchRule): MatchReason {
  return { kind: 'matched', productId: entry.indexed.product.id, confidence: confidenceByRule[rule], rule, alias: entry.alias };
}

function judge(found: Found, start: number, words: readonly NameWord[], publisher: Publisher, rawName: string): MatchReason | null {
  const { entry, end } = found;
  const verdict = verdictOn(found, publisher, words, start);
  const others = othersBehind(found, words, publisher, verdict, isPackageName(rawName));
  if (others === null || isEverydayWord(found, verdict, words[start]?.text, publisher, rawName)) return null;
  if (entry.saysLittle && verdict === 'conflicts') return null;
  const isWhole = others.length === 0 && start === 0 && found.skipped === 0 && end === words.length;
  if (isWhole && !entry.needsPublisher) return matched(entry, 'exactAlias');
  if ((entry.needsPublisher || start > 0) && verdict !== 'agrees') return null;
  if (verdict === 'conflicts' && entry.wordCount === 1 && entry.indexed.product.kind !== 'openSource') return null;
  if (others.length === 0) return matched(entry, entry.needsPublisher || start > 0 ? 'publisherAndWords' : 'cleanedAlias');

  const first = others[0] as number;
  const isDescription = others.every((place) => (words[place] as NameWord).isSetApart) || words.slice(end, first).some((word) => word.isFullVersion);
  if (isDescription && (verdict === 'agrees' || (verdict === 'unknown' && entry.wordCount >= 2))) return matched(entry, 'aliasPrefix');
  // A vendor's modules carry its product's name; what is called like a free program may be a fork or a sibling of it.
  const isSmallVendor = entry.indexed.productsOfVendor <= 2 && entry.indexed.product.kind !== 'openSource';
  return verdict === 'agrees' && isSmallVendor && others.length <= 2 ? matched(entry, 'aliasPrefix') : null;
}

/** Places of the words behind the alias that nobody knows; null when one says that the thing only belongs to the product. */
function othersBehind({ entry, end }: Found, words: readonly NameWord[], publisher: Publisher, verdict: Verdict, isPackage: boolean): number[] | null {
  const others: number[] = [];
  for (let place = end; place < words.length; place += 1) {
    const word = words[place] as NameWord;
    if (word.kind === 'companion') {
      if (verdict === 'agrees' && entry.indexed.productsOfVendor <= mostOfSmallMaker && deskWords.has(word.text)) continue;
      return null;
    }
    if (word.kind === 'neutral' && isPackage) others.push(place);
    else if (word.kind === 'other' && !publisher.words.includes(word.text) && !isDamagedNeutral(word.text)) others.push(place);
  }
  return others;
}

/** Of `git-all` and `tigervnc-license`, each word says which package of a distribution is meant. */
function isPackageName(rawName: string): boolean {
  return rawName.includes('-') && /^[a-z0-9.+_-]+$/.test(rawName);
}

/** A word of every day by somebody else, unless a Linux distribution's package is called so: those are in small letters. */
function isEverydayWord({ entry }: Found, verdict: Verdict, word: string | undefined, publisher: Publisher, rawName: string): boolean {
  if (entry.wordCount > 1 || verdict === 'agrees' || publisher.words.length === 0 || word === undefined || !everydayWords.has(word)) return false;
  return rawName !== rawName.toLowerCase();
}

function isDamagedNeutral(text: string): boolean {
  if (!text.includes(lostCharacter)) return false;
  const letters = text.split(new RegExp(`${lostCharacter}+`));
  if (letters.join('') === '') return true;
  const pattern = new RegExp(`^${letters.map((part) => part.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('.{0,2}')}$`, 'u');
  for (const list of [languageWords, neutralWords]) for (const word of list) if (word.length > 3 && pattern.test(word)) return true;
  return false;
}

/** How many words at the beginning only name the publisher, the one of the row or one that the catalogue knows. */
function leadingVendorWords(words: readonly NameWord[], publisher: Publisher, vendorWords: ReadonlySet<string>): number {
  let count = 0;
  while (count < 3 && count < words.length - 1) {
    const { text } = words[count] as NameWord;
    const isVendor = publisher.words.includes(text) || (count === 0 && (vendorWords.has(text) || text === 'the' || text === 'ms'));
    if (!isVendor) break;
    count += 1;
  }
  return count;
}

function verdictOn({ entry: { indexed } }: Found, publisher: Publisher, words: readonly NameWord[], start: number): Verdict {
  // Many companies are called like their one product: Skype Technologies, before Microsoft bought it.
  const [called] = publisher.words;
  const isNamesake = called !== undefined && called.length >= 4 && called === words[start]?.text;
  if (isNamesake) return 'agrees';
  if (indexed.publishers.length === 0) return 'unknown';
  if (publisher.words.length > 0) return indexed.publishers.some((phrase) => holdsPhrase(publisher, phrase)) ? 'agrees' : 'conflicts';
  const leads = start > 0 && indexed.publishers.some((phrase) => phrase.every((word, index) => words[index]?.text === word));
  return leads ? 'agrees' : 'unknown';
}

function holdsPhrase(publisher: Publisher, phrase: readonly string[]): boolean {
  const first = publisher.words.indexOf(phrase[0] as string);
  if (first !== -1 && phrase.every((word, index) => publisher.words[first + index] === word)) return true;
  const joined = phrase.join('');
  return joined.length >= 5 && publisher.joined.includes(joined);
}

function shareVendor(a: IndexedProduct, b: IndexedProduct): boolean {
  return a.publishers.some((phrase) => b.publishers.some((other) => other[0] === phrase[0]));
}
