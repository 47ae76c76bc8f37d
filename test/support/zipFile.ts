import { crc32, deflateRawSync } from 'node:zlib';

export type PlannedEntry = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** 0 stored, 8 deflated; anything else is only said, the bytes are stored. */
  readonly method?: number;
  readonly flags?: number;
  /** What the archive claims, where that is not the truth. */
  readonly claims?: { readonly size?: number; readonly packedSize?: number; readonly crc?: number; readonly offset?: number };
  readonly attributes?: number;
};

/** A zip made byte by byte, so that it can also be a broken or a lying one. `entryCount` is what it claims to hold. */
export function zipFile(entries: readonly PlannedEntry[], entryCount = entries.length): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, flags = 0x800, claims = {}, attributes = 0 } of entries) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const nameBytes = Buffer.from(name);
    const crc = claims.crc ?? crc32(bytes);
    const size = claims.size ?? bytes.length;
    const packedSize = claims.packedSize ?? packed.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packedSize, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes >>> 0, 6);
    tail.writeUInt32LE(claims.offset ?? offset, 10);
    parts.push(Buffer.from('PK\u0003\u0004'), fields, nameBytes, packed);
    list.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, tail, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entryCount, 4);
  end.writeUInt16LE(entryCount, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end]);
}
