import type { Encoding } from './encoding.ts';

/** Bytes from `start` up to, but not with, `end`. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Something of a source that its owner should know and that its bytes do not show, such as formulas without a value. */
export type SourceRemark = { readonly messageKey: string; readonly params: Readonly<Record<string, string | number>>; readonly row: number };

/** A named stream of bytes that can be read from its start as often as needed: once to recognise it, once to read it. */
export type SourceFile = {
  /** What people call the file: for messages, and for telling machines apart whose lists do not name them. No format is told by it. */
  readonly name: string;
  readonly size: number;
  stream(range?: ByteRange): AsyncIterable<Uint8Array>;
  /** Set where the bytes are a table made by us, so that nothing of it has to be guessed. */
  readonly layout?: { readonly encoding: Encoding; readonly delimiter: string };
  /** What the last stream that was read to its end came across. */
  remarks?(): readonly SourceRemark[];
};

/** A source over bytes that are already there. */
export function sourceFromBytes(name: string, bytes: Uint8Array, chunkSize = 65_536): SourceFile {
  return {
    name,
    size: bytes.byteLength,
    async *stream(range) {
      const end = Math.min(bytes.byteLength, range?.end ?? bytes.byteLength);
      for (let start = range?.start ?? 0; start < end; start += chunkSize) yield bytes.subarray(start, Math.min(end, start + chunkSize));
    },
  };
}
