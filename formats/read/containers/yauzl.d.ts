/** The part of yauzl 3 that is used here; the package brings no types, and those of others end at version 2. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = {
    readonly fileName: Uint8Array;
    readonly generalPurposeBitFlag: number;
    readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
    readonly compressionMethod: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly crc32: number;
    readonly externalFileAttributes: number;
    isEncrypted(): boolean;
  };

  export type ZipFile = {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  };

  export class RandomAccessReader {
    _readStreamForRange(start: number, end: number): Readable;
    read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void;
  }

  export function fromRandomAccessReaderPromise(
    reader: RandomAccessReader,
    totalSize: number,
    options: { readonly autoClose: boolean; readonly decodeStrings: boolean; readonly validateEntrySizes: boolean },
  ): Promise<ZipFile>;

  export function getFileNameLowLevel(flags: number, fileName: Uint8Array, extraFields: Entry['extraFields'], isStrict: boolean): string;
}
