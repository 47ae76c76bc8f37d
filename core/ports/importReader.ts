import type { CancelSignal } from '../contract/core.ts';
import type { FileOfMachine } from '../domain/inventory/collectFile.ts';
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
  /** Set when no reader knew the file by itself: what was found instead, however it was then read. */
  readonly unknown: FileIssue | null;
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
  /** The machine that the whole file is of, and when its agent looked, as the file writes it. */
  readonly machine: FileOfMachine | null;
  readonly sha256: string;
};

export type TableFieldList = Readonly<Record<ColumnNames['kind'], readonly { readonly field: string; readonly isRequired: boolean }[]>>;

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
};

/** A file that can be read: the one that was chosen, a file in an archive, a sheet of a spreadsheet. Only good until the next is asked for. */
export type ImportFile = {
  readonly kind: 'file';
  /** Names it among the members of its file, the same each time; empty for a file that is no container. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Its part of the size of the file that was chosen. */
  readonly packedSize: number;
  look(): Promise<ImportLook>;
  /** Hands over the records in batches and answers what it saw; throws only when the signal stops it. */
  read(
    options: { readonly format?: string | undefined; readonly columns?: ColumnNames | undefined; readonly signal: CancelSignal },
    onRecords: (records: readonly ImportRecord[], bytesRead: number, format: string) => void,
  ): Promise<ReadOutcome>;
};

/** `leftOut` is nothing for an import, such as a letter beside the lists; `refused` cannot be read and may matter, such as an encrypted list. */
export type ImportMember = ImportFile | { readonly kind: 'leftOut' | 'refused'; readonly key: string; readonly issue: FileIssue };

/** Files of other tools, read by what they contain, never by their name. */
export interface ImportReader {
  /** The file itself, or what is packed in it, one after the other. */
  open(file: ReadableFile): AsyncIterable<ImportMember>;
  /** The fields of each kind of table, in order; without those that are required a table is not of its kind. */
  fields(): TableFieldList;
  /** The columns that a file of its own names; null with what is wrong in it. */
  readMapping(file: ReadableFile): Promise<{ readonly mapping: ColumnNames | null; readonly issues: readonly FileIssue[] }>;
  writeMapping(mapping: ColumnNames): Uint8Array;
}
