import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';

const fileTypeBits = 0o170000;
const linkType = 0o120000;

/**
 * Unpacks what `placeOf` gives a place below `folder`; null leaves an entry out. Modes and symbolic links are kept. The
 * checksums are compared by hand: the library leaves them to its caller.
 */
export async function unzip(file, folder, placeOf = (name) => name) {
  const zip = await openPromise(file);
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const place = placeOf(entry.fileName);
    if (place === null || place === '') continue;
    const target = insideOf(folder, place);
    if (entry.fileName.endsWith('/')) {
      await mkdir(target, { recursive: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    const attributes = entry.externalFileAttributes >>> 16;
    const content = await zip.openReadStreamPromise(entry);
    if ((attributes & fileTypeBits) === linkType) {
      const aim = await text(content);
      insideOf(folder, relative(resolve(folder), resolve(dirname(target), aim)));
      await symlink(aim, target);
    } else await pipeline(content, checkedBy(entry), createWriteStream(target, { mode: attributes & 0o777 || 0o644 }));
    unpacked += 1;
  }
  return unpacked;
}

/** Passes the bytes on and fails at the end where their checksum is not the one that the archive names. */
function checkedBy(entry) {
  return async function* check(chunks) {
    let sum = 0;
    for await (const chunk of chunks) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error(`${entry.fileName} is damaged`);
  };
}

function insideOf(folder, place) {
  const target = join(folder, place);
  const inside = relative(folder, target);
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`an archive names a place outside of it: ${place}`);
  return target;
}
