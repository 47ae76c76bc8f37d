import { AppError } from '../../core/contract/errors.ts';
import type { ImportEntry, PlanDetails, PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'plan' | 'changedAssumptions' | 'imports'>;
type Write = Pick<PlanWriter, 'insertPlan' | 'updatePlan' | 'setAssumption' | 'removeAssumption' | 'insertImport'>;

export function planReads(db: ReadDb): Read {
  const selectPlan = db.rows<PlanDetails>('SELECT name, administration, country, region, currency, template_id AS templateId, starts_on AS startsOn FROM plan');
  const selectAssumptions = db.rows<{ key: string; value: number }>('SELECT key, value FROM assumptions ORDER BY key');
  const selectImports = db.rows<ImportEntry>('SELECT id, format, file_name AS fileName, sha256 FROM imports ORDER BY number');
  return {
    imports: () => selectImports.all(),
    plan: () => selectPlan.get() ?? null,
    changedAssumptions: () => new Map(selectAssumptions.all().map(({ key, value }) => [key, value])),
  };
}

export function planWrites(db: WriteDb): Write {
  const insert = db.change(
    'INSERT INTO plan (number, name, administration, country, region, currency, template_id, starts_on) VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = db.change('UPDATE plan SET name = ?, administration = ?, country = ?, region = ?, currency = ?, template_id = ?, starts_on = ?');
  const upsertAssumption = db.change(
    'INSERT INTO assumptions (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value',
  );
  const deleteAssumption = db.change('DELETE FROM assumptions WHERE key = ?');
  const insertImport = db.change('INSERT INTO imports (id, format, file_name, sha256) VALUES (?, ?, ?, ?)');

  const values = ({ name, administration, country, region, currency, templateId, startsOn, ...rest }: PlanDetails) => {
    nothingLeft(rest);
    return [name, administration, country, region, currency, templateId, startsOn] as const;
  };
  return {
    insertPlan: (details) => void insert(...values(details)),
    updatePlan(details) {
      if (update(...values(details)) === 0) throw new AppError('notFound', 'storage.planIsEmpty');
    },
    // SQLite keeps no negative zero apart from zero in its log; the two are one number to a person as well.
    setAssumption: (key, value) => void upsertAssumption(key, value + 0),
    removeAssumption: (key) => deleteAssumption(key),
    insertImport: ({ id, format, fileName, sha256, ...rest }) => {
      nothingLeft(rest);
      insertImport(id, format, fileName, sha256);
    },
  };
}
