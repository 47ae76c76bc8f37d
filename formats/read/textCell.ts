/**
 * A cell as its owner means it: without blanks around it, without the `="…"` with which programs protect leading
 * zeros, and without the apostrophe that our own files put before `=`, `+`, `-` and `@` against formulas.
 */
export function readText(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length >= 3) return text.slice(2, -1).trim();
  return /^'[=+\-@\t]/.test(text) ? text.slice(1) : text;
}

/** A text of one line. */
export function readLine(cell: string): string {
  const text = readText(cell);
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

const blankWords = new Set(['', '-', '--', '–', '—', 'null', 'n/a', 'na', 'k.a.', 'k. a.', 'n/d', 's/o', '#n/a', '#nv', 'noassertion']);

/** True for a cell that holds nothing, or one of the words with which tools write nothing. */
export function isBlankCell(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 11 && blankWords.has(text.toLowerCase());
}
