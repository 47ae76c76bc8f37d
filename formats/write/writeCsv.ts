import Papa from 'papaparse';
import type { IsoDate } from '../../core/domain/calendar.ts';
import type { Cents } from '../../core/domain/money.ts';

/** A date stays ISO in every language; money becomes euro with two decimals; null is an empty cell, which is not 0. */
export type CsvCell = string | null | { readonly number: number } | { readonly cents: Cents } | { readonly date: IsoDate };
export type CsvTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] };

/** What a spreadsheet program of the language opens without asking: German and French take `;` and the decimal comma. */
export type CsvDialect = { readonly delimiter: ';' | ','; readonly decimal: ',' | '.' };

export function csvDialect(locale: 'de' | 'en' | 'fr'): CsvDialect {
  return locale === 'en' ? { delimiter: ',', decimal: '.' } : { delimiter: ';', decimal: ',' };
}

/** UTF-8 with byte order mark and CRLF, as spreadsheet programs expect it. */
export function writeCsv(table: CsvTable, dialect: CsvDialect): Uint8Array {
  const rows = [table.columns.map(safeText), ...table.rows.map((row) => row.map((cell) => cellText(cell, dialect.decimal)))];
  const text = Papa.unparse(rows, { delimiter: dialect.delimiter, newline: '\r\n', header: false });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function cellText(cell: CsvCell, decimal: ',' | '.'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeText(cell);
  if ('date' in cell) return cell.date;
  if ('number' in cell) return String(cell.number).replace('.', decimal);
  const positive = Math.abs(cell.cents);
  return `${cell.cents < 0 ? '-' : ''}${Math.floor(positive / 100)}${decimal}${String(positive % 100).padStart(2, '0')}`;
}

/** A name from a file must not run as a formula when the list is opened (CWE-1236). */
function safeText(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
