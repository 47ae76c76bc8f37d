/**
 * A cell as its owner means it: without blanks around it, without the `="…"` with which programs protect leading
 * zeros, and without the apostrophe that our own files put before `=`, `+`, `-` and `@` against formulas.
 */
export function readText(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length >= 3) return text.slice(2, -1).trim();
  return text.startsWith("'") && /^'[=+\-@\t]/.test(text) ? text.slice(1) : text;
}

/** Ends of lines of every kind, and signs that no name has: they would steer a console, or end a text too early. */
const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
const controls = /(?!\t)\p{Cc}/gu;
/** Asked about every cell of every table: written with a lookahead, as above, it takes twice as long. */
const unusual = /[^\P{Cc}\t]|[\u2028\u2029]/u;

/** A text of one line. */
export function readLine(cell: string): string {
  const text = readText(cell);
  if (!unusual.test(text)) return wellFormed(text);
  const lines = text.split(lineEnds).map((line) => line.replaceAll(controls, '').trim());
  return wellFormed(lines.filter((line) => line !== '').join(' '));
}

/** A text that may have several lines. */
export function readLines(cell: string): string {
  const text = readText(cell);
  if (!unusual.test(text)) return wellFormed(text);
  const lines = text.split(lineEnds).map((line) => line.replaceAll(controls, ''));
  return wellFormed(lines.join('\n').trim());
}

/** The beginning of a text; a sign made of two halves is not cut in between. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const isHalf = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
  return text.slice(0, isHalf ? limit - 1 : limit);
}

/** JSON and UTF-16 can hold half a sign, which no database and no other file can. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

const blankWords = new Set(['', '-', '--', '–', '—', 'null', 'n/a', 'na', 'k.a.', 'k. a.', 'n/d', 's/o', '#n/a', '#nv', 'noassertion']);

/** True for a cell that holds nothing, or one of the words with which tools write nothing. */
export function isBlankCell(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 11 && blankWords.has(text.toLowerCase());
}
