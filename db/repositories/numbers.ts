import { AppError } from '../../core/contract/errors.ts';
import type { ReadDb } from './readDb.ts';

type NumberedTable = 'units' | 'tracks' | 'imports' | 'accounts';

const unknown: Readonly<Record<NumberedTable, string>> = {
  units: 'storage.unitUnknown',
  tracks: 'storage.trackUnknown',
  imports: 'storage.importUnknown',
  accounts: 'storage.accountUnknown',
};

/** Numbers of rows by their id, for tables to which many rows point. An id that is not there throws `notFound`. */
export function numbersById(db: ReadDb, table: NumberedTable): (id: string) => number {
  const select = db.values<number>(`SELECT number FROM ${table} WHERE id = ?`);
  return (id) => {
    const number = select.get(id);
    if (number === undefined) throw new AppError('notFound', unknown[table], { params: { id } });
    return number;
  };
}

/** The same, keeping what it has looked up; for loops over many rows inside one command. */
export function keptNumbersById(db: ReadDb, table: NumberedTable): (id: string) => number {
  const find = numbersById(db, table);
  const kept = new Map<string, number>();
  return (id) => {
    const number = kept.get(id) ?? find(id);
    kept.set(id, number);
    return number;
  };
}
