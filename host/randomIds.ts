import { randomFillSync } from 'node:crypto';
import type { Id } from '../core/domain/ids.ts';
import type { Ids } from '../core/ports/ids.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 16;

/** Ids of 80 random bits, so that plans made apart can be merged; bytes are drawn in blocks because an import needs 100,000. */
export function createRandomIds(): Ids {
  const block = new Uint8Array(idLength * 1024);
  let position = block.length;
  return {
    next<Kind extends string>() {
      if (position === block.length) {
        randomFillSync(block);
        position = 0;
      }
      let text = '';
      for (const end = position + idLength; position < end; position++) text += alphabet[(block[position] as number) & 31];
      return text as Id<Kind>;
    },
  };
}
