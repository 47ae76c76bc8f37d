import { sniffDelimiter } from './delimiter.ts';
import { type BinaryType, decodeBytes, detectBinary, detectEncoding, type Encoding, findTellingBytes } from './encoding.ts';
import type { SourceFile } from './sourceFile.ts';
import { parseRows } from './tableRows.ts';

/** What is known of a file after a look at its start. */
export type Sample = {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly binary: BinaryType | null;
  readonly encoding: Encoding;
  readonly text: string;
  readonly table: SampleTable;
};

export type SampleTable = {
  /** Null where every line is a single cell; it is then read with a comma. */
  readonly delimiter: string | null;
  readonly rows: readonly (readonly string[])[];
  /** Place of the headings in `rows`: titles, `sep=;` and `#TYPE …` may stand before them. */
  readonly headingIndex: number;
  /** The first `headingsLimit` of them. */
  readonly headings: readonly string[];
  /** Cells of the row of headings. */
  readonly width: number;
};

export const sampleSize = 262_144;
const headingsLimit = 1_000;

export async function takeSample(source: SourceFile): Promise<Sample> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for await (const chunk of source.stream()) {
    if (length + chunk.byteLength > sampleSize) {
      chunks.push(chunk.subarray(0, sampleSize - length));
      length = sampleSize;
      isWhole = false;
      break;
    }
    chunks.push(chunk);
    length += chunk.byteLength;
  }
  const bytes = new Uint8Array(Buffer.concat(chunks, length));
  const binary = detectBinary(bytes);
  const encoding = source.layout?.encoding ?? detectEncoding(binary ? bytes : await findTellingBytes(source, bytes), bytes);
  const text = binary ? '' : decodeBytes(bytes, encoding);
  return { bytes, isWhole, binary, encoding, text, table: sampleTable(text, isWhole, source.layout?.delimiter) };
}

function sampleTable(text: string, isWhole: boolean, known?: string): SampleTable {
  // A sheet with a single column may hold the lines of a CSV file that nobody split.
  const delimiter = known !== undefined && hasSeveralColumns(text, known) ? known : sniffDelimiter(text);
  const rows = parseRows(text, delimiter ?? ',', isWhole || !text.includes('\n')).data;
  const headingIndex = findHeadings(rows);
  const headingRow = rows[headingIndex] ?? [];
  return { delimiter, rows, headingIndex, headings: headingRow.slice(0, headingsLimit).map((cell) => cell.trim()), width: headingRow.length };
}

function hasSeveralColumns(text: string, delimiter: string): boolean {
  return parseRows(text.slice(0, 65_536), delimiter, true).data.some((row) => row.length > 1);
}

/** The first row that is nearly as wide as the table below it. */
function findHeadings(rows: readonly (readonly string[])[]): number {
  const widths = rows.slice(0, 60).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.75)] ?? 0;
  for (const [index, width] of widths.slice(0, 20).entries()) {
    const first = rows[index]?.[0]?.trim() ?? '';
    if (width === 0 || first.startsWith('#TYPE ') || /^sep=/i.test(first)) continue;
    if (width >= Math.max(1, usual * 0.6)) return index;
  }
  return 0;
}
