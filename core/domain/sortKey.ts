/** Letters that Unicode does not take apart into a letter and its mark. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'SS', œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' };

/**
 * A text whose code points are in the order in which people look a name up: letters with marks stand beside those
 * without, ß beside ss, capitals beside small letters (DIN 5007-1; French dictionaries do the same for whole words), and
 * numbers by their size. A path, its steps parted by " / ", comes right after the path that it continues. Names that
 * differ only in these respects have equal keys; whoever sorts settles them by the name itself.
 *
 * Example: "zoo", "Ämter 10", "amter 2", "Ämter 2 / Kasse" are ordered "amter 2", "Ämter 2 / Kasse", "Ämter 10", "zoo".
 */
export function sortKey(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .trim()
    .replaceAll(' / ', '\u0001')
    .replace(/\d+/g, (digits) => numberKey(digits.replace(/^0+(?=\d)/, '')));
}

/**
 * -1, 0 or 1, as `sort` wants it: by the key, equal keys by the text, so that only equal texts give 0.
 *
 * Example: `Ämter` and `ämter` give -1, the other way round 1; `a` and `a` give 0.
 */
export function compareNames(one: string, other: string): number {
  return compare(sortKey(one), sortKey(other)) || compare(one, other);
}

/**
 * A new list of things in the order of their paths; each key is made once.
 *
 * Example: `Amt 10`, `Amt 9 / Kasse` and `amt 9` are ordered `amt 9`, `Amt 9 / Kasse`, `Amt 10`.
 */
export function inNameOrder<Thing extends { readonly path: string }>(things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, key: sortKey(thing.path) }))
    .sort((one, other) => compare(one.key, other.key) || compare(one.thing.path, other.thing.path))
    .map(({ thing }) => thing);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function withoutMarks(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßẞœŒæÆøØłŁđĐ]/g, (letter) => letters[letter] ?? letter);
}

/** The number of digits first, so that the longer number is the larger one. */
function numberKey(digits: string): string {
  return `${String.fromCharCode(0x2f + Math.min(digits.length, 10))}${digits}`;
}
