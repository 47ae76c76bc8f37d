import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { SourceFile } from '../sourceFile.ts';
import { archiveLimits } from './limits.ts';
import { PackedFileError } from './packedFileError.ts';

/** What a gzip file holds, unpacked while it is read. Its real size is known at its end only. */
export function gzipMember(source: SourceFile): SourceFile {
  return {
    name: source.name.replace(/\.gz$/i, ''),
    size: source.size,
    async *stream(range) {
      const start = range?.start ?? 0;
      const end = range?.end ?? Number.POSITIVE_INFINITY;
      let packed = 0;
      let unpacked = 0;
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of source.stream()) {
          packed += chunk.byteLength;
          yield chunk;
        }
      };
      const gunzip = createGunzip({ chunkSize: 65_536 });
      try {
        // A failure arrives in the loop below as well; the callback keeps it from being thrown outside of it.
        pipeline(Readable.from(counted()), gunzip, () => {});
        for await (const chunk of gunzip as AsyncIterable<Buffer>) {
          const before = unpacked;
          unpacked += chunk.byteLength;
          if (unpacked > archiveLimits.ratioFrom && unpacked > packed * archiveLimits.ratio) {
            throw new PackedFileError('issue.packedTooTightly', { entry: source.name, limit: archiveLimits.ratio });
          }
          if (unpacked > archiveLimits.unpackedBytes) throw new PackedFileError('issue.archiveTooLarge', { limit: archiveLimits.unpackedBytes });
          if (unpacked <= start) continue;
          yield chunk.subarray(Math.max(0, start - before), Math.min(chunk.byteLength, end - before));
          if (unpacked >= end) return;
        }
      } catch (error) {
        throw error instanceof PackedFileError ? error : new PackedFileError('issue.packedFileDamaged', { entry: source.name }, error);
      } finally {
        gunzip.destroy();
      }
    },
  };
}
