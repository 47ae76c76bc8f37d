import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { SourceFile } from './sourceFile.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1250' | 'cp850' | 'iso-8859-2' | 'iso-8859-15';

/** Kinds of file that are no text at all; `spreadsheet` is any zip, among them XLSX and ODS. */
export type BinaryType = 'spreadsheet' | 'oldOffice' | 'pdf' | 'picture' | 'archive' | 'database' | 'other';

const signatures: readonly (readonly [string, BinaryType])[] = [
  ['504b0304', 'spreadsheet'],
  ['504b0506', 'spreadsheet'],
  ['d0cf11e0', 'oldOffice'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['1f8b', 'archive'],
  ['377abcaf', 'archive'],
  ['53514c69746520666f726d6174203300', 'database'],
];

export function detectBinary(bytes: Uint8Array): BinaryType | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('hex');
  const signature = signatures.find(([prefix]) => start.startsWith(prefix));
  if (signature) return signature[1];
  return bytes.includes(0) && !detectUtf16(bytes) ? 'other' : null;
}

/** Names of encodings in an XML declaration; what is called ISO-8859-1 is Windows-1252 with fewer signs. */
const declaredEncodings: Readonly<Record<string, Encoding>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  'iso-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
  'iso-8859-15': 'iso-8859-15',
  ibm850: 'cp850',
  cp850: 'cp850',
};

/** A byte order mark, else strict UTF-8, else what an XML file says of itself, else the most likely of the single-byte encodings of western and central Europe. `start` is the beginning of the file. */
export function detectEncoding(bytes: Uint8Array, start: Uint8Array = bytes): Encoding {
  const utf16 = detectUtf16(bytes);
  if (utf16) return utf16;
  if (isUtf8(withoutCutCharacter(bytes))) return 'utf-8';
  const declared = /^<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.-]+)["']/.exec(Buffer.from(start.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase();
  if (declared !== undefined && Object.hasOwn(declaredEncodings, declared)) return declaredEncodings[declared] as Encoding;
  if (looksLikeCp850(bytes)) return 'cp850';
  const guesses = chardet.analyse(bytes);
  const confidence = (name: RegExp): number => Math.max(0, ...guesses.filter((guess) => name.test(guess.name)).map((guess) => guess.confidence));
  const central = confidence(/^(ISO-8859-2|windows-1250)$/i);
  // Short western texts are often taken for central European ones, so that has to be clear.
  return central >= 30 && central > confidence(/^(ISO-8859-1|windows-1252)$/i) * 1.4 ? 'windows-1250' : 'windows-1252';
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.byteLength < 2) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.byteLength, 4_096) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros++;
    if (bytes[index + 1] === 0) oddZeros++;
  }
  // Western text in UTF-16 without a mark: nearly every second byte is 0 and none of the others.
  if (length >= 8 && evenZeros === 0 && oddZeros > length * 0.35) return 'utf-16le';
  if (length >= 8 && oddZeros === 0 && evenZeros > length * 0.35) return 'utf-16be';
  return null;
}

/** A sample may end in the middle of a character: at most 3 bytes are left away. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.byteLength); back++) {
    const byte = bytes[bytes.byteLength - back] as number;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.subarray(0, bytes.byteLength - back) : bytes;
    }
  }
  return bytes;
}

/** Consoles of Windows write ä ö ü é as 84 94 81 82, which are quotation marks and controls in Windows-1252; their ß, e1, is an á there and proves nothing. */
function looksLikeCp850(bytes: Uint8Array): boolean {
  let consoleLetters = 0;
  let windowsLetters = 0;
  for (let index = 1; index < bytes.byteLength - 1; index++) {
    const byte = bytes[index] as number;
    if (byte < 0x80 || !isAsciiLetter(bytes[index - 1] as number) || !isAsciiLetter(bytes[index + 1] as number)) continue;
    if (byte <= 0x9a) consoleLetters++;
    else if (byte >= 0xc0 && byte !== 0xe1) windowsLetters++;
  }
  return consoleLetters > 0 && consoleLetters > windowsLetters * 3;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/**
 * The bytes on which the encoding is decided: the start of the file, and where that is plain ASCII the part of the
 * file around the first other character, so that an umlaut in row 50,000 is still read right.
 */
export async function findTellingBytes(source: SourceFile, start: Uint8Array): Promise<Uint8Array> {
  if (!isAscii(start) || start.byteLength >= source.size || start.includes(0)) return start;
  for await (const chunk of source.stream()) if (!isAscii(chunk)) return chunk;
  return start;
}

/** The text of a source, chunk by chunk, without byte order mark, every line ending a single `\n`. */
export async function* decode(source: SourceFile, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let hasOpenReturn = false;
  const withLineFeeds = (raw: string): string => {
    let text = hasOpenReturn ? `\r${raw}` : raw;
    hasOpenReturn = text.endsWith('\r');
    if (hasOpenReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  };
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted();
    const text = withLineFeeds(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    if (text) yield text;
  }
  const rest = withLineFeeds(decoder.end() ?? '') + (hasOpenReturn ? '\n' : '');
  if (rest) yield rest;
}

export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true }).replaceAll(/\r\n?/g, '\n');
}
