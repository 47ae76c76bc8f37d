import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import { type AppContext, openStore } from '../context.ts';
import { mappingRows } from './mappingRows.ts';

export function getMappingRow(context: AppContext, { itemId }: Parsed<'mapping.get'>): Output<'mapping.get'> {
  const row = openStore(context)
    .read((reader) => mappingRows(context, reader))
    .find((candidate) => candidate.itemId === itemId);
  if (!row) throw new AppError('notFound', 'app.itemUnknown', { params: { item: itemId } });
  return row;
}
