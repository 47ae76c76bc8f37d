import type { PlanReader, PlanWriter, StoredView } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'views'>;
type Write = Pick<PlanWriter, 'saveView' | 'removeView'>;

export function viewReads(db: ReadDb): Read {
  const select = db.rows<Omit<StoredView, 'definition'> & { readonly definition: string }>(
    'SELECT id, table_name AS "table", name, definition FROM views ORDER BY table_name, name',
  );
  return { views: () => select.all().map(({ definition, ...rest }) => ({ ...rest, definition: JSON.parse(definition) as StoredView['definition'] })) };
}

export function viewWrites(db: WriteDb): Write {
  const save = db.change(`
    INSERT INTO views (id, table_name, name, definition) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET table_name = excluded.table_name, name = excluded.name, definition = excluded.definition
    WHERE (table_name, name, definition) IS NOT (excluded.table_name, excluded.name, excluded.definition)`);
  const remove = db.change('DELETE FROM views WHERE id = ?');
  return {
    saveView({ id, table, name, definition, ...rest }) {
      nothingLeft(rest);
      return save(id, table, name, JSON.stringify(definition));
    },
    removeView: (id) => remove(id),
  };
}
