import type { ChangeShape } from './changeShapes.ts';

/**
 * Where the images of changed rows come from: a FROM clause, and SQL for the n-th value of a row's key, of its image
 * before and of its image after. For updates n counts the columns that changed.
 */
export type ImageSource = {
  readonly from: string;
  readonly key: (index: number) => string;
  readonly before: (index: number) => string;
  readonly after: (index: number) => string;
};

/** Rows of `changes` in a range of positions; for updates those with one set of changed columns. */
export function loggedImages(kind: 'insert' | 'update' | 'delete'): ImageSource {
  const sameColumns = kind === 'update' ? ' AND changed_columns = :changedColumns' : '';
  return {
    from: `(SELECT row_key, before, after FROM changes WHERE position BETWEEN :first AND :last${sameColumns})`,
    key: (index) => `image.row_key ->> ${index}`,
    before: (index) => `image.before ->> ${index}`,
    after: (index) => `image.after ->> ${index}`,
  };
}

/** One chunk of a bulk load, as JSON text. */
export function chunkImages(kind: 'insert' | 'update' | 'delete'): ImageSource {
  const value = (list: number) => (index: number) => `image.value ->> '$[${list}][${index}]'`;
  return { from: 'jsonb_each(:images)', key: value(0), before: value(1), after: value(kind === 'update' ? 2 : 1) };
}

export type Direction = 'forward' | 'back';

/**
 * SQL that applies images, `forward` as the command did or `back` to what stood before. It touches only rows that are
 * still exactly as the images say; the number of changed rows tells whether that was so for all of them.
 */
export function applyImagesSql(
  kind: 'insert' | 'update' | 'delete',
  direction: Direction,
  shape: ChangeShape,
  columns: readonly string[],
  source: ImageSource,
): string {
  const { table, keyColumns } = shape;
  const [from, to] = direction === 'forward' ? [source.before, source.after] : [source.after, source.before];
  const sameKey = (alias: string) => keyColumns.map((name, index) => `${alias}.${name} = ${source.key(index)}`);
  const unchanged = (alias: string) => columns.map((name, index) => `${alias}.${name} IS ${from(index)}`);

  if (kind === 'update') {
    const assignments = columns.map((name, index) => `${name} = ${to(index)}`).join(', ');
    return `UPDATE ${table} SET ${assignments} FROM ${source.from} AS image WHERE ${[...sameKey(table), ...unchanged(table)].join(' AND ')}`;
  }
  const inserts = (kind === 'insert') === (direction === 'forward');
  if (inserts) {
    const values = [...keyColumns.map((_, index) => source.key(index)), ...columns.map((_, index) => to(index))].join(', ');
    return `INSERT INTO ${table} (${[...keyColumns, ...columns].join(', ')}) SELECT ${values} FROM ${source.from} AS image`;
  }
  const keys = keyColumns.map((name) => `stored.${name}`).join(', ');
  return `DELETE FROM ${table} WHERE (${keyColumns.join(', ')}) IN (SELECT ${keys} FROM ${source.from} AS image CROSS JOIN ${table} AS stored ON ${[...sameKey('stored'), ...unchanged('stored')].join(' AND ')})`;
}
