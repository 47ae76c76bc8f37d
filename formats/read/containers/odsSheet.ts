import { durationText, isoDayText, numberText } from './cellText.ts';
import { columnLimit, rowLimit, type SheetRows } from './sheetRows.ts';
import type { PartHandlers } from './xmlPart.ts';

/** The rows of one sheet of an OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9.1); `wanted` counts the sheets from 0. */
export function odsSheet(wanted: number, rows: SheetRows): PartHandlers {
  const path: string[] = [];
  let sheet = -1;
  let isInSheet = false;
  let row = 0;
  let rowRepeat = 1;
  let column = 0;
  let cell: { value: string | null; repeat: number; depth: number; isError: boolean; hasFormula: boolean; isText: boolean } | null = null;
  let filled: { readonly column: number; readonly text: string }[] = [];
  let text = '';
  let isTaking = false;
  let hidden = 0;

  const endRow = (): void => {
    // Rows are repeated down to the end of the sheet to carry a format; only those that hold something are handed on.
    const times = filled.length === 0 ? 0 : Math.min(rowRepeat, rowLimit);
    for (let index = 0; index < times; index++) {
      for (const { column: place, text: found } of filled) rows.cell(place, found);
      rows.endRow(row + index + 1);
    }
    row += rowRepeat;
    filled = [];
    column = 0;
  };
  const endCell = ({ value, repeat, isError, hasFormula, isText }: NonNullable<typeof cell>): void => {
    const found = value ?? text;
    if (isError) rows.countError();
    else if (found === '' && hasFormula && !isText) rows.countFormulaWithoutValue();
    else if (found !== '') for (let index = 0; index < Math.min(repeat, columnLimit + 1); index++) filled.push({ column: column + index, text: found });
    column += repeat;
  };

  return {
    open(name, attributes) {
      path.push(name);
      if (name === 'table' && path.length === 4 && path[2] === 'spreadsheet') isInSheet = ++sheet === wanted;
      if (!isInSheet) return;
      if (cell === null) {
        if (name === 'table-row') rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
        else if (name === 'covered-table-cell') column += repeatOf(attributes['table:number-columns-repeated']);
        else if (name === 'table-cell') {
          cell = {
            value: cellValue(attributes),
            repeat: repeatOf(attributes['table:number-columns-repeated']),
            depth: path.length,
            isError: attributes['calcext:value-type'] === 'error',
            hasFormula: attributes['table:formula'] !== undefined,
            isText: attributes['office:value-type'] === 'string',
          };
          text = '';
        }
        return;
      }
      if (name === 'annotation' || name === 'table' || name === 'ruby-text') hidden++;
      if (hidden > 0) return;
      if (name === 'p' || name === 'h') {
        if (text !== '') text += '\n';
        isTaking = true;
      } else if (name === 's' && isTaking) text += ' '.repeat(Math.min(repeatOf(attributes['text:c']), 1_000));
      else if (name === 'tab' && isTaking) text += '\t';
      else if (name === 'line-break' && isTaking) text += '\n';
    },
    text(piece) {
      if (isTaking && hidden === 0) text += piece;
    },
    close(name) {
      const depth = path.length;
      path.pop();
      if (!isInSheet) return;
      if (cell !== null) {
        if (name === 'annotation' || name === 'table' || name === 'ruby-text') hidden--;
        else if (hidden === 0 && (name === 'p' || name === 'h')) isTaking = false;
        if (name === 'table-cell' && depth === cell.depth) {
          endCell(cell);
          cell = null;
        }
      } else if (name === 'table-row') endRow();
      else if (name === 'table' && depth === 4) isInSheet = false;
    },
  };
}

/** Null where the cell's own text is what it holds. */
function cellValue(attributes: Readonly<Record<string, string>>): string | null {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberText(attributes['office:value'] ?? '');
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    case 'date':
      return isoDayText(attributes['office:date-value'] ?? '');
    case 'time':
      return durationText(attributes['office:time-value'] ?? '');
    default:
      return attributes['office:string-value'] ?? null;
  }
}

function repeatOf(attribute: string | undefined): number {
  const times = Number(attribute ?? 1);
  return Number.isSafeInteger(times) && times > 0 ? times : 1;
}
