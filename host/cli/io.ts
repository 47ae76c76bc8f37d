import type { Translator } from '../../core/i18n/translate.ts';

export type Locale = 'de' | 'en' | 'fr';

/** The terminal as a command sees it: results to `out`, everything else to `err`. */
export type CliIo = {
  out(text: string): void;
  err(text: string): void;
  /** Progress lines are drawn over each other on a terminal and left out everywhere else. */
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly signal: AbortSignal;
};

export type CliCall = {
  readonly io: CliIo;
  readonly locale: Locale;
  readonly translator: Translator;
  readonly isJson: boolean;
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
  readonly list: (option: string) => readonly string[];
  /** Prints the answer: the document with `--json`, else the lines for people. */
  print(document: unknown, lines: () => readonly string[]): void;
};

export type CliCommand = {
  readonly name: string;
  /** What stands behind the name, as in the contract: `PLAN FILE… [--dry-run]`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
  readonly positionals: { readonly least: number; readonly most: number };
  run(call: CliCall): Promise<number>;
};

/** Wrong use of the command line; ends with 2 and the usage. */
export class UsageError extends Error {
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(messageKey: string, params: Readonly<Record<string, string | number>> = {}) {
    super(messageKey);
    this.name = 'UsageError';
    this.messageKey = messageKey;
    this.params = params;
  }
}
