import iconv from 'iconv-lite';
import type { ImportRecord } from '../../core/domain/inventory/importRecords.ts';
import type { FileIssue } from '../../core/domain/problems.ts';
import { type OpenedImport, openImport } from '../../formats/read/openImport.ts';
import type { ReadSummary } from '../../formats/read/readReport.ts';
import { type SourceFile, sourceFromBytes } from '../../formats/read/sourceFile.ts';

export type ReadResult = {
  readonly format: string | null;
  readonly sniffed: OpenedImport['sniffed'];
  readonly records: readonly ImportRecord[];
  readonly summary: ReadSummary;
  readonly issues: readonly FileIssue[];
};

export async function readSource(source: SourceFile, options: Parameters<typeof openImport>[1] = {}): Promise<ReadResult> {
  const opened = await openImport(source, options);
  const records: ImportRecord[] = [];
  for await (const batch of opened.batches) records.push(...batch);
  const summary = opened.report.summary();
  return { format: opened.format, sniffed: opened.sniffed, records, summary, issues: summary.issues };
}

export function readText(
  text: string,
  options: Parameters<typeof openImport>[1] & { encoding?: string; chunkSize?: number; name?: string } = {},
): Promise<ReadResult> {
  const { encoding = 'utf-8', chunkSize, name = 'file.csv', ...rest } = options;
  return readSource(sourceFromBytes(name, iconv.encode(text, encoding), chunkSize), rest);
}

/** Records of one kind, each checked to be of it. */
export function only<Kind extends ImportRecord['kind']>(result: ReadResult, kind: Kind): Extract<ImportRecord, { kind: Kind }>[] {
  return result.records.map((record) => {
    if (record.kind !== kind) throw new Error(`a record of kind ${record.kind}, expected ${kind}`);
    return record as Extract<ImportRecord, { kind: Kind }>;
  });
}

export function keysOf(result: ReadResult): string[] {
  return result.issues.map((issue) => issue.messageKey);
}
