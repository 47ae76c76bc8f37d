import { AppError } from '../../core/contract/errors.ts';
import type { Item } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'allItems' | 'item'>;
type Write = Pick<PlanWriter, 'insertItems' | 'updateItem' | 'removeItems'>;

const from = `
  FROM items AS item LEFT JOIN tracks AS track ON track.number = item.track_number LEFT JOIN imports AS import ON import.number = item.import_number`;
const columns = `item.id, item.name, item.product_id AS productId, item.vendor, track.id AS trackId, item.installations, item.seats, item.accounts,
  item.annual_cost_cents AS annualCostCents, import.id AS importId`;
export function itemReads(db: ReadDb): Read {
  const all = db.rows<Item>(`SELECT ${columns} ${from} ORDER BY item.name COLLATE NOCASE, item.id`);
  const one = db.rows<Item>(`SELECT ${columns} ${from} WHERE item.id = ?`);
  return {
    allItems: () => all.all(),
    item: (id) => one.get(id) ?? null,
  };
}

export function itemWrites(db: WriteDb, whenProfilesChange: () => void): Write {
  const insert = db.change(`
    INSERT INTO items (id, name, product_id, vendor, track_number, installations, seats, accounts, annual_cost_cents, import_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.change(`
    UPDATE items SET name = ?2, product_id = ?3, vendor = ?4, track_number = ?5, installations = ?6, seats = ?7, accounts = ?8, annual_cost_cents = ?9, import_number = ?10
    WHERE id = ?1`);
  const removals = [
    'UPDATE raw_names SET item_id = NULL WHERE item_id IN (SELECT value FROM json_each(?))',
    'DELETE FROM decisions WHERE item_id IN (SELECT value FROM json_each(?))',
    'DELETE FROM source_contracts WHERE contract_id IN (SELECT id FROM contracts WHERE item_id IN (SELECT value FROM json_each(?)))',
    'DELETE FROM contracts WHERE item_id IN (SELECT value FROM json_each(?))',
    'DELETE FROM source_items WHERE item_id IN (SELECT value FROM json_each(?))',
    'DELETE FROM usage_profile_items WHERE item_id IN (SELECT value FROM json_each(?))',
  ].map((sql) => db.change(sql));
  const remove = db.change('DELETE FROM items WHERE id IN (SELECT value FROM json_each(?))');

  function valuesOf(item: Item, trackNumber: (id: string) => number, importNumber: (id: string) => number) {
    const { id, name, productId, vendor, trackId, installations, seats, accounts, annualCostCents, importId, ...rest } = item;
    nothingLeft(rest);
    return [
      id,
      name,
      productId,
      vendor,
      trackId === null ? null : trackNumber(trackId),
      installations,
      seats,
      accounts,
      annualCostCents,
      importId === null ? null : importNumber(importId),
    ] as const;
  }
  return {
    insertItems(items) {
      const trackNumber = keptNumbersById(db, 'tracks');
      const importNumber = keptNumbersById(db, 'imports');
      for (const item of items) insert(...valuesOf(item, trackNumber, importNumber));
    },
    updateItem(item) {
      const changed = update(...valuesOf(item, keptNumbersById(db, 'tracks'), keptNumbersById(db, 'imports')));
      if (changed === 0) throw new AppError('notFound', 'storage.itemUnknown', { params: { id: item.id } });
    },
    removeItems(ids) {
      const list = JSON.stringify(ids);
      for (const removal of removals) removal(list);
      const removed = remove(list);
      whenProfilesChange();
      return removed;
    },
  };
}
