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
  /** Tells only what changed since an earlier file: what it does not name is not gone. */
  readonly isPartial: boolean;
  readonly sha256: string;
};

/** What the beginning of a file says, before anything is read. */
export type ImportLook = {
  readonly outcome: 'recognised' | 'unknown' | 'refused';
  readonly format: string;
  readonly confidence: number;
  readonly seenKey: string;
  readonly seenParams: Readonly<Record<string, string | number>>;
  readonly encoding: string;
  /** Why it cannot be read as it is. */
  readonly issue: FileIssue | null;
  /** Of a table: its headings and first rows, as text. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The nearest kind of table with the columns that speak for themselves; null where the file is no table. */
  readonly suggestion: ColumnNames | null;
  readonly fields: Readonly<Record<ColumnNames['kind'], readonly { readonly field: string; readonly isRequired: boolean }[]>>;
};

/** Files of other tools, read by what they contain, never by their name. */
export interface ImportReader {
  look(file: ReadableFile): Promise<ImportLook>;
  /** Hands over the records in batches and answers what it saw; throws only when the signal stops it. */
  read(
    file: ReadableFile,
    options: { readonly format?: string | undefined; readonly columns?: ColumnNames | undefined; readonly signal: CancelSignal },
    onRecords: (records: readonly ImportRecord[], bytesRead: number, format: string) => void,
  ): Promise<ReadOutcome>;
}
