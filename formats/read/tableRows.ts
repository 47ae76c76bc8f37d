import Papa from 'papaparse';
import { decode, type Encoding } from './encoding.ts';
import type { ReadReport } from './readReport.ts';
import type { SourceFile } from './sourceFile.ts';

/** Rows in the order of the file; `firstRow` is the number of the first one, from 1. A row that was left out is empty. */
export type RowChunk = { readonly firstRow: number; readonly rows: readonly (readonly string[])[] };

/** Characters of one record. A file without line ends, or with a quotation mark that never closes, must not fill the memory. */
export const recordLimit = 1_048_576;
const unclosedQuotesLimit = 20;

type ParsedText = { readonly data: string[][]; readonly errors: readonly { code: string; row?: number }[]; readonly meta: { readonly cursor: number } };

/** The rows of a piece of text; `isWhole` false leaves the last record for the next piece. */
export function parseRows(text: string, delimiter: string, isWhole: boolean): ParsedText {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' });
  return parser.parse(text, 0, !isWhole) as ParsedText;
}

export async function* readRows(
  source: SourceFile,
  layout: { readonly encoding: Encoding; readonly delimiter: string },
  report: ReadReport,
  signal?: AbortSignal,
): AsyncGenerator<RowChunk> {
  let rest = '';
  let row = 1;
  let parseFrom = 0;
  let unclosedQuotes = 0;
  const damage = { characters: 0, firstRow: 0 };

  const take = (isWhole: boolean): RowChunk => {
    const parsed = parseRows(rest, layout.delimiter, isWhole);
    const firstRow = row;
    let lastIndex = -1;
    for (const error of parsed.errors) {
      const index = error.row ?? -1;
      const cells = parsed.data[index];
      if (error.code !== 'InvalidQuotes' || !cells || cells.length === 0 || index === lastIndex) continue;
      lastIndex = index;
      // A stray quotation mark may have joined two lines; which one a cell belongs to can then not be known.
      if (cells.some((cell) => cell.includes('\n'))) {
        parsed.data[index] = [];
        report.countRow();
        report.skip('issue.quotesBroken', {}, { row: firstRow + index });
      } else report.warn('issue.quotesNotDoubled', {}, { row: firstRow + index });
    }
    if (rest.includes('\ufffd')) countDamage(parsed.data, firstRow, damage);
    row += parsed.data.length;
    rest = rest.slice(parsed.meta.cursor);
    return { firstRow, rows: parsed.data };
  };

  /** True when the open record is a line with a quotation mark that never closes: the line is left out. */
  const dropUnclosedLine = (): boolean => {
    const end = rest.indexOf('\n');
    if (end < 0 || end > recordLimit || ++unclosedQuotes > unclosedQuotesLimit) return false;
    report.countRow();
    report.skip('issue.quoteUnclosed', {}, { row });
    row++;
    rest = rest.slice(end + 1);
    return true;
  };

  for await (const text of decode(source, layout.encoding, signal)) {
    rest += text;
    if (text.includes('\0')) {
      report.refuse('issue.fileDamaged', {}, { row });
      return;
    }
    if (rest.length < parseFrom) continue;
    const chunk = take(false);
    if (chunk.rows.length > 0) yield chunk;
    while (rest.length > recordLimit) {
      if (!dropUnclosedLine()) {
        report.refuse(unclosedQuotes > unclosedQuotesLimit ? 'issue.quotesUnclosedOften' : 'issue.recordTooLong', { limit: recordLimit }, { row });
        return;
      }
      const next = take(false);
      if (next.rows.length > 0) yield next;
    }
    // An open record is looked at again only when it has doubled, so that a long one costs no more than twice its length.
    parseFrom = chunk.rows.length === 0 ? rest.length * 2 : 0;
    if (parseFrom > recordLimit) parseFrom = recordLimit + 1;
  }

  for (;;) {
    const complete = take(false);
    if (complete.rows.length > 0) yield complete;
    if (rest === '') break;
    if (rest.length > recordLimit && !rest.slice(0, recordLimit).includes('\n')) {
      report.refuse('issue.recordTooLong', { limit: recordLimit }, { row });
      return;
    }
    if (!parseRows(rest, layout.delimiter, true).errors.some((error) => error.code === 'MissingQuotes')) {
      yield take(true);
      break;
    }
    if (!rest.includes('\n')) rest += '\n';
    if (!dropUnclosedLine()) {
      report.refuse('issue.quotesUnclosedOften', {}, { row });
      return;
    }
  }
  if (damage.characters > 0) report.warn('issue.replacementCharacters', { count: damage.characters }, { row: damage.firstRow });
}

function countDamage(rows: readonly (readonly string[])[], firstRow: number, damage: { characters: number; firstRow: number }): void {
  for (const [index, cells] of rows.entries()) {
    for (const cell of cells) {
      if (!cell.includes('\ufffd')) continue;
      if (damage.firstRow === 0) damage.firstRow = firstRow + index;
      damage.characters += cell.split('\ufffd').length - 1;
    }
  }
}
