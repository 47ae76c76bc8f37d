import type { UnitId } from '../../core/domain/ids.ts';
import type { Unit } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import { nothingLeft } from './nothingLeft.ts';
import { numbersById } from './numbers.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'units' | 'unitAccountCounts' | 'unitRanks'>;
type Write = Pick<PlanWriter, 'insertUnits' | 'renameUnits' | 'setUnitRole'>;

export function unitReads(db: ReadDb): Read {
  const select = db.rows<Unit>(`
    SELECT unit.id, parent.id AS parentId, unit.name, unit.path, unit.role, coalesce(counted.accountCount, 0) AS accountCount
    FROM units AS unit
    LEFT JOIN units AS parent ON parent.number = unit.parent_number
    LEFT JOIN (SELECT unit_number, count(*) AS accountCount FROM accounts GROUP BY unit_number) AS counted ON counted.unit_number = unit.number
    ORDER BY unit.path, unit.number`);
  const counts = db.rows<{ unitId: UnitId; accounts: number }>(`
    SELECT unit.id AS unitId, count(*) AS accounts FROM units AS unit CROSS JOIN accounts AS account ON account.unit_number = unit.number
    WHERE account.kind IN (?, ?, ?, ?) GROUP BY unit.number ORDER BY unit.path, unit.number`);
  const ranks = db.values<number>(`
    SELECT unit_rank FROM accounts WHERE unit_number = (SELECT number FROM units WHERE id = ?) AND kind IN (?, ?, ?, ?) ORDER BY unit_rank`);
  return {
    units: () => select.all(),
    unitAccountCounts: (kinds) => new Map(counts.all(...fourKinds(kinds)).map(({ unitId, accounts }) => [unitId, accounts])),
    unitRanks: (unitId, kinds) => ranks.all(unitId, ...fourKinds(kinds)),
  };
}

export function unitWrites(db: WriteDb): Write {
  const nextNumber = db.values<number>('SELECT coalesce(max(number), 0) + 1 FROM units');
  const insert = db.change('INSERT INTO units (number, id, parent_number, name, path) VALUES (?, ?, ?, ?, ?)');
  const update = db.change('UPDATE units SET role = ? WHERE id = ? AND role <> ?');
  const rename = db.change('UPDATE units SET name = ?2, path = ?3 WHERE id = ?1 AND (name, path) IS NOT (?2, ?3)');
  const storedNumber = numbersById(db, 'units');
  return {
    insertUnits(units) {
      const first = nextNumber.get() ?? 1;
      // A child may come before its parent: parents are looked for among the new ones first.
      const newNumbers = new Map<UnitId, number>(units.map(({ id }, index) => [id, first + index]));
      units.forEach(({ id, parentId, name, path, ...rest }, index) => {
        nothingLeft(rest);
        insert(first + index, id, parentId === null ? null : (newNumbers.get(parentId) ?? storedNumber(parentId)), name, path);
      });
    },
    renameUnits: (units) => units.reduce((changed, { id, name, path }) => changed + rename(id, name, path), 0),
    setUnitRole: (unitIds, role) => unitIds.reduce((changed, id) => changed + update(role, id, role), 0),
  };
}
