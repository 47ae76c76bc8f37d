import type { PlanReader, PlanWriter, StoredScenario } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'scenarios'>;
type Write = Pick<PlanWriter, 'insertScenario' | 'removeScenario'>;

export function scenarioReads(db: ReadDb): Read {
  const select = db.rows<Omit<StoredScenario, 'changes'> & { readonly changes: string }>('SELECT id, name, changes FROM scenarios ORDER BY name, id');
  return { scenarios: () => select.all().map(({ changes, ...rest }) => ({ ...rest, changes: JSON.parse(changes) as StoredScenario['changes'] })) };
}

export function scenarioWrites(db: WriteDb): Write {
  const insert = db.change('INSERT INTO scenarios (id, name, changes) VALUES (?, ?, ?)');
  const remove = db.change('DELETE FROM scenarios WHERE id = ?');
  return {
    insertScenario({ id, name, changes, ...rest }) {
      nothingLeft(rest);
      insert(id, name, JSON.stringify(changes));
    },
    removeScenario: (id) => remove(id),
  };
}
