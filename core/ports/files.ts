/** A file that the user chose, under the opaque handle that the shell gave it. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  /** Reads from the start, each time it is called; or from `start` up to, but not with, `end`. */
  stream(range?: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
}

/** What the user chose: one file, or a folder with all its files, those of its folders included. */
export type ChosenFiles = { readonly name: string; readonly size: number; readonly isFolder: boolean; readonly files: readonly ReadableFile[] };

export interface Files {
  /** Throws `AppError('notFound')` for a handle that the shell never gave out. */
  open(handle: string): Promise<ReadableFile>;
  /** As `open`, and for a folder too: its files in the order of their names, without hidden ones and links. */
  openAll(handle: string): Promise<ChosenFiles>;
  /** Writes the whole file or nothing: a reader never sees half of it. */
  write(handle: string, bytes: Uint8Array): Promise<void>;
}
