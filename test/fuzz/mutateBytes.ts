export function pick<Item>(items: readonly Item[], chance: () => number): Item {
  return items[Math.floor(chance() * items.length)] as Item;
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
/** What breaks readers: quotation marks, ends, marks of order, numbers at the edge, halves of signs. */
const awkward: readonly Uint8Array[] = [
  ...[
    '"',
    "'",
    '""',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ';',
    ',',
    '\0',
    '\u001b[31m',
    '\ufeff',
    '\u2028',
    '\u202e',
    '😀',
    '<',
    '>',
    '&amp;',
    '&#xD800;',
    '&#0;',
    '&lol;',
  ],
  ...['<!--', ']]>', '<![CDATA[', '<!DOCTYPE a [<!ENTITY b "c">]>', '{', '}', '[', ']', '\\', '\\ud83d', '\\u0000', 'null', 'true', '""', '[]', '{}', '1e999'],
  ...['-1', 'NaN', 'Infinity', '0', '9223372036854775807', '99999999999999999999', '1e21', '-0', '1.5', '0x10', '9999-12-31', '2026-02-30', '00.00.0000'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '=1+3', '\n dn: x', '\n-\n', '\n\n', ':: ', ':< file:///etc/passwd', 'hex(2):ff,', ' ', ''],
].map((text) => bytesOf(text));
const rawBytes: readonly Uint8Array[] = [
  [0xff],
  [0xfe, 0xff],
  [0xff, 0xfe],
  [0x80],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f],
  [0x1f, 0x8b],
  [0x50, 0x4b, 3, 4],
].map((list) => Uint8Array.from(list));

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const longest = 4_000_000;

/** One to six changes of a file: flipped, cut, doubled, spliced with another, filled with what breaks readers. */
export function mutateBytes(start: Uint8Array, other: Uint8Array, chance: () => number): Uint8Array {
  let bytes = start;
  const changes = 1 + Math.floor(chance() * chance() * 6);
  for (let change = 0; change < changes && bytes.length <= longest; change++) bytes = mutateOnce(bytes, other, chance);
  return bytes;
}

function mutateOnce(bytes: Uint8Array, other: Uint8Array, chance: () => number): Uint8Array {
  const place = (): number => Math.floor(chance() * (bytes.length + 1));
  const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
  const near = Math.min(bytes.length, from + 1 + Math.floor(chance() * 80));
  const kind = Math.floor(chance() * 13);
  if (kind <= 1) {
    const flipped = Uint8Array.from(bytes);
    for (let count = 1 + Math.floor(chance() * 8); count > 0 && flipped.length > 0; count--) {
      const index = Math.floor(chance() * flipped.length);
      flipped[index] = (flipped[index] as number) ^ (1 << Math.floor(chance() * 8));
    }
    return flipped;
  }
  if (kind === 2) return bytes.subarray(0, from);
  if (kind === 3) return bytes.subarray(from);
  if (kind === 4) return join(bytes.subarray(0, from), bytes.subarray(near));
  if (kind === 5) return join(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  if (kind === 6) return join(bytes.subarray(0, from), other.subarray(Math.floor(chance() * other.length)));
  if (kind <= 9) {
    const piece = kind === 9 ? pick(rawBytes, chance) : pick(awkward, chance);
    const isRemoving = chance() < 0.4;
    return join(bytes.subarray(0, from), piece, bytes.subarray(isRemoving ? near : from));
  }
  if (kind === 10)
    return chance() < 0.15
      ? join(bytes.subarray(0, from), repeated(pick(awkward, chance), 10 ** (2 + chance() * 4)), bytes.subarray(from))
      : swapLines(bytes, chance);
  if (kind === 11)
    return chance() < 0.1
      ? join(bytes.subarray(0, from), repeated(bytes.subarray(from, near), 10 ** (1 + chance() * 4)), bytes.subarray(near))
      : swapLines(bytes, chance);
  return replaceNumber(bytes, chance);
}

function repeated(piece: Uint8Array, times: number): Uint8Array {
  const count = Math.floor(Math.min(times, 1_500_000 / Math.max(1, piece.length)));
  return new Uint8Array(Buffer.concat(new Array<Uint8Array>(count).fill(piece)));
}

/** Lines, or values of JSON or XML on lines of their own, in another order. */
function swapLines(bytes: Uint8Array, chance: () => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const separator = pick(['\n', ',', '<', ';'], chance);
  const parts = text.split(separator);
  if (parts.length > 50_000) return bytes;
  const [first, second] = [Math.floor(chance() * parts.length), Math.floor(chance() * parts.length)];
  [parts[first], parts[second]] = [parts[second] as string, parts[first] as string];
  return new Uint8Array(Buffer.from(parts.join(separator), 'latin1'));
}

function replaceNumber(bytes: Uint8Array, chance: () => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = [...text.slice(0, 100_000).matchAll(/\d+/g)];
  const number = numbers.length > 0 ? pick(numbers, chance) : null;
  if (!number) return bytes;
  const other = pick(['-1', '0', '1e999', '99999999999999999999', '4294967296', '1.5', 'x', '', '00'], chance);
  return new Uint8Array(Buffer.from(text.slice(0, number.index) + other + text.slice(number.index + number[0].length), 'latin1'));
}
