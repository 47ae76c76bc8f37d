import { randomFillSync } from 'node:crypto';
import type { Id } from '../core/domain/ids.ts';
import type { Ids } from '../core/ports/ids.ts';

const alphabet = Buffer.from('0123456789abcdefghjkmnpqrstvwxyz', 'latin1');
const idLength = 16;

/** Ids of 80 random bits, so that plans made apart can be merged; bytes are drawn in blocks because an import needs 100,000. */
export function createRandomIds(): Ids {
  const block = Buffer.alloc(idLength * 1024);
  let position = block.length;
  return {
    next<Kind extends string>() {
      if (position === block.length) {
        randomFillSync(block);
        for (const [index, byte] of block.entries()) block[index] = alphabet[byte & 31] as number;
        position = 0;
      }
      // Cut out in one piece: a text put together letter by letter takes ten times its memory.
      const text = block.toString('latin1', position, position + idLength);
      position += idLength;
      return text as Id<Kind>;
    },
  };
}
