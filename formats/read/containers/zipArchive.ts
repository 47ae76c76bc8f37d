import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } from 'yauzl';
import type { SourceFile } from '../sourceFile.ts';
import { archiveLimits } from './limits.ts';
import { PackedFileError } from './packedFileError.ts';

export type ZipEntry = {
  /** For messages and for telling the parts of a spreadsheet apart; never a path of this machine. */
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly kind: 'file' | 'folder' | 'link';
  /** Why its bytes cannot be had: a message key; null where they can. */
  readonly closedBecause: string | null;
  /** Throws `PackedFileError` where the bytes are not what the archive promises. */
  stream(): AsyncIterable<Uint8Array>;
};

export type ZipArchive = { readonly entries: readonly ZipEntry[] };

const windowBytes = 262_144;
const fileTypeBits = 0o170000;
const linkType = 0o120000;

/** Lists a zip. Only its list of contents is read; the sizes it declares are limits that its contents are held to later. */
export async function openZip(source: SourceFile): Promise<ZipArchive> {
  try {
    const zip = await fromRandomAccessReaderPromise(readerOf(source), source.size, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
    if (zip.entryCount > archiveLimits.entries) {
      throw new PackedFileError('issue.archiveTooManyFiles', { found: zip.entryCount, limit: archiveLimits.entries });
    }
    const entries: ZipEntry[] = [];
    let unpacked = 0;
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      entries.push(entryOf(entry, () => zip.openReadStreamPromise(entry)));
    }
    if (unpacked > archiveLimits.unpackedBytes) throw new PackedFileError('issue.archiveTooLarge', { limit: archiveLimits.unpackedBytes });
    // Entries that share their bytes: a small file that claims to hold the same data a thousand times.
    if (packed > source.size) throw new PackedFileError('issue.archiveDamaged');
    return { entries };
  } catch (error) {
    throw error instanceof PackedFileError ? error : new PackedFileError('issue.archiveDamaged', {}, error);
  }
}

function entryOf(entry: Entry, open: () => Promise<Readable>): ZipEntry {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileName, entry.extraFields, false);
  const isLink = ((entry.externalFileAttributes >>> 16) & fileTypeBits) === linkType;
  return {
    name,
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    kind: name.endsWith('/') ? 'folder' : isLink ? 'link' : 'file',
    closedBecause: entry.isEncrypted()
      ? 'issue.packedFileEncrypted'
      : entry.compressionMethod !== 0 && entry.compressionMethod !== 8
        ? 'issue.packedFileMethod'
        : null,
    async *stream() {
      if (entry.uncompressedSize > archiveLimits.ratioFrom && entry.uncompressedSize > entry.compressedSize * archiveLimits.ratio) {
        throw new PackedFileError('issue.packedTooTightly', { entry: name, limit: archiveLimits.ratio });
      }
      let checksum = 0;
      try {
        for await (const chunk of await open()) {
          checksum = crc32(chunk as Uint8Array, checksum);
          yield chunk as Uint8Array;
        }
      } catch (error) {
        throw error instanceof PackedFileError ? error : new PackedFileError('issue.packedFileDamaged', { entry: name }, error);
      }
      if (checksum !== entry.crc32) throw new PackedFileError('issue.packedFileDamaged', { entry: name });
    },
  };
}

/** The list of contents is read in thousands of small pieces, one after the other: each window of the file is fetched once. */
function readerOf(source: SourceFile): RandomAccessReader {
  const reader = new RandomAccessReader();
  let window = { start: 0, bytes: new Uint8Array(0) };
  reader._readStreamForRange = (start, end) => Readable.from(source.stream({ start, end }));
  reader.read = (buffer, offset, length, position, callback) => {
    const copy = (): void => {
      buffer.set(window.bytes.subarray(position - window.start, position - window.start + length), offset);
      callback(null);
    };
    if (position >= window.start && position + length <= window.start + window.bytes.byteLength) return copy();
    const end = Math.min(source.size, position + Math.max(length, windowBytes));
    readRange(source, position, end).then((bytes) => {
      if (bytes.byteLength < length) return callback(new Error('unexpected EOF'));
      window = { start: position, bytes };
      copy();
    }, callback);
  };
  return reader;
}

async function readRange(source: SourceFile, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.stream({ start, end })) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
