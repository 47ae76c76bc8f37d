import type { ImportRecord } from '../../core/domain/inventory/importRecords.ts';
import type { FileIssue } from '../../core/domain/problems.ts';
import { PackedFileError } from './containers/packedFileError.ts';
import type { FormatId, ReadOptions } from './reader.ts';
import { createReadReport, type ReadReport } from './readReport.ts';
import { findReader } from './registry.ts';
import { type Sniffed, sniff } from './sniff.ts';
import type { SourceFile } from './sourceFile.ts';

export type OpenedImport = {
  readonly sniffed: Sniffed;
  /** The format that is read: the one asked for, or the one recognised; null where the file is refused. */
  readonly format: FormatId | null;
  readonly report: ReadReport;
  /** To be read to its end; only then is the report complete. Nothing comes where the file is refused. */
  readonly batches: AsyncIterable<ImportRecord[]>;
};

/** Looks at a file, finds its reader and gives its records. `format` overrules what was recognised, a mapping makes it a table. */
export async function openImport(
  source: SourceFile,
  options: ReadOptions & { readonly format?: FormatId; readonly onIssue?: (issue: FileIssue) => void } = {},
): Promise<OpenedImport> {
  const sniffed = await sniff(source);
  const report = createReadReport(source.name, options.onIssue);
  const none = (issue: FileIssue): OpenedImport => {
    report.refuse(issue.messageKey, issue.params);
    return { sniffed, format: null, report, batches: nothing() };
  };
  if (sniffed.kind === 'refused') return none(sniffed.issue);
  const format =
    options.format ?? (options.mapping ? 'tabular' : sniffed.kind === 'recognised' ? sniffed.format : isJson(sniffed.sample.text) ? null : 'tabular');
  const reader = format === null ? undefined : findReader(format);
  if (!reader)
    return none(
      sniffed.kind === 'unknown' ? sniffed.issue : { severity: 'error', messageKey: 'issue.formatUnknown', params: { found: '' }, file: source.name },
    );
  return { sniffed, format: reader.id, report, batches: readAll(source, report, reader.read(source, sniffed.sample, options, report)) };
}

/** What goes wrong under a reader, in the archive that it reads from, refuses the file; what the source itself came across is told at the end. */
async function* readAll(source: SourceFile, report: ReadReport, batches: AsyncIterable<ImportRecord[]>): AsyncGenerator<ImportRecord[]> {
  try {
    yield* batches;
  } catch (error) {
    if (!(error instanceof PackedFileError)) throw error;
    report.refuse(error.messageKey, error.params);
    return;
  }
  for (const { messageKey, params, row } of source.remarks?.() ?? []) report.warn(messageKey, params, { row });
}

function isJson(text: string): boolean {
  return /^\s*[[{<]/.test(text);
}

async function* nothing(): AsyncGenerator<ImportRecord[]> {}
