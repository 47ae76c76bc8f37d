import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { ChangeShape } from './changeShapes.ts';

type Change = {
  readonly position: number;
  readonly sequence: number;
  readonly shapeNumber: number;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly rowKey: string | null;
  readonly changedColumns: number | null;
  readonly after: string | null;
};
/** A row of a change: its key, and the values that it has after it, by column; columns that did not change are missing. */
type Touched = { readonly table: string; readonly key: readonly unknown[]; readonly values: ReadonlyMap<string, unknown> };

/**
 * Commands that still stand, came later, and changed a row that this command wrote or made one that points to such a row.
 * As long as there is one, the command cannot be taken back alone.
 */
export function builtUpon(database: Database, shapes: ReadonlyMap<number, ChangeShape>, sequence: number): number[] {
  const changesOf = database.prepare(`
    SELECT position, command_sequence AS sequence, shape_number AS shapeNumber, kind, row_key AS rowKey, changed_columns AS changedColumns, after
    FROM changes WHERE command_sequence = ? ORDER BY position`);
  const chunksOf = database.prepare('SELECT images FROM change_chunks WHERE position = ? ORDER BY chunk').pluck();
  const later = database
    .prepare("SELECT sequence FROM commands WHERE sequence > ? AND kind = 'do' AND state = 'done' AND row_count > 0 ORDER BY sequence")
    .pluck()
    .all(sequence) as number[];

  function* rowsOf(command: number): Generator<Touched> {
    for (const change of changesOf.all(command) as Change[]) {
      const shape = shapes.get(change.shapeNumber);
      if (!shape) continue;
      if (change.rowKey !== null) {
        const changed = shape.columns.filter((_, index) => change.changedColumns === null || Math.floor(change.changedColumns / 2 ** index) % 2 === 1);
        const values = change.after === null ? [] : (JSON.parse(change.after) as unknown[]);
        yield touched(shape, JSON.parse(change.rowKey) as unknown[], changed, values);
        continue;
      }
      for (const images of chunksOf.iterate(change.position) as IterableIterator<Buffer>) {
        for (const [key, before, after] of JSON.parse(inflateRawSync(images).toString('utf8')) as unknown[][][]) {
          yield touched(shape, key ?? [], shape.columns, change.kind === 'delete' ? [] : (after ?? before ?? []));
        }
      }
    }
  }

  const written = new Map<string, Set<string>>();
  for (const { table, key } of rowsOf(sequence)) {
    const keys = written.get(table) ?? new Set<string>();
    written.set(table, keys);
    keys.add(JSON.stringify(key));
  }
  const parents = foreignKeys(database, [...new Set([...shapes.values()].map(({ table }) => table))]);
  const isBuiltUpon = ({ table, key, values }: Touched): boolean =>
    written.get(table)?.has(JSON.stringify(key)) === true ||
    (parents.get(table) ?? []).some(({ column, parent }) => values.has(column) && written.get(parent)?.has(JSON.stringify([values.get(column)])) === true);
  return later.filter((command) => {
    for (const row of rowsOf(command)) if (isBuiltUpon(row)) return true;
    return false;
  });
}

function touched(shape: ChangeShape, key: readonly unknown[], columns: readonly string[], values: readonly unknown[]): Touched {
  return {
    table: shape.table,
    key,
    values: new Map([...shape.keyColumns.map((name, index) => [name, key[index]] as const), ...columns.map((name, index) => [name, values[index]] as const)]),
  };
}

/** Which columns of each table point to the key of which other one. */
function foreignKeys(database: Database, tables: readonly string[]): ReadonlyMap<string, readonly { readonly column: string; readonly parent: string }[]> {
  return new Map(
    tables.map((table) => [
      table,
      (database.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[]).map(({ from, table: parent }) => ({ column: from, parent })),
    ]),
  );
}
