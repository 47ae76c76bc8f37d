import type { CancelSignal } from '../contract/core.ts';
import type { ImportRecord } from '../domain/inventory/importRecords.ts';
import type { FileIssue } from '../domain/problems.ts';
import type { ReadableFile } from './files.ts';

/** Columns of a table that no reader recognises by itself, named by the user. */
export type ColumnNames = {
  readonly kind: 'software' | 'licence' | 'account' | 'contract' | 'progress';
  readonly columns: Readonly<Record<string, string>>;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  readonly decimal?: ',' | '.' | undefined;
};

export type ReadOutcome = {
  readonly format: string;
  /** How sure the recognition is, 0 to 1, and what it saw. */
  readonly confidence: number;
  readonly seenKey: string;
  readonly seenParams: Readonly<Record<string, string | number>>;
  readonly encoding: string;
  readonly records: number;
  readonly skipped: readonly { readonly reasonKey: string; readonly count: number }[];
  readonly issues: readonly FileIssue[];
  readonly issueCount: number;
  /** Set when the file as a whole cannot be read; nothing of it may be used then. */
  readonly refused: FileIssue | null;
  readonly sha256: string;
};

/** Files of other tools, read by what they contain, never by their name. */
export interface ImportReader {
  /** Hands over the records in batches and answers what it saw; throws only when the signal stops it. */
  read(
    file: ReadableFile,
    options: { readonly format?: string | undefined; readonly columns?: ColumnNames | undefined; readonly signal: CancelSignal },
    onRecords: (records: readonly ImportRecord[], bytesRead: number) => void,
  ): Promise<ReadOutcome>;
}
