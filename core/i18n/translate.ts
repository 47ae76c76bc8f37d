import IntlMessageFormat from 'intl-messageformat';
import { isIsoDate } from '../domain/calendar.ts';
import { curlApostrophes } from './curlApostrophes.ts';
import { frenchSpaces } from './frenchSpaces.ts';
import { createFormats, type Formats, languageTags } from './formats.ts';
import { type Locale, type MessageParams, wordParams } from './keys.ts';
import { messages } from './messages.ts';

export type Translator = Formats & {
  readonly locale: Locale;
  /**
   * The sentence of a key. A key that has none comes back as itself, so that it is seen. In a plain `{name}`, a date
   * is written as the language writes it, an amount whose name ends in `Cents` as money, and a word of the domain
   * (`wordParams`) by its name; `{name, number}` and the other ICU forms get the value as it is.
   */
  translate(key: string, params?: MessageParams): string;
  has(key: string): boolean;
};

export type Messages = Readonly<Record<string, string>>;

/** `TYPE.argument` of the parser, whose enum only exists as a type for the bundler. */
const argumentElement = 1;

/** A translator of one language; sentences are parsed when first used. */
export function createTranslator(locale: Locale, sentences: Messages = messages[locale]): Translator {
  const parsed = new Map<string, { readonly format: (params: MessageParams) => string; readonly plain: ReadonlySet<string> }>();
  const plainText = (key: string): string => sentences[key] ?? key;
  const formats = createFormats(locale, {
    short: (month) => plainText(`common.monthShort.${month}`),
    long: (month) => plainText(`common.monthLong.${month}`),
    weekPrefix: plainText('common.weekPrefix'),
  });

  const spaced = (sentence: string) => (locale === 'fr' ? frenchSpaces(sentence) : sentence);
  const prepare = (key: string, sentence: string) => {
    const known = parsed.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(curlApostrophes(spaced(sentence)), languageTags[locale], undefined, { ignoreTag: true });
    const prepared = { format: (params: MessageParams) => String(format.format(params)), plain: plainArguments(format.getAst()) };
    parsed.set(key, prepared);
    return prepared;
  };

  const shown = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return name.endsWith('Cents') ? formats.money(value) : value;
    if (isIsoDate(value)) return formats.date(value);
    const prefix = wordParams[name];
    return prefix === undefined ? value : (sentences[`${prefix}.${value}`] ?? value);
  };

  return {
    ...formats,
    locale,
    has: (key) => Object.hasOwn(sentences, key),
    translate: (key, params = {}) => {
      const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined;
      if (sentence === undefined) return key;
      const words = plainSentence(sentence);
      if (words !== null) return spaced(words);
      try {
        const { format, plain } = prepare(key, sentence);
        const values: Record<string, string | number> = {};
        for (const [name, value] of Object.entries(params)) values[name] = plain.has(name) ? shown(name, value) : value;
        return format(values);
      } catch {
        // A param that its sentence needs is missing: the bare sentence says more than an error page.
        return sentence;
      }
    },
  };
}

/**
 * The words themselves where no brace and no quote is left for ICU, else null. Most sentences are names of buttons and
 * columns, and a parser for each of them takes longer than all else that a page's words cost.
 */
function plainSentence(sentence: string): string | null {
  if (/[{}]/.test(sentence)) return null;
  const curled = curlApostrophes(sentence);
  return curled.includes("'") ? null : curled;
}

/** Names that the sentence uses as a plain `{name}`, in its branches too. */
function plainArguments(elements: ReturnType<IntlMessageFormat['getAst']>, found: Set<string> = new Set()): ReadonlySet<string> {
  for (const element of elements) {
    if (element.type === argumentElement) found.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) plainArguments(option.value, found);
  }
  return found;
}
