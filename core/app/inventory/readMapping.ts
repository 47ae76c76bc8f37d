import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { AppContext } from '../context.ts';

export async function readMapping(context: AppContext, input: Parsed<'inventory.readMapping'>): Promise<Output<'inventory.readMapping'>> {
  const { mapping, issues } = await context.importReader.readMapping(await context.files.open(input.file));
  if (mapping === null) throw new AppError('invalid', 'app.mappingRefused', { issues });
  const { kind, columns, dateOrder, decimal } = mapping;
  return { mapping: { kind, columns: { ...columns }, ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) } };
}
