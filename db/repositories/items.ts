import { AppError } from '../../core/contract/errors.ts';
import type { Item } from '../../core/domain/inventory/inventory.ts';
import type { ItemOrder, PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb, ReadStatement } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'items' | 'allItems' | 'item'>;
type Write = Pick<PlanWriter, 'insertItems' | 'updateItem' | 'removeItems'>;

const from = `
  FROM items AS item LEFT JOIN tracks AS track ON track.number = item.track_number LEFT JOIN imports AS import ON import.number = item.import_number`;
const columns = `item.id, item.name, item.product_id AS productId, item.vendor, track.id AS trackId, item.installations, item.seats, item.accounts,
  item.annual_cost_cents AS annualCostCents, import.id AS importId`;
/** `lowered` is registered in db/connection.ts: SQLite's own `lower` knows only A to Z. */
const where = `
  WHERE (?1 = '' OR instr(lowered(item.name), ?1) > 0 OR instr(lowered(item.vendor), ?1) > 0) AND (?2 IS NULL OR (item.product_id IS NOT NULL) = ?2)`;

const orderColumns: Readonly<Record<ItemOrder['by'], string>> = {
  name: 'item.name COLLATE NOCASE',
  installations: 'item.installations',
  accounts: 'item.accounts',
  annualCostCents: 'item.annual_cost_cents',
};

export function itemReads(db: ReadDb): Read {
  const count = db.values<number>(`SELECT count(*) FROM items AS item ${where}`);
  const all = db.rows<Item>(`SELECT ${columns} ${from} ORDER BY item.name COLLATE NOCASE, item.id`);
  const one = db.rows<Item>(`SELECT ${columns} ${from} WHERE item.id = ?`);
  const pages = new Map<string, ReadStatement<Item>>();

  function pageStatement({ by, direction }: ItemOrder): ReadStatement<Item> {
    const column = orderColumns[by];
    // An unknown cost is neither small nor large: it comes last in both directions.
    const order = `${column} IS NULL, ${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}, item.name COLLATE NOCASE, item.id`;
    const statement = pages.get(order) ?? db.rows<Item>(`SELECT ${columns} ${from} ${where} ORDER BY ${order} LIMIT ?3 OFFSET ?4`);
    pages.set(order, statement);
    return statement;
  }
  return {
    items({ search, matched }, order, { limit, offset }) {
      const part = search?.trim().toLowerCase() ?? '';
      const wanted = matched === undefined ? null : Number(matched);
      return { total: count.get(part, wanted) ?? 0, items: pageStatement(order).all(part, wanted, limit, offset) };
    },
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
    'DELETE FROM contracts WHERE item_id IN (SELECT value FROM json_each(?))',
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
