import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export function listFormats(context: AppContext, input: Parsed<'report.listFormats'>): Output<'report.listFormats'> {
  const { readFormats, writeFormats, translate } = context.planWriters;
  return {
    read: readFormats.map(({ id, nameKey }) => ({ id, name: translate(input.locale, nameKey) })),
    write: writeFormats.map(({ id, nameKey, isAvailable }) => ({ id, name: translate(input.locale, nameKey), isAvailable })),
  };
}
