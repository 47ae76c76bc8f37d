/**
 * Which characters a TrueType font can draw, read from its `cmap` table (formats 4 and 12, all that Unicode fonts of
 * today use). PDF/UA and PDF/A refuse a document with a character that no bundled font has, and a software name may
 * hold anything.
 */
export function coveredCharacters(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = view.getUint16(4);
  let cmap = -1;
  for (let index = 0; index < tables; index += 1) if (view.getUint32(12 + index * 16) === 0x636d6170) cmap = view.getUint32(12 + index * 16 + 8);
  if (cmap < 0) return () => false;
  const ranges: (readonly [first: number, last: number])[] = [];
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(table);
    if (format === 12) {
      for (let group = 0; group < view.getUint32(table + 12); group += 1)
        ranges.push([view.getUint32(table + 16 + group * 12), view.getUint32(table + 20 + group * 12)]);
    } else if (format === 4) ranges.push(...format4Ranges(view, table));
  }
  const covered = new Set<number>();
  for (const [first, last] of ranges) for (let codePoint = first; codePoint <= last; codePoint += 1) covered.add(codePoint);
  return (codePoint) => covered.has(codePoint);
}

function format4Ranges(view: DataView, table: number): (readonly [number, number])[] {
  const bytes = view.getUint16(table + 6);
  const ranges: (readonly [number, number])[] = [];
  for (let at = 0; at < bytes; at += 2) {
    const last = view.getUint16(table + 14 + at);
    const first = view.getUint16(table + 16 + bytes + at);
    const offsetPlace = table + 16 + 3 * bytes + at;
    const delta = view.getUint16(table + 16 + 2 * bytes + at);
    const offset = view.getUint16(offsetPlace);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const glyph = offset === 0 ? (codePoint + delta) & 0xffff : view.getUint16(offsetPlace + offset + 2 * (codePoint - first));
      if (glyph !== 0) ranges.push([codePoint, codePoint]);
    }
  }
  return ranges;
}

/** Characters that shape text but draw nothing; Typst handles them without a glyph. */
const invisible = /[\n\u00ad\u200b\u2060]/u;

/** The text with every character that the font lacks replaced by `replacement`; other control characters become spaces. */
export function drawableText(text: string, isCovered: (codePoint: number) => boolean, replacement: string): string {
  let result = '';
  for (const character of text) {
    if (isCovered(character.codePointAt(0) as number) || invisible.test(character)) result += character;
    else result += /[\p{Cc}\p{Zs}]/u.test(character) ? ' ' : /[\p{Cf}\p{M}]/u.test(character) ? '' : replacement;
  }
  return result;
}
