import type { Database } from 'better-sqlite3';
import type { BulkLog } from '../bulkLog.ts';
import type { ContentTable } from '../contentTables.ts';
import { binder, createReadDb, lazily, type ReadDb, type Value } from './readDb.ts';

/** A row of a bulk load: values of the key columns, then of all others, in the order of the table. */
export type BulkRow = readonly [key: readonly Value[], values: readonly Value[]];
/** Before and after hold every column that is not part of the key. */
export type BulkUpdate = readonly [key: readonly Value[], before: readonly Value[], after: readonly Value[]];

/** The database inside an open command. Rows written through `change` are logged one by one, bulk loads as one entry. */
export type WriteDb = ReadDb & {
  /** Answers the number of rows that the statement itself changed, those of triggers not counted. */
  change(sql: string): (...values: readonly Value[]) => number;
  bulkInsert(table: ContentTable, rows: readonly BulkRow[]): void;
  bulkUpdate(table: ContentTable, rows: readonly BulkUpdate[]): void;
  bulkDelete(table: ContentTable, rows: readonly BulkRow[]): void;
  /** Something worth keeping while one command runs, and wrong after it. */
  perCommand<Kept>(make: () => Kept): { readonly get: () => Kept; readonly forget: () => void };
};

export function createWriteDb(database: Database, bulkLog: BulkLog, currentCommand: () => number): WriteDb {
  return {
    ...createReadDb(database),
    change(sql) {
      const statement = lazily(() => database.prepare(sql));
      const bound = binder(sql);
      return (...values) => statement().run(bound(values)).changes;
    },
    bulkInsert: (table, rows) => bulkLog.write(table, 'insert', rows),
    bulkUpdate: (table, rows) => bulkLog.write(table, 'update', rows),
    bulkDelete: (table, rows) => bulkLog.write(table, 'delete', rows),
    perCommand<Kept>(make: () => Kept) {
      let kept: { readonly command: number; readonly value: Kept } | null = null;
      return {
        get() {
          const command = currentCommand();
          if (kept?.command !== command) kept = { command, value: make() };
          return kept.value;
        },
        forget() {
          kept = null;
        },
      };
    },
  };
}
