import type { Database, Statement } from 'better-sqlite3';

export type Value = string | number | null;

export type ReadStatement<Row> = {
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): Row[];
  iterate(...values: readonly Value[]): IterableIterator<Row>;
};

/**
 * A database from which a repository can only read: a query that writes does not compile, and SQL that writes is
 * refused when it is prepared.
 */
export type ReadDb = {
  /** One object for each row, named as the columns are. Prepared at first use, once. */
  rows<Row>(sql: string): ReadStatement<Row>;
  /** Only the first column of each row. */
  values<Column>(sql: string): ReadStatement<Column>;
};

export function createReadDb(database: Database): ReadDb {
  function read<Row>(sql: string, pluck: boolean): ReadStatement<Row> {
    const statement = lazily(() => {
      const prepared = database.prepare(sql);
      if (!prepared.readonly) throw new Error(`not a query: ${sql}`);
      return pluck ? prepared.pluck() : prepared;
    });
    const bound = binder(sql);
    return {
      get: (...values) => statement().get(bound(values)) as Row | undefined,
      all: (...values) => statement().all(bound(values)) as Row[],
      iterate: (...values) => statement().iterate(bound(values)) as IterableIterator<Row>,
    };
  }
  return { rows: (sql) => read(sql, false), values: (sql) => read(sql, true) };
}

/** Values in the form that the driver wants: it takes `?1`, `?2` by name, and `?` in order. */
export function binder(sql: string): (values: readonly Value[]) => readonly Value[] | Readonly<Record<string, Value>> {
  if (!/\?\d/.test(sql)) return (values) => values;
  return (values) => Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
}

/** Statements are prepared when first needed, so that opening a plan does not pay for all of them. */
export function lazily(prepare: () => Statement): () => Statement {
  let statement: Statement | undefined;
  return () => {
    statement ??= prepare();
    return statement;
  };
}
