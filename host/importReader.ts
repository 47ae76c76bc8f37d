import { createHash } from 'node:crypto';
import { AppError } from '../core/contract/errors.ts';
import type { CancelSignal } from '../core/contract/core.ts';
import type { ImportReader, ImportFile, ReadOutcome } from '../core/ports/importReader.ts';
import { openMembers } from '../formats/read/containers/openMembers.ts';
import { openImport } from '../formats/read/openImport.ts';
import { findReader, readers } from '../formats/read/registry.ts';
import type { SourceFile } from '../formats/read/sourceFile.ts';
import { writeColumnMapping } from '../formats/write/columnMappingJson.ts';
import { importFields, lookAtImport } from './lookAtImport.ts';
import { readMappingFile } from './mappingFile.ts';

/** Offers the readers of `formats/` to the core. */
export function createImportReader(): ImportReader {
  return {
    fields: () => importFields,
    readMapping: readMappingFile,
    writeMapping: ({ dateOrder, decimal, ...mapping }) =>
      writeColumnMapping({ ...mapping, ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) }),
    async *open(file) {
      for await (const member of openMembers(file)) {
        if (member.kind !== 'file') {
          yield member;
          continue;
        }
        const { key, source, packedSize } = member;
        yield {
          kind: 'file',
          key,
          name: source.name,
          size: source.size,
          packedSize,
          look: () => lookAtImport(source),
          read: (options, onRecords) => readSource(source, options, onRecords),
        };
      }
    },
  };
}

const readSource = async (source: SourceFile, ...[{ format, columns, signal }, onRecords]: Parameters<ImportFile['read']>): Promise<ReadOutcome> => {
  const reader = format === undefined ? undefined : findReader(format);
  if (format !== undefined && !reader) {
    throw new AppError('invalid', 'app.readFormatUnknown', { params: { format, known: readers.map((known) => known.id).join(', ') } });
  }
  const counted = countingSource(source);
  const { dateOrder, decimal, ...mapping } = columns ?? {};
  const opened = await openImport(counted.source, {
    signal: abortSignalOf(signal),
    ...(reader ? { format: reader.id } : {}),
    ...(columns
      ? { mapping: { kind: columns.kind, columns: columns.columns, ...mapping, ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) } }
      : {}),
  });
  for await (const records of opened.batches) {
    onRecords(records, counted.bytes(), opened.format ?? '');
    if (signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  }
  return outcomeOf(opened, counted.sha256());
};

function outcomeOf({ sniffed, format, report }: Awaited<ReturnType<typeof openImport>>, sha256: string): ReadOutcome {
  const summary = report.summary();
  const isRecognised = sniffed.kind === 'recognised' && sniffed.format === format;
  return {
    format: format ?? '',
    unknown: sniffed.kind === 'recognised' ? null : sniffed.issue,
    confidence: isRecognised ? sniffed.confidence : 1,
    seenKey: isRecognised ? sniffed.seen.messageKey : 'format.seen.asked',
    seenParams: isRecognised ? sniffed.seen.params : {},
    encoding: sniffed.kind === 'refused' ? '' : sniffed.sample.encoding,
    records: summary.records,
    skipped: Object.entries(summary.skippedByReason).map(([reasonKey, count]) => ({ reasonKey, count })),
    issues: summary.issues,
    issueCount: Object.values(summary.issuesByKey).reduce((sum, count) => sum + count, 0),
    refused: summary.refused,
    isPartial: summary.isPartial,
    machine: summary.device,
    sha256,
  };
}

/** Counts and hashes the bytes of the longest reading; recognising a file starts it anew and reads only its beginning. */
function countingSource(file: SourceFile): { readonly source: SourceFile; bytes(): number; sha256(): string } {
  let bytes = 0;
  let hash = createHash('sha256');
  return {
    bytes: () => bytes,
    sha256: () => hash.copy().digest('hex'),
    source: {
      ...file,
      async *stream() {
        bytes = 0;
        hash = createHash('sha256');
        for await (const chunk of file.stream()) {
          bytes += chunk.byteLength;
          hash.update(chunk);
          yield chunk;
        }
      },
    },
  };
}

function abortSignalOf(signal: CancelSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
