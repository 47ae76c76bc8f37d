/** A file that the user chose, under the opaque handle that the shell gave it. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  /** Reads from the start, each time it is called. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface Files {
  /** Throws `AppError('notFound')` for a handle that the shell never gave out. */
  open(handle: string): Promise<ReadableFile>;
  /** Writes the whole file or nothing: a reader never sees half of it. */
  write(handle: string, bytes: Uint8Array): Promise<void>;
}
