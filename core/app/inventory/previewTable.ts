import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export async function previewTable(context: AppContext, input: Parsed<'inventory.previewTable'>): Promise<Output<'inventory.previewTable'>> {
  const file = await context.files.open(input.file);
  const look = await context.importReader.look(file);
  return {
    ...look,
    name: file.name,
    size: file.size,
    seenParams: { ...look.seenParams },
    issue: look.issue && { ...look.issue, params: { ...look.issue.params } },
    headings: [...look.headings],
    rows: look.rows.map((row) => [...row]),
    suggestion: look.suggestion && { kind: look.suggestion.kind, columns: { ...look.suggestion.columns } },
    fields: Object.fromEntries(
      Object.entries(look.fields).map(([kind, fields]) => [kind, fields.map((field) => ({ ...field }))]),
    ) as Output<'inventory.previewTable'>['fields'],
  };
}
