import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export async function saveMapping(context: AppContext, input: Parsed<'inventory.saveMapping'>): Promise<Output<'inventory.saveMapping'>> {
  const bytes = context.importReader.writeMapping(input.mapping);
  await context.files.write(input.target, bytes);
  return { bytes: bytes.byteLength };
}
