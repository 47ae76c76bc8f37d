import type { ImportRecord, ImportRecordKind } from '../../core/domain/inventory/importRecords.ts';
import type { ColumnMapping } from './columnMapping.ts';
import type { ReadReport } from './readReport.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';

/** The name under which a format is asked for (`--format`), unique among the readers. */
export type FormatId = string;

/** A sentence about what was seen in the file; the key is in `core/i18n/messages/formats.*.json`. */
export type Seen = { readonly messageKey: string; readonly params: Readonly<Record<string, string | number>> };

/** `confidence` 0 is "certainly not", 1 is "certainly". */
export type Recognition = { readonly confidence: number; readonly seen: Seen };

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** Names the columns of a table whose headings say nothing. */
  readonly mapping?: ColumnMapping;
  /** Records in one batch. */
  readonly batchSize?: number;
};

/** One format that comes in. Readers keep no state: the same reader serves several files at once. */
export type Reader = {
  readonly id: FormatId;
  readonly nameKey: string;
  /** Rows of cells under headings; false for XML, JSON, LDIF and texts with a form of their own. */
  readonly isTable: boolean;
  readonly kinds: readonly ImportRecordKind[];
  recognise(sample: Sample): Recognition;
  /**
   * Yields the records in batches and tells the report everything else. A defect of the file never throws; when the
   * reading ends, `report.summary().refused` says whether the file as a whole was refused: then take back what it gave.
   * Only an aborted signal throws, with the signal's reason.
   */
  read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncIterable<ImportRecord[]>;
};
