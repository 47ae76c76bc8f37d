import type { Database } from 'better-sqlite3';

/** What the arrays of a logged image mean: names of the key columns, and of all other columns, in order. */
export type ChangeShape = { readonly number: number; readonly table: string; readonly keyColumns: readonly string[]; readonly columns: readonly string[] };

type TableColumn = { readonly name: string; readonly pk: number };
type StoredShape = { readonly number: number; readonly tableName: string; readonly keyColumns: string; readonly columns: string };

/** The table as it stands in the file now. */
export function currentColumns(database: Database, table: string): Pick<ChangeShape, 'keyColumns' | 'columns'> {
  const columns = database.pragma(`table_info(${table})`) as TableColumn[];
  return {
    keyColumns: columns
      .filter((column) => column.pk > 0)
      .toSorted((one, other) => one.pk - other.pk)
      .map((column) => column.name),
    columns: columns.filter((column) => column.pk === 0).map((column) => column.name),
  };
}

/** Stores the shapes that the tables have now and that no earlier version stored; called inside a transaction. */
export function storeShapes(database: Database, tables: readonly string[]): void {
  const insert = database.prepare('INSERT INTO change_shapes (table_name, key_columns, columns) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  for (const table of tables) {
    const { keyColumns, columns } = currentColumns(database, table);
    insert.run(table, JSON.stringify(keyColumns), JSON.stringify(columns));
  }
}

/** All shapes by number, those of earlier versions included. */
export function readShapes(database: Database): ReadonlyMap<number, ChangeShape> {
  const rows = database
    .prepare('SELECT number, table_name AS tableName, key_columns AS keyColumns, columns FROM change_shapes ORDER BY number')
    .all() as StoredShape[];
  return new Map(
    rows.map((row) => [
      row.number,
      { number: row.number, table: row.tableName, keyColumns: JSON.parse(row.keyColumns) as string[], columns: JSON.parse(row.columns) as string[] },
    ]),
  );
}

/** The shape that a table has now. A later migration's shape has the higher number. */
export function shapeOf(shapes: ReadonlyMap<number, ChangeShape>, table: string): ChangeShape {
  const shape = [...shapes.values()].findLast((one) => one.table === table);
  if (!shape) throw new Error(`no change shape for table ${table}`);
  return shape;
}
