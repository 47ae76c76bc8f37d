export const locales = ['de', 'en', 'fr'] as const;
export type Locale = (typeof locales)[number];

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Params of these names hold a word of the domain, which a sentence shows by its name in the reader's language:
 * `{track}` with the value `mail` reads "Mail and calendar".
 */
export const wordParams: Readonly<Record<string, string>> = {
  track: 'common.track',
  phase: 'common.phase',
  strategy: 'common.strategy',
  state: 'common.state',
};
