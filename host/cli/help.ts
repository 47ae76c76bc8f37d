import type { Translator } from '../../core/i18n/translate.ts';
import { commands } from './commands.ts';
import type { CliCommand } from './io.ts';

const indent = 12;

/** All commands with what each does; `bascule COMMAND --help` says the rest. */
export function helpOnAll({ translate }: Translator): string[] {
  return [
    translate('cli.usage'),
    '',
    ...commands.map((command) => `  ${command.name.padEnd(indent)}${translate(`cli.summary.${command.name}`)}`),
    '',
    `${translate('cli.example')} bascule plan licences.csv accounts.csv --template schleswig-holstein --out out`,
    translate('cli.seeHelp', { call: `bascule ${translate('cli.word.command')} --help` }),
  ];
}

export function helpOnOne(command: CliCommand, { translate }: Translator): string[] {
  const options = [...Object.keys(command.options), 'json', 'locale'];
  const width = Math.max(...options.map((option) => option.length)) + 4;
  return [
    translate(`cli.summary.${command.name}`),
    '',
    `${translate('cli.use')} bascule ${command.name} ${command.usage}`,
    '',
    ...options.map((option) => `  ${`--${option}`.padEnd(width)}${translate(`cli.option.${option}`)}`),
  ];
}
