import type { IsoDate } from '../../core/domain/calendar.ts';
import type { Cents } from '../../core/domain/money.ts';
import type { FileIssue } from '../../core/domain/problems.ts';
import { readBoolean } from './booleanCell.ts';
import type { ColumnProfile } from './columnProfile.ts';
import { type DateReading, readDate } from './dateCell.ts';
import { countLimit, currencyIn, readAmount, readCount, shiftIn } from './numberCell.ts';
import type { ReadReport } from './readReport.ts';
import type { Columns } from './tableColumns.ts';
import { splitList, splitPath } from './splitCell.ts';
import { cutText, isBlankCell, readLine, readLines } from './textCell.ts';

export const textLimit = 1_000;
const knownDatesLimit = 5_000;
const knownPartsLimit = 5_000;

/** The cells of one row by field. The first defect rejects the row; what is then still read does not count. */
export type RowReader = {
  readonly number: number;
  readonly isRejected: boolean;
  has(field: string): boolean;
  /** The heading of a field's column; empty where the table has none. */
  heading(field: string): string;
  line(field: string): string;
  /** A line that must not be empty. */
  requiredLine(field: string): string;
  notes(field: string, limit: number): string;
  /** The steps of a path (`Bauamt / Hochbau`), from the root downwards. */
  path(field: string): readonly string[];
  /** Names joined in one cell. */
  list(field: string): readonly string[];
  count(field: string): number | null;
  money(field: string): { readonly cents: Cents; readonly currency: string | null } | null;
  date(field: string, isMinor?: boolean): IsoDate | null;
  boolean(field: string): boolean | null;
  warn(messageKey: string, field: string, params?: FileIssue['params']): void;
  reject(messageKey: string, field: string, params?: FileIssue['params']): void;
  leaveOut(messageKey: string): void;
};

/** `load` puts the next row in; the reader itself is used again for every row. */
export function createRowReader(
  columns: Columns,
  profiles: ReadonlyMap<string, ColumnProfile>,
  report: ReadReport,
): { row: RowReader; load(number: number, cells: readonly string[]): void } {
  let number = 0;
  let cells: readonly string[] = [];
  let isRejected = false;
  const headingShifts = new Map([...columns].map(([field, column]) => [field, shiftIn(column.heading)]));
  const headingCurrencies = new Map([...columns].map(([field, column]) => [field, currencyIn(column.heading)]));

  const knownDates = new Map<string, Map<string, DateReading>>();

  /** The same few hundred days come again and again in a column; each is read once. */
  const readKnownDate = (field: string, text: string): DateReading => {
    const known = knownDates.get(field) ?? new Map<string, DateReading>();
    knownDates.set(field, known);
    let reading = known.get(text);
    if (!reading) {
      reading = readDate(text, profiles.get(field)?.dateOrder ?? 'dmy');
      if (known.size < knownDatesLimit) known.set(text, reading);
    }
    return reading;
  };

  const knownPaths = new Map<string, readonly string[]>();
  const knownLists = new Map<string, readonly string[]>();

  /** Thousands of accounts have one department and the same licences: the cell is taken apart once, and they share the parts. */
  const shareParts = (known: Map<string, readonly string[]>, text: string, split: (text: string) => readonly string[]): readonly string[] => {
    let parts = known.get(text);
    if (!parts) {
      parts = split(text);
      if (known.size < knownPartsLimit) known.set(text, parts);
    }
    return parts;
  };

  const cell = (field: string): string => {
    const column = columns.get(field);
    return column ? (cells[column.index] ?? '') : '';
  };
  const place = (field: string): { row: number; field?: string } => {
    const heading = columns.get(field)?.heading;
    return heading === undefined ? { row: number } : { row: number, field: heading };
  };
  const shown = (field: string): string => cell(field).trim().slice(0, 60);

  const row: RowReader = {
    get number() {
      return number;
    },
    get isRejected() {
      return isRejected;
    },
    has: (field) => columns.has(field),
    heading: (field) => columns.get(field)?.heading ?? '',
    line: (field) => cutText(readLine(cell(field)), textLimit),
    requiredLine: (field) => {
      const text = readLine(cell(field));
      if (text === '') row.reject('issue.cellMissing', field);
      else if (text.length > textLimit) row.reject('issue.textTooLong', field, { length: text.length, limit: textLimit });
      return text;
    },
    notes: (field, limit) => cutText(readLines(cell(field)), limit),
    path: (field) => shareParts(knownPaths, row.line(field), splitPath),
    list: (field) => shareParts(knownLists, row.line(field), splitList),
    count: (field) => {
      const text = cell(field);
      if (isBlankCell(text)) return null;
      const reading = readCount(text);
      if (reading.kind === 'count') {
        if (reading.count >= 0) return reading.count;
        row.reject('issue.numberNegative', field, { found: shown(field) });
      } else if (reading.kind === 'notWhole') row.reject('issue.numberNotWhole', field, { found: shown(field) });
      else if (reading.kind === 'outOfRange') row.reject('issue.numberTooLarge', field, { found: shown(field), limit: countLimit });
      else if (reading.kind === 'notANumber') row.reject('issue.notANumber', field, { found: shown(field) });
      return null;
    },
    money: (field) => {
      const text = cell(field);
      if (isBlankCell(text)) return null;
      const reading = readAmount(text, profiles.get(field)?.decimal ?? ',', headingShifts.get(field));
      if (reading.kind === 'amount') {
        if (reading.cents < 0) {
          row.reject('issue.numberNegative', field, { found: shown(field) });
          return null;
        }
        if (reading.isRounded) row.warn('issue.moneyRounded', field, { found: shown(field) });
        return { cents: reading.cents, currency: reading.currency ?? headingCurrencies.get(field) ?? null };
      }
      if (reading.kind === 'outOfRange') row.reject('issue.moneyTooLarge', field, { found: shown(field) });
      else if (reading.kind === 'notANumber') row.reject('issue.notMoney', field, { found: shown(field) });
      return null;
    },
    date: (field, isMinor = false) => {
      const text = cell(field);
      if (text === '') return null;
      const reading = readKnownDate(field, text);
      if (reading.kind === 'date') return reading.date;
      if (reading.kind === 'blank') return null;
      if (reading.kind === 'unknown' || reading.kind === 'endless') {
        if (!isMinor) row.warn(reading.kind === 'unknown' ? 'issue.dateMeansUnknown' : 'issue.dateMeansEndless', field, { found: shown(field) });
        return null;
      }
      const key = reading.kind === 'notADate' ? 'issue.notADate' : reading.kind === 'doesNotExist' ? 'issue.dateDoesNotExist' : 'issue.dateOutOfRange';
      if (isMinor) row.warn(`${key}Ignored`, field, { found: shown(field) });
      else row.reject(key, field, { found: shown(field) });
      return null;
    },
    boolean: (field) => {
      const value = readBoolean(cell(field));
      if (value !== 'unreadable') return value;
      row.warn('issue.notYesOrNo', field, { found: shown(field) });
      return null;
    },
    warn: (messageKey, field, params = {}) => {
      if (!isRejected) report.warn(messageKey, params, place(field));
    },
    reject: (messageKey, field, params = {}) => {
      if (isRejected) return;
      isRejected = true;
      report.skip(messageKey, params, place(field));
    },
    leaveOut: (messageKey) => {
      if (isRejected) return;
      isRejected = true;
      report.leaveOut(messageKey);
    },
  };
  return {
    row,
    load: (nextNumber, nextCells) => {
      number = nextNumber;
      cells = nextCells;
      isRejected = false;
    },
  };
}
