import { type IsoDate, isoDate } from '../../../core/domain/calendar.ts';
import type { Locale, MessageParams } from '../../../core/i18n/keys.ts';
import { createTranslator, type Translator } from '../../../core/i18n/translate.ts';

/** Params that stand for whatever the window says there. */
export const anyNumber = 7_654_321;
export const anyDay: IsoDate = isoDate('2031-11-23');
export const anyText = '\u{1F5D2}';

/** The sentences of a window's language: what a test looks for and what it expects to read, by message key. */
export type Words = {
  readonly t: Translator;
  /** The sentence on one line and with ordinary spaces, as `textOf` reads it. */
  say(key: string, params?: MessageParams): string;
  /** What is this sentence and no more. */
  like(key: string, params?: MessageParams): RegExp;
  /** What begins with this sentence. */
  starts(key: string, params?: MessageParams): RegExp;
  /** What holds this sentence somewhere. */
  within(key: string, params?: MessageParams): RegExp;
  /** What a sentence says in place of its `any…` params, in the order of the text; a number that is a word is left out. */
  read(text: string, key: string, params?: MessageParams): readonly string[];
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export function wordsIn(locale: Locale): Words {
  const t = createTranslator(locale);
  /** How what stands for anything is written in a sentence, and what may stand in its place. */
  const open: readonly (readonly [string, string])[] = [
    [t.number(anyNumber), '([\\d.,\\s]*\\d)'],
    [String(anyNumber), '(\\d+)'],
    [t.dateLong(anyDay), '(.+?)'],
    [t.date(anyDay), '(.+?)'],
    [anyText, '(.+?)'],
  ];
  const pattern = (sentence: string): string => {
    const holes = open.map(([written, found]) => [escaped(oneLine(written)), found] as const);
    const source = holes.reduce((text, [written, found]) => text.replaceAll(written, found), escaped(oneLine(sentence)));
    return source.replaceAll(' ', '\\s+');
  };
  /** A sentence with a number has as many forms as the language has plurals. */
  const forms = (key: string, params: MessageParams): readonly string[] => {
    const chosen = Object.entries(params).reduce<readonly MessageParams[]>(
      (before, [name, value]) => before.flatMap((made) => (value === anyNumber ? [anyNumber, 1, 0] : [value]).map((one) => ({ ...made, [name]: one }))),
      [{}],
    );
    return [...new Set(chosen.map((one) => pattern(t.translate(key, one))))];
  };
  const either = (key: string, params: MessageParams) => `(?:${forms(key, params).join('|')})`;
  return {
    t,
    say: (key, params = {}) => oneLine(t.translate(key, params)),
    like: (key, params = {}) => new RegExp(`^\\s*${either(key, params)}\\s*$`),
    starts: (key, params = {}) => new RegExp(`^\\s*${either(key, params)}`),
    within: (key, params = {}) => new RegExp(either(key, params)),
    read(text, key, params = {}) {
      for (const form of forms(key, params)) {
        const found = new RegExp(`^${form}$`).exec(oneLine(text));
        if (found) return found.slice(1);
      }
      throw new Error(`"${text}" is not what ${key} says`);
    },
  };
}

/** The words of the specs that are about something else than a language. */
export const english = wordsIn('en');

/** The figure that a text holds, whatever groups its thousands. */
export function figureIn(text: string | null | undefined): number {
  return Number((text ?? '').replaceAll(/\D/g, ''));
}
