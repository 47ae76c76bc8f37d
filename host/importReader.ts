import { createHash } from 'node:crypto';
import { AppError } from '../core/contract/errors.ts';
import type { CancelSignal } from '../core/contract/core.ts';
import type { ReadableFile } from '../core/ports/files.ts';
import type { ImportReader, ReadOutcome } from '../core/ports/importReader.ts';
import { openImport } from '../formats/read/openImport.ts';
import { findReader, readers } from '../formats/read/registry.ts';
import type { SourceFile } from '../formats/read/sourceFile.ts';
import { lookAtImport } from './lookAtImport.ts';

/** Offers the readers of `formats/` to the core. */
export function createImportReader(): ImportReader {
  return {
    look: (file) => lookAtImport(file),
    async read(file, { format, columns, signal }, onRecords) {
      const reader = format === undefined ? undefined : findReader(format);
      if (format !== undefined && !reader) {
        throw new AppError('invalid', 'app.readFormatUnknown', { params: { format, known: readers.map((known) => known.id).join(', ') } });
      }
      const counted = countingSource(file);
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
    },
  };
}

function outcomeOf({ sniffed, format, report }: Awaited<ReturnType<typeof openImport>>, sha256: string): ReadOutcome {
  const summary = report.summary();
  const isRecognised = sniffed.kind === 'recognised' && sniffed.format === format;
  return {
    format: format ?? '',
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
    sha256,
  };
}

/** Counts and hashes the bytes of the longest reading; recognising a file starts it anew and reads only its beginning. */
function countingSource(file: ReadableFile): { readonly source: SourceFile; bytes(): number; sha256(): string } {
  let bytes = 0;
  let hash = createHash('sha256');
  return {
    bytes: () => bytes,
    sha256: () => hash.copy().digest('hex'),
    source: {
      name: file.name,
      size: file.size,
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
