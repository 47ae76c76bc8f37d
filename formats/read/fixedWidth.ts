/** Columns of a text whose cells stand below their headings. Places are counted in characters, not in bytes. */
export type FixedWidth = { readonly headings: readonly string[]; readonly starts: readonly number[] };

/** No console is wider; a line without end is no row of headings. */
export const headingLimit = 2_000;

/** A row of dashes below headings: one run for each column (`Format-Table`), or one line below all of them (`winget`). */
export function isDashRow(line: string): boolean {
  return line.length <= headingLimit && /^\s*-+(?:\s+-+)*\s*$/.test(line) && line.includes('--');
}

/** The columns as the row of dashes draws them; where it is a single line, as the words of the headings do. */
export function columnsByDashes(headingLine: string, dashLine: string): FixedWidth {
  const runs = [...dashLine.matchAll(/-+/g)];
  const isLineBelowAll = runs.length === 1 && /\S\s+\S/.test(headingLine) && (runs[0]?.[0].length ?? 0) >= headingLine.trim().length;
  if (isLineBelowAll) return columnsByWords(headingLine);
  const starts = runs.map((run) => run.index);
  return { headings: cutLine(headingLine, { headings: [], starts }), starts };
}

/** The columns of headings without a row of dashes: every word is one. */
export function columnsByWords(headingLine: string): FixedWidth {
  const words = [...headingLine.matchAll(/\S+/g)];
  return { headings: words.map((word) => word[0]), starts: words.map((word) => [...headingLine.slice(0, word.index)].length) };
}

export function cutLine(line: string, { starts }: FixedWidth): string[] {
  const letters = [...line];
  return starts.map((start, index) =>
    letters
      .slice(start, starts[index + 1])
      .join('')
      .trim(),
  );
}

/** A cell without the mark of having been cut off, and whether it was. */
export function withoutEllipsis(cell: string, width: number): { readonly text: string; readonly isCut: boolean } {
  // Three dots are also the end of a name; Windows PowerShell only writes them where the column is full.
  const isCut = cell.endsWith('…') || (cell.endsWith('...') && cell.length >= width - 1);
  return { text: isCut ? cell.replace(/(?:…|\.\.\.)$/, '').trim() : cell, isCut };
}
