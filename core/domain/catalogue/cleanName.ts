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
const notAscii = /[^\x20-\x7e]/;
const localeTag = /(?<![a-z0-9])([a-z]{2})[-_]([a-z]{2}|latn|cyrl|hans|hant)(?![a-z0-9])/g;
const wordPattern = /[\p{L}\p{N}\uFFFD]+(?:[.,_](?=\d)\d[\p{L}\p{N}]*)*(?:[+#]+(?![\p{L}\p{N}]))?/gu;
const versionPattern = /^(?:v|r|b|go|rel|rc|u|sr|cu|sp|kb|ver)?\d+(?:[._,]\d+)*(?:[a-z]{1,2}\d*)?$/;
const romanPattern = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|x[1-9]|cs\d(?:\.\d)?|\d{1,2}h\d|v\d+)$/;

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
      .replace(/[\u2010-\u2015\u2212]/g, '-');
  } else text = text.replace(tradeMarks, ' ');
  text = text.replace(trailingTradeMark, '$1');
  // A question mark between letters is what a code page leaves of an umlaut or an accent.
  if (text.includes('?')) text = text.replace(/(?<=\p{L})\?(?=\p{L})/gu, lostCharacter);
  // SBOM tools write blanks as plus signs.
  if (!text.includes(' ') && /[\p{L}\p{N})]\+[\p{L}\p{N}(]/u.test(text)) text = text.replace(/\+(?=[^+]|$)/g, ' ').replace(/%20/g, ' ');
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function kindOf(text: string, isSetApart: boolean, next: string | undefined): WordKind {
  if (architectureWords.has(text) || languageWords.has(text)) return 'skippable';
  const first = text.charCodeAt(0);
  const startsWithDigit = first >= 48 && first <= 57;
  if (startsWithDigit || text.length <= 24) {
    if (versionPattern.test(text) || romanPattern.test(text)) return 'skippable';
  }
  if (isSetApart && text.length === 2 && languageCodes.has(text)) return 'skippable';
  if (prepositions.has(text)) return next === undefined || systemNames.has(next) ? 'neutral' : 'companion';
  if (neutralWords.has(text)) return 'neutral';
  return companionWords.has(text) ? 'companion' : 'other';
}

/**
 * Takes a name apart into words and says of each what it is. Nothing is thrown away here: the matcher decides which
 * words a product's name may lack.
 *
 * Example: the words of `LibreOffice 7.0.1.2 (x64)` are `libreoffice` (other), `7.0.1.2` and `x64` (both skippable).
 */
export function cleanName(rawName: string, version = ''): CleanName {
  const text = foldText(rawName)
    .replace(/\$\{\{?[^}]*\}?\}/g, ' ')
    .trim();
  const tagged =
    text.includes('-') || text.includes('_') ? text.replace(localeTag, (tag, language: string) => (languageCodes.has(language) ? ' mui ' : tag)) : text;
  const versionText = version === '' ? '' : foldText(version);
  const found: { readonly text: string; readonly start: number }[] = [];
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(tagged); match !== null; match = wordPattern.exec(tagged)) {
    const word = match[0];
    if (word.includes('_') && !/^\d/.test(word)) {
      for (const part of word.split('_')) if (part !== '') found.push({ text: part, start: match.index });
    } else found.push({ text: word, start: match.index });
  }
  const apartFrom = firstSetApart(tagged);
  const words = found.map(({ text: word, start }, index): NameWord => {
    const isSetApart = start >= apartFrom;
    // `Notes 8.5.3 de`: a code that ends the name behind a version is a language as well.
    const endsBehindVersion = index > 0 && index === found.length - 1 && /^\d/.test((found[index - 1] as { text: string }).text);
    const kind = kindOf(word, isSetApart || endsBehindVersion, found[index + 1]?.text);
    const isVersion = kind === 'skippable' || (word === versionText && /\d/.test(word));
    return { text: word, kind: isVersion ? 'skippable' : kind, isSetApart, isFullVersion: isVersion && /\d[._,]\d/.test(word) };
  });
  return { text, words };
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
