import { resolve } from 'node:path';
import { type IsoDate, isIsoDate } from '../../core/domain/calendar.ts';
import { AppError } from '../../core/contract/errors.ts';
import { type CliCall, UsageError } from './io.ts';

export function pathArgument(call: CliCall, index: number): string {
  return resolve(call.io.workingFolder, call.positionals[index] as string);
}

export function pathOption(call: CliCall, option: string): string | undefined {
  const text = call.text(option);
  return text === undefined ? undefined : resolve(call.io.workingFolder, text);
}

export function requiredText(call: CliCall, option: string): string {
  const text = call.text(option);
  if (text === undefined || text.trim() === '') throw new UsageError('cli.optionMissing', { option });
  return text;
}

export function wholeNumber(call: CliCall, option: string, least: number, most: number): number | undefined {
  const text = call.text(option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) throw new UsageError('cli.numberExpected', { option, value: text, least, most });
  return value;
}

/** Seconds as people write them, fractions allowed; answered in milliseconds. */
export function secondsOption(call: CliCall, option: string): number | undefined {
  const text = call.text(option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > 3600) throw new UsageError('cli.numberExpected', { option, value: text, least: 0, most: 3600 });
  return Math.round(value * 1000);
}

export function dateOption(call: CliCall, option: string): IsoDate | undefined {
  const text = call.text(option);
  if (text === undefined) return undefined;
  if (!isIsoDate(text)) throw new AppError('invalid', 'cli.dateExpected', { params: { option, value: text } });
  return text;
}

export function choiceOption<Choice extends string>(call: CliCall, option: string, choices: readonly Choice[]): Choice | undefined {
  const text = call.text(option);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError('cli.choiceExpected', { option, value: text, choices: choices.join(', ') });
  return found;
}

/** The day on which the command runs, in the machine's own time zone; `BASCULE_TODAY` fixes it for repeatable output. */
export function today(call: CliCall): IsoDate {
  const fixed = call.io.environment.BASCULE_TODAY;
  if (fixed !== undefined && isIsoDate(fixed)) return fixed;
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as IsoDate;
}
