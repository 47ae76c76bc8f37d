import type { Database, Statement } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import type { BulkLog, ChangeKind } from './bulkLog.ts';
import { type ChangeShape, currentColumns } from './changeShapes.ts';
import { applyImagesSql, type Direction, loggedImages } from './images.ts';

/** Log rows next to each other that have the same shape and kind; a bulk entry is a run of its own. */
type Run = {
  readonly shapeNumber: number;
  readonly kind: ChangeKind;
  readonly first: number;
  readonly last: number;
  readonly bulkRowCount: number | null;
  readonly keys: number;
};

export type ChangeReplay = (range: { readonly first: number; readonly last: number }, direction: Direction) => void;

/**
 * Applies the images of one command's changes, back or forward. A run of inserts or deletes goes in one statement:
 * its rows all stood together once, so no order can hurt. Updates go in one statement unless a row comes twice or a
 * unique column is among them; then they go one by one, as they were made.
 */
export function createReplay(database: Database, shapes: ReadonlyMap<number, ChangeShape>, bulkLog: BulkLog): ChangeReplay {
  const statements = new Map<string, Statement>();
  const selectRuns = database.prepare(`
    SELECT shape_number AS shapeNumber, kind, min(position) AS first, max(position) AS last, bulk_row_count AS bulkRowCount, count(DISTINCT row_key) AS keys
    FROM (
      SELECT position, shape_number, kind, bulk_row_count, row_key,
        position - row_number() OVER (PARTITION BY shape_number, kind, bulk_row_count IS NULL ORDER BY position) AS island,
        iif(bulk_row_count IS NULL, 0, position) AS bulk
      FROM changes WHERE position BETWEEN ? AND ?
    )
    GROUP BY shape_number, kind, island, bulk ORDER BY first`);
  const selectColumnSets = database.prepare('SELECT DISTINCT changed_columns FROM changes WHERE position BETWEEN ? AND ? ORDER BY changed_columns').pluck();
  const selectColumns = database.prepare('SELECT changed_columns FROM changes WHERE position = ?').pluck();

  function apply(kind: ChangeKind, direction: Direction, shape: ChangeShape, first: number, last: number, changedColumns: number | null): number {
    const columns = changedColumns === null ? shape.columns : shape.columns.filter((_, index) => Math.floor(changedColumns / 2 ** index) % 2 === 1);
    const name = `${shape.number} ${kind} ${direction} ${changedColumns}`;
    const statement = statements.get(name) ?? database.prepare(applyImagesSql(kind, direction, shape, columns, loggedImages(kind)));
    statements.set(name, statement);
    return statement.run(changedColumns === null ? { first, last } : { first, last, changedColumns }).changes;
  }

  function applyOneByOne(run: Run, direction: Direction, shape: ChangeShape): void {
    const count = run.last - run.first + 1;
    for (let step = 0; step < count; step++) {
      const position = direction === 'forward' ? run.first + step : run.last - step;
      const changedColumns = selectColumns.get(position) as number;
      if (apply('update', direction, shape, position, position, changedColumns) !== 1) throw stale(shape);
    }
  }

  function applyRun(run: Run, direction: Direction, shape: ChangeShape): void {
    const count = run.last - run.first + 1;
    if (run.bulkRowCount !== null) {
      if (!bulkLog.replay(run.first, shape, run.kind, direction)) throw stale(shape);
    } else if (run.kind !== 'update') {
      if (apply(run.kind, direction, shape, run.first, run.last, null) !== count) throw stale(shape);
    } else {
      const columnSets = selectColumnSets.all(run.first, run.last) as number[];
      const unique = uniqueColumns(database, shape);
      if (run.keys < count || columnSets.some((set) => touches(set, unique))) {
        applyOneByOne(run, direction, shape);
        return;
      }
      let applied = 0;
      for (const set of columnSets) applied += apply('update', direction, shape, run.first, run.last, set);
      if (applied !== count) throw stale(shape);
    }
  }

  return ({ first, last }, direction) => {
    const runs = selectRuns.all(first, last) as Run[];
    for (const run of direction === 'back' ? runs.toReversed() : runs) {
      const shape = shapes.get(run.shapeNumber);
      if (!shape || !fitsTable(database, shape)) throw new AppError('rule', 'storage.madeByEarlierVersion');
      applyRun(run, direction, shape);
    }
  };
}

function stale(shape: ChangeShape): AppError {
  return new AppError('stale', 'storage.rowChangedSince', { params: { table: shape.table } });
}

/** Images of a table that a migration has changed since cannot be put back. */
function fitsTable(database: Database, shape: ChangeShape): boolean {
  const now = currentColumns(database, shape.table);
  return now.keyColumns.join() === shape.keyColumns.join() && now.columns.join() === shape.columns.join();
}

/** Bit set of the columns that stand in a unique index. */
function uniqueColumns(database: Database, shape: ChangeShape): number {
  const indexes = database.pragma(`index_list(${shape.table})`) as { name: string; unique: number }[];
  let set = 0;
  for (const index of indexes.filter((one) => one.unique === 1)) {
    for (const column of database.pragma(`index_info(${index.name})`) as { name: string }[]) {
      const position = shape.columns.indexOf(column.name);
      if (position >= 0) set += touches(set, 2 ** position) ? 0 : 2 ** position;
    }
  }
  return set;
}

/** Tables have fewer than 31 columns, so the sets fit JavaScript's bit operations. */
function touches(one: number, other: number): boolean {
  return (one & other) !== 0;
}
