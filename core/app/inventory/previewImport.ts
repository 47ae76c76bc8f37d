import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import { type AppContext, openStore } from '../context.ts';
import { collectFiles } from './collectFiles.ts';
import { choicesOf, draftFromPlan, importReportOf } from './draftFromPlan.ts';

export async function previewImport(
  context: AppContext,
  input: Parsed<'inventory.previewImport'>,
  call: CallContext<'inventory.previewImport'>,
): Promise<Output<'inventory.previewImport'>> {
  const { collected, ...read } = await collectFiles(context, input, call);
  const draft = openStore(context).read((reader) => draftFromPlan(context, reader, collected, choicesOf(input)));
  return importReportOf(draft, read);
}
