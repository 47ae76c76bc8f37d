import { recordLimit } from '../tableRows.ts';
import type { SourceRemark } from '../sourceFile.ts';
import { archiveLimits } from './limits.ts';
import { PackedFileError } from './packedFileError.ts';

/** Excel and LibreOffice know no more rows. */
export const rowLimit = 1_048_576;
/** Columns beyond are left out and told: nobody's table is wider, but a stray format reaches to column XFD. */
export const columnLimit = 2_000;
/** Characters made of one piece of a part. */
const writtenLimit = 33_554_432;

/** The cells of one sheet, written as CSV in the order in which they come. */
export type SheetRows = {
  /** A cell of the row that is open; `column` from 0. Empty cells need not be told. */
  cell(column: number, text: string): void;
  /** Ends the row and says its number, from 1; missing rows before it become empty lines, so that numbers stay those of the sheet. */
  endRow(number: number): void;
  /** What has come since the last time. */
  take(): string;
  countFormulaWithoutValue(): void;
  countError(): void;
  remarks(): readonly SourceRemark[];
};

export function createSheetRows(part: string): SheetRows {
  let cells: string[] = [];
  let written = '';
  let total = 0;
  let next = 1;
  let rowLength = 0;
  const counts = { formulas: { count: 0, row: 0 }, errors: { count: 0, row: 0 }, columns: { count: 0, row: 0 } };
  const count = (what: keyof typeof counts): void => {
    if (counts[what].count++ === 0) counts[what].row = next;
  };
  return {
    cell(column, text) {
      if (text === '') return;
      if (column >= columnLimit) return count('columns');
      rowLength += text.length;
      if (rowLength > recordLimit) throw new PackedFileError('issue.recordTooLong', { limit: recordLimit });
      while (cells.length < column) cells.push('');
      cells[column] = text;
    },
    endRow(number) {
      if (number > rowLimit) throw new PackedFileError('issue.sheetTooLong', { limit: rowLimit });
      if (cells.length > 0) {
        const line = `${'\n'.repeat(Math.max(0, number - next))}${cells.map(quoted).join(',')}\n`;
        total += line.length;
        if (total > archiveLimits.spreadsheetBytes) throw new PackedFileError('issue.spreadsheetTooLarge', { limit: archiveLimits.spreadsheetBytes });
        written += line;
        // One row may say that it stands there a million times.
        if (written.length > writtenLimit) throw new PackedFileError('issue.packedTooTightly', { entry: part, limit: archiveLimits.ratio });
        next = Math.max(next, number) + 1;
      }
      cells = [];
      rowLength = 0;
    },
    take() {
      const text = written;
      written = '';
      return text;
    },
    countFormulaWithoutValue: () => count('formulas'),
    countError: () => count('errors'),
    remarks: () =>
      (
        [
          ['issue.formulasWithoutValue', counts.formulas],
          ['issue.cellsWithErrors', counts.errors],
          ['issue.columnsLeftOut', counts.columns],
        ] as const
      ).flatMap(([messageKey, found]) =>
        found.count === 0 ? [] : [{ messageKey, params: { count: found.count, ...(found === counts.columns ? { limit: columnLimit } : {}) }, row: found.row }],
      ),
  };
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
