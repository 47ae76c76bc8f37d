import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AppError, toWireError } from '../../core/contract/errors.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { commands } from './commands.ts';
import { version } from '../version.ts';
import { helpOnAll, helpOnOne } from './help.ts';
import { type CliCall, type CliCommand, type CliIo, type Locale, UsageError } from './io.ts';
import { issueSentence } from './sentences.ts';

/** Runs one command line and answers its exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted. Never throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const isJson = argv.includes('--json');
  const translator = createTranslator(chooseLocale(argv, io));
  const { translate } = translator;
  const name = argv[0];
  if (name === '--version') {
    io.out(`bascule ${version}\n`);
    return 0;
  }
  const isHelpWanted = name === '--help' || name === '-h' || name === 'help';
  if (name === undefined || (isHelpWanted && !commands.some((candidate) => candidate.name === argv[1]))) {
    (name === undefined ? io.err : io.out)(`${helpOnAll(translator).join('\n')}\n`);
    return name === undefined ? 2 : 0;
  }
  if (isHelpWanted) return runCli([...argv.slice(1), '--help'], io);
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError('cli.commandUnknown', { command: name, known: commands.map((candidate) => candidate.name).join(', ') });
    const call = readCall(command, argv.slice(1), io);
    if (call === 'help') {
      io.out(`${helpOnOne(command, translator).join('\n')}\n`);
      return 0;
    }
    return await command.run(call);
  } catch (error) {
    if (error instanceof UsageError) {
      const sentence = translate(error.messageKey, error.params);
      io.err(errorLine('usage', `${sentence} ${translate('cli.seeHelp', { call: command ? `bascule ${command.name} --help` : 'bascule --help' })}`));
      if (isJson) io.out(errorDocument('usage', sentence, []));
      return 2;
    }
    const failure = io.signal.aborted ? cancelled : toWireError(error instanceof AppError ? error : unexpected(error, io));
    const sentence = translate(failure.messageKey, failure.params);
    const details = failure.issues.map((issue) => issueSentence(translator, issue));
    const hint = failure.code === 'internal' ? [translate('cli.logHint')] : [];
    if (io.isTerminal) io.err('\r\u001b[K');
    io.err(errorLine(failure.code, [sentence, ...details.slice(0, 20), ...hint].join(' ')));
    if (isJson)
      io.out(
        errorDocument(
          failure.code,
          sentence,
          failure.issues.map((issue, index) => ({ ...issue, message: details[index] })),
        ),
      );
    return failure.code === 'cancelled' ? 130 : 1;
  }
}

const cancelled = toWireError(new AppError('cancelled', 'error.cancelled'));

/** One line whatever a file's name or a cell quoted in it holds; control characters would also steer the terminal. */
function errorLine(code: string, text: string): string {
  return `error ${code}: ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`;
}

function errorDocument(code: string, message: string, issues: readonly object[]): string {
  return `${JSON.stringify({ error: { code, message, issues } })}\n`;
}

/** An error that nobody expected: its details are for the log, asked for with BASCULE_LOG=debug, not for the terminal. */
function unexpected(error: unknown, io: CliIo): AppError {
  const traceId = randomUUID().slice(0, 8);
  if (io.environment.BASCULE_LOG === 'debug') io.err(`${traceId} ${error instanceof Error ? error.stack : String(error)}\n`);
  return new AppError('internal', 'error.internal', { params: { traceId }, cause: error });
}

function readCall(command: CliCommand, argv: readonly string[], io: CliIo): CliCall | 'help' {
  const options = {
    ...command.options,
    json: { type: 'boolean' as const },
    locale: { type: 'string' as const },
    help: { type: 'boolean' as const, short: 'h' },
  };
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; strict: true }>>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('cli.optionWrong', { message: error instanceof Error ? error.message : String(error) });
  }
  const values: Readonly<Record<string, unknown>> = parsed.values;
  if (values.help === true) return 'help';
  const { positionals } = parsed;
  if (positionals.length < command.positionals.least) throw new UsageError('cli.tooFewArguments', { least: command.positionals.least });
  if (positionals.length > command.positionals.most) throw new UsageError('cli.tooManyArguments', { argument: positionals[command.positionals.most] ?? '' });
  const given = values.locale;
  const locale = localeOf(typeof given === 'string' ? given : undefined);
  if (given !== undefined && locale === undefined)
    throw new UsageError('cli.choiceExpected', { option: 'locale', value: String(given), choices: 'de, fr, en' });
  const isJson = values.json === true;
  const chosen = locale ?? environmentLocale(io);
  return {
    io,
    locale: chosen,
    translator: createTranslator(chosen),
    isJson,
    positionals,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
    list: (option) => (Array.isArray(values[option]) ? (values[option] as string[]) : []),
    print: (document, lines) => io.out(isJson ? `${JSON.stringify(document, null, 2)}\n` : `${lines().join('\n')}\n`),
  };
}

/** For messages about the command line itself, which may be too broken to parse. */
function chooseLocale(argv: readonly string[], io: CliIo): Locale {
  const at = argv.findIndex((argument) => argument === '--locale' || argument.startsWith('--locale='));
  const given = at < 0 ? undefined : argv[at] === '--locale' ? argv[at + 1] : argv[at]?.slice('--locale='.length);
  return localeOf(given) ?? environmentLocale(io);
}

function environmentLocale({ environment }: CliIo): Locale {
  return localeOf((environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '').slice(0, 2).toLowerCase()) ?? 'en';
}

function localeOf(text: string | undefined): Locale | undefined {
  return text === 'de' || text === 'en' || text === 'fr' ? text : undefined;
}
