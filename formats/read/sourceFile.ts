/** A named stream of bytes that can be read from its start as often as needed: once to recognise it, once to read it. */
export type SourceFile = {
  /** What people call the file: for messages, and for telling machines apart whose lists do not name them. No format is told by it. */
  readonly name: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
};

/** A source over bytes that are already there. */
export function sourceFromBytes(name: string, bytes: Uint8Array, chunkSize = 65_536): SourceFile {
  return {
    name,
    size: bytes.byteLength,
    async *stream() {
      for (let start = 0; start < bytes.byteLength; start += chunkSize) yield bytes.subarray(start, start + chunkSize);
    },
  };
}
