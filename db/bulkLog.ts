import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database, Statement } from 'better-sqlite3';
import { AppError } from '../core/contract/errors.ts';
import { type ChangeShape, shapeOf } from './changeShapes.ts';
import { applyImagesSql, chunkImages, type Direction } from './images.ts';
import { wellFormed } from './wellFormed.ts';

export type ChangeKind = 'insert' | 'update' | 'delete';

/** Large enough that a million rows make a hundred chunks, small enough that a chunk's JSON stays at a few megabytes. */
const rowsPerChunk = 10_000;

export type BulkLog = {
  /** Writes the rows and logs them as one entry. */
  write(table: string, kind: ChangeKind, rows: readonly (readonly (readonly (string | number | null)[])[])[]): void;
  /** Applies a logged entry again, or back; answers whether every row was as the entry says. */
  replay(position: number, shape: ChangeShape, kind: ChangeKind, direction: Direction): boolean;
};

/** JSON escapes only halves of surrogate pairs as `\\ud…`; the search may find a backslash that was meant, which costs time and no more. */
function jsonOf(rows: readonly unknown[]): string {
  const json = JSON.stringify(rows);
  return json.includes('\\ud') ? JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value)) : json;
}

/** Bulk loads: one log entry with compressed images instead of one log row for each row. */
export function createBulkLog(database: Database, shapes: ReadonlyMap<number, ChangeShape>): BulkLog {
  const statements = new Map<string, Statement>();
  const setLogsRows = database.prepare('UPDATE log_state SET logs_rows = ? WHERE command_sequence IS NOT NULL');
  const insertChange = database.prepare(
    'INSERT INTO changes (command_sequence, shape_number, kind, bulk_row_count) SELECT command_sequence, ?, ?, ? FROM log_state WHERE command_sequence IS NOT NULL',
  );
  const insertChunk = database.prepare('INSERT INTO change_chunks (position, chunk, row_count, images) VALUES (?, ?, ?, ?)');
  const selectChunks = database.prepare('SELECT row_count AS rowCount, images FROM change_chunks WHERE position = ? ORDER BY chunk');

  function apply(shape: ChangeShape, kind: ChangeKind, direction: Direction, images: string): number {
    const name = `${shape.number} ${kind} ${direction}`;
    const statement = statements.get(name) ?? database.prepare(applyImagesSql(kind, direction, shape, shape.columns, chunkImages(kind)));
    statements.set(name, statement);
    return statement.run({ images }).changes;
  }

  return {
    write(table, kind, rows) {
      if (rows.length === 0) return;
      const shape = shapeOf(shapes, table);
      if (setLogsRows.run(0).changes === 0) throw new AppError('internal', 'storage.outsideCommand');
      const position = Number(insertChange.run(shape.number, kind, rows.length).lastInsertRowid);
      for (let first = 0; first < rows.length; first += rowsPerChunk) {
        const chunk = rows.slice(first, first + rowsPerChunk);
        const images = jsonOf(chunk);
        if (apply(shape, kind, 'forward', images) !== chunk.length) throw new AppError('internal', 'storage.bulkRowsDiffer', { params: { table } });
        // Level 1: the log is written while somebody waits, and higher levels save little on names and dates.
        insertChunk.run(position, first / rowsPerChunk, chunk.length, deflateRawSync(images, { level: 1 }));
      }
      setLogsRows.run(1);
    },
    replay(position, shape, kind, direction) {
      const chunks = selectChunks.all(position) as { rowCount: number; images: Buffer }[];
      if (direction === 'back') chunks.reverse();
      return chunks.every((chunk) => apply(shape, kind, direction, inflateRawSync(chunk.images).toString('utf8')) === chunk.rowCount);
    },
  };
}
