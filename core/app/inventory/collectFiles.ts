import type { CallContext } from '../../contract/handlers.ts';
import { AppError } from '../../contract/errors.ts';
import { createImportCollector, type CollectedImport } from '../../domain/inventory/collectImport.ts';
import type { FileIssue } from '../../domain/problems.ts';
import type { ColumnNames, ReadOutcome } from '../../ports/importReader.ts';
import type { AppContext } from '../context.ts';
import { planMatcher } from './planMatcher.ts';

export type ReadFile = { readonly name: string; readonly outcome: ReadOutcome };

type ImportCall = CallContext<'inventory.importFiles'> | CallContext<'inventory.previewImport'> | CallContext<'tracking.importProgress'>;

/** How many issues an answer lists; all are counted. */
const listedIssues = 200;

/**
 * Reads all files of an import before anything is compared or written. A file that cannot be read as a whole refuses
 * the import, naming every such file: half an import would look like a whole one.
 */
export async function collectFiles(
  context: AppContext,
  input: {
    readonly files: readonly string[];
    readonly format?: string | undefined;
    readonly mapping?: ColumnNames | undefined;
    readonly mappings?: Readonly<Record<string, ColumnNames>> | undefined;
  },
  call: ImportCall,
): Promise<{ readonly collected: CollectedImport; readonly files: readonly ReadFile[] }> {
  const matcher = context.store?.read((reader) => planMatcher(context, reader)) ?? context.catalogue.matcher;
  const collector = createImportCollector((name) => {
    const match = matcher.match(name);
    return match.kind === 'matched' ? match.productId : null;
  });
  const sources = await Promise.all(
    input.files.map(async (handle) => ({ source: await context.files.open(handle), columns: input.mappings?.[handle] ?? input.mapping })),
  );
  const totalBytes = sources.reduce((sum, { source }) => sum + source.size, 0);
  let finishedBytes = 0;
  const files: ReadFile[] = [];
  const plans = new Set<string>();
  for (const { source, columns } of sources) {
    const outcome = await context.importReader.read(source, { format: input.format, columns, signal: call.signal }, (records, bytesRead, format) => {
      collector.add(records, format);
      if (records[0]?.kind === 'planTask') plans.add(source.name);
      call.reportProgress({ stepKey: 'app.step.read', done: finishedBytes + bytesRead, total: totalBytes });
    });
    if (outcome.isPartial) collector.markPartial(outcome.format);
    finishedBytes += source.size;
    files.push({ name: source.name, outcome });
  }
  const refusals = files.flatMap(({ outcome }) => (outcome.refused ? [outcome.refused] : []));
  if (refusals.length > 0) {
    throw new AppError('invalid', 'app.importRefused', { params: { files: refusals.length }, issues: refusals });
  }
  if (plans.size > 0) throw new AppError('invalid', 'app.planIsNoInventory', { params: { file: [...plans].join(', ') } });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return { collected: collector.finish(), files };
}

export function listIssues(files: readonly ReadFile[]): { issues: FileIssue[]; issueCount: number } {
  return {
    issues: files.flatMap(({ outcome }) => outcome.issues).slice(0, listedIssues),
    issueCount: files.reduce((sum, { outcome }) => sum + outcome.issueCount, 0),
  };
}
