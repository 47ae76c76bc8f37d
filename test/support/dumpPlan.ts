import Sqlite from 'better-sqlite3';
import { contentTables } from '../../db/contentTables.ts';

export type PlanDump = Readonly<Record<string, readonly unknown[]>>;

/** Every row of every content table, as the file holds them. The file must not be open for writing in this process. */
export function dumpPlan(path: string): PlanDump {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    return Object.fromEntries(
      contentTables.map((table) => [
        table,
        database
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]),
    );
  } finally {
    database.close();
  }
}
