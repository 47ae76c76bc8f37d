import { numberText, serialText } from './cellText.ts';
import type { SheetRows } from './sheetRows.ts';
import type { PartHandlers } from './xmlPart.ts';

export type XlsxCells = {
  readonly strings: readonly string[];
  /** By the number of a cell's style: a day, a time, or null for a plain number. */
  readonly dateStyles: readonly ('date' | 'time' | null)[];
  readonly is1904: boolean;
};

/** The rows of one sheet of XLSX (ECMA-376, part 1, 18.3). Formulas are passed over; what counts is the value beside them. */
export function xlsxSheet({ strings, dateStyles, is1904 }: XlsxCells, rows: SheetRows): PartHandlers {
  let row = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let hasFormula = false;
  let hasValue = false;
  let isTaking = false;
  let isPhonetic = false;
  let text = '';

  const cellValue = (): string => {
    if (type === 's') return strings[Number(text)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescaped(text);
    if (type === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return text;
    const kind = dateStyles[style] ?? null;
    return (kind === null ? null : serialText(Number(text), kind, is1904)) ?? numberText(text);
  };

  return {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = Math.max(row + 1, Number(attributes.r ?? 0) || 0);
          column = -1;
          break;
        case 'c': {
          column = attributes.r === undefined ? column + 1 : Math.max(column + 1, columnOf(attributes.r));
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          hasFormula = false;
          hasValue = false;
          text = '';
          break;
        }
        case 'f':
          hasFormula = true;
          break;
        case 'v':
          isTaking = true;
          hasValue = true;
          break;
        case 't':
          isTaking = type === 'inlineStr' && !isPhonetic;
          hasValue = true;
          break;
        case 'rPh':
          isPhonetic = true;
          break;
      }
    },
    text(piece) {
      if (isTaking) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isTaking = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'row') rows.endRow(row);
      else if (name === 'c') {
        if (type === 'e') rows.countError();
        else if (hasValue && (text !== '' || type === 'str')) rows.cell(column, cellValue());
        else if (hasFormula) rows.countFormulaWithoutValue();
      }
    },
  };
}

/** `columnOf('AB12')` is 27; the first column is 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Controls are written as `_x000D_`; a text that really says so begins with `_x005F_`. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
