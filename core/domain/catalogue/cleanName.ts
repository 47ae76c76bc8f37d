import { architectureWords, companionWords, languageCodes, languageWords, legalForms, neutralWords, prepositions, systemNames } from './nameWords.ts';
import { repairText } from './repairText.ts';

/** Stands in a word for a character that the file has lost. */
export const lostCharacter = '\uFFFD';

/**
 * What a word of a name says. `skippable` words (versions, years, architectures, languages) may stand anywhere, also
 * inside a product's name; `neutral` ones only behind it; a `companion` says that it is something made for the product.
 */
export type WordKind = 'skippable' | 'neutral' | 'companion' | 'other';

export type NameWord = {
  readonly text: string;
  readonly kind: WordKind;
  /** Stands in brackets, in quotes, or behind a dash between blanks: said about the product, not part of its name. */
  readonly isSetApart: boolean;
  /** A version with a dot, a build, a KB number; not a year and not a single figure. */
  readonly isFullVersion: boolean;
};

export type CleanName = {
  /** Folded text: lower case, no accents, no trade marks, single blanks; punctuation kept. */
  readonly text: string;
  readonly words: readonly NameWord[];
};

const combiningMarks = /[\u0300-\u036f]/g;
const tradeMarks = /\((?:r|tm|c|reg)\)|[®™©℠]/gi;
/** `™` that a code page turned into a capital T at the end of a long word: `Star WarsT`. */
const trailingTradeMark = /(\p{L}\p{Ll}{3,})T(?=$|[^\p{L}\p{N}])/gu;
const unevenBlanks = /\s\s|[^\S ]/;
const notAscii = /[^\x20-\x7e]/;
const localeTag = /(?<![a-z0-9])([a-z]{2})[-_]([a-z]{2}|latn|cyrl|hans|hant)(?![a-z0-9])/g;
const twoPlaces = /[\ud800-\udfff]/;
const wordCharacter = /[\p{L}\p{N}\uFFFD]/u;
/** For text with characters that take two places each. */
const wordPattern = /[\p{L}\p{N}\uFFFD]+(?:[.,_](?=\d)\d[\p{L}\p{N}]*)*(?:[+#]+(?![\p{L}\p{N}]))?/gu;
const versionPattern = /^(?:v|r|b|go|rel|rc|u|sr|cu|sp|kb|ver)?\d+(?:[._,]\d+)*(?:[a-z]{1,2}\d*)?$/;
const romanPattern = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|x[1-9]|cs\d(?:\.\d)?|\d{1,2}h\d|v\d+|home\d+)$/;

/**
 * Lower case, without accents and trade marks, damage of encodings undone where it can be; where a character is lost
 * for good, U+FFFD stands for it.
 *
 * Example: `foldText('Office für Größere® Büros')` is `office fur grossere buros`.
 */
export function foldText(raw: string): string {
  let text = raw;
  if (notAscii.test(text)) {
    // Before the normal form, which would write the sign out as two letters.
    text = repairText(text).replace(tradeMarks, ' ').normalize('NFKC');
    text = text
      .normalize('NFD')
      .replace(combiningMarks, '')
      .replaceAll('ß', 'ss')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[„“”«»]/g, '"')
      .replace(/[‘’‚]/g, "'");
  } else if (text.includes('(')) text = text.replace(tradeMarks, ' ');
  if (text.includes('T')) text = text.replace(trailingTradeMark, '$1');
  // A question mark between letters is what a code page leaves of an umlaut or an accent.
  if (text.includes('?')) text = text.replace(/(?<=\p{L})\?(?=\p{L})/gu, lostCharacter);
  // SBOM tools write blanks as plus signs.
  if (!text.includes(' ') && /[\p{L}\p{N})]\+[\p{L}\p{N}(]/u.test(text)) text = text.replace(/\+(?=[^+]|$)/g, ' ').replace(/%20/g, ' ');
  text = text.toLowerCase();
  return (unevenBlanks.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

type Meaning = WordKind | 'preposition' | 'languageCode';

/** What words mean that met before, since files repeat them; figures are as many as there are versions and stay out. */
const meanings = new Map<string, Meaning>();

function meaningOf(text: string): Meaning {
  if (startsWithDigit(text)) return computeMeaning(text);
  let meaning = meanings.get(text);
  if (meaning === undefined) {
    meaning = computeMeaning(text);
    if (meanings.size >= 50_000) meanings.clear();
    meanings.set(text, meaning);
  }
  return meaning;
}

function computeMeaning(text: string): Meaning {
  if (architectureWords.has(text) || languageWords.has(text)) return 'skippable';
  if ((startsWithDigit(text) || text.length <= 24) && (versionPattern.test(text) || romanPattern.test(text))) return 'skippable';
  if (prepositions.has(text)) return 'preposition';
  if (text.length === 2 && languageCodes.has(text)) return 'languageCode';
  return plainMeaning(text);
}

function plainMeaning(text: string): WordKind {
  if (neutralWords.has(text)) return 'neutral';
  return companionWords.has(text) ? 'companion' : 'other';
}

function kindOf(text: string, isSetApart: boolean, next: string | undefined): WordKind {
  const meaning = meaningOf(text);
  if (meaning === 'preposition') return next === undefined || systemNames.has(next) ? 'neutral' : 'companion';
  if (meaning === 'languageCode') return isSetApart ? 'skippable' : plainMeaning(text);
  return meaning;
}

function startsWithDigit(text: string): boolean {
  return isDigit(text.charCodeAt(0));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters and figures in text that is folded; beyond ASCII only what a pattern decides. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code) || (code > 127 && wordCharacter.test(String.fromCharCode(code)));
}

/**
 * Takes a name apart into words and says of each what it is. Nothing is thrown away here: the matcher decides which
 * words a product's name may lack.
 *
 * Example: the words of `LibreOffice 7.0.1.2 (x64)` are `libreoffice` (other), `7.0.1.2` and `x64` (both skippable).
 */
export function cleanName(rawName: string, version = ''): CleanName {
  let text = foldText(rawName);
  if (text.endsWith('.app')) text = text.slice(0, -4);
  if (text.includes('${')) text = text.replace(/\$\{\{?[^}]*\}?\}/g, ' ').trim();
  const tagged =
    text.includes('-') || text.includes('_') ? text.replace(localeTag, (tag, language: string) => (languageCodes.has(language) ? ' mui ' : tag)) : text;
  const versionText = version === '' ? '' : version.toLowerCase().trim();
  const found = findWords(tagged);
  const apartFrom = firstSetApart(tagged);
  const [codeNameFrom, codeNameTo] = codeNameOf(tagged);
  const words = found.map(({ text: word, start }, index): NameWord => {
    if (start > codeNameFrom && start < codeNameTo) return { text: word, kind: 'neutral', isSetApart: true, isFullVersion: false };
    const isSetApart = start >= apartFrom;
    // `Notes 8.5.3 de`: a code that ends the name behind a version is a language as well.
    const endsBehindVersion = index > 0 && index === found.length - 1 && /^\d/.test((found[index - 1] as { text: string }).text);
    const kind = kindOf(word, isSetApart || endsBehindVersion, found[index + 1]?.text);
    const isVersion = kind === 'skippable' || (word === versionText && /\d/.test(word));
    return { text: word, kind: isVersion ? 'skippable' : kind, isSetApart, isFullVersion: isVersion && /\d[._,]\d/.test(word) };
  });
  return { text, words };
}

type Place = { readonly text: string; readonly start: number };

/** What `wordPattern` finds, in a third of its time: names are read letter by letter, and words with `_` taken apart. */
function findWords(text: string): readonly Place[] {
  if (twoPlaces.test(text)) return [...text.matchAll(wordPattern)].flatMap((match) => splitWord(match[0], match.index));
  const found: Place[] = [];
  const { length } = text;
  let place = 0;
  while (place < length) {
    if (!isWordCode(text.charCodeAt(place))) {
      place += 1;
      continue;
    }
    const start = place;
    let hasUnderscore = false;
    for (;;) {
      while (place < length && isWordCode(text.charCodeAt(place))) place += 1;
      const code = text.charCodeAt(place);
      // A dot, a comma or a line between figures.
      if (!((code === 46 || code === 44 || code === 95) && isDigit(text.charCodeAt(place + 1)))) break;
      hasUnderscore ||= code === 95;
      place += 1;
    }
    let end = place;
    while (text[end] === '+' || text[end] === '#') end += 1;
    if (end > place && end < length && isWordCode(text.charCodeAt(end))) end -= 1;
    place = end;
    const word = text.slice(start, place);
    if (hasUnderscore) found.push(...splitWord(word, start));
    else found.push({ text: word, start });
  }
  return found;
}

function splitWord(text: string, start: number): readonly Place[] {
  if (!text.includes('_') || startsWithDigit(text)) return [{ text, start }];
  return text
    .split('_')
    .filter((part) => part !== '')
    .map((part) => ({ text: part, start }));
}

const codeName = /(?<=\d[._]\d[\w.]* )(["'])\s?[^"']{1,40}\1/;
const none = [-1, -1] as const;

/** Where a version's code name stands, in quotes directly behind it: `QGIS 3.22.5 'Białowieża'`. */
function codeNameOf(text: string): readonly [from: number, to: number] {
  if (!text.includes(" '") && !text.includes(' "')) return none;
  const found = codeName.exec(text);
  return found ? [found.index, found.index + found[0].length] : none;
}

/** Place from which on the name only describes: the first opening bracket behind a word, quote, or dash between blanks. */
function firstSetApart(text: string): number {
  let place = text.length + 1;
  for (const mark of [' (', ' [', ' - ', ': ', " '", ' "', ' | ']) {
    const found = text.indexOf(mark, 1);
    if (found !== -1 && found < place) place = found;
  }
  return place;
}

/**
 * The words that name a publisher, legal forms left out. A certificate's subject (`CN=…, O=…`) is read like any text.
 *
 * Example: `publisherWords('Microsoft® Corporation')` is `['microsoft']`, `publisherWords('SAP SE')` is `['sap']`.
 */
export function publisherWords(publisher: string): readonly string[] {
  const all = foldText(publisher).match(/[\p{L}\p{N}\uFFFD]+/gu) ?? [];
  const naming = all.filter((word) => !legalForms.has(word));
  return naming.length > 0 ? naming : all;
}
