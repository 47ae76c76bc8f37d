import type { AccountId, ContractId, ImportSourceId, ItemId, UnitId } from '../../core/domain/ids.ts';
import { type ImportSource, nameKey, type SaidContract } from '../../core/domain/inventory/importSource.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import type { ContentTable } from '../contentTables.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb, Value } from './readDb.ts';
import { rowDifference } from './rowDifference.ts';
import type { BulkRow, WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'importSources' | 'importedPaths'>;
type Write = Pick<PlanWriter, 'saveImportSource' | 'moveSaidInstallations' | 'saveImportedPaths'>;

export function importSourceReads(db: ReadDb): Read {
  const heads = db.rows<{ number: number; id: ImportSourceId; form: string; name: string }>(
    'SELECT number, id, form, name FROM import_sources ORDER BY number',
  );
  const names = db.rows<{ rawName: string; publisher: string; version: string; installations: number }>(`
    SELECT raw.raw_name AS rawName, raw.publisher, raw.version, said.installations
    FROM source_names AS said JOIN raw_names AS raw ON raw.number = said.raw_name_number WHERE said.source_number = ? ORDER BY said.raw_name_number`);
  const items = db.rows<{ itemId: ItemId; installations: number }>(
    'SELECT item_id AS itemId, installations FROM source_items WHERE source_number = ? ORDER BY item_id',
  );
  const accounts = db.values<AccountId>(
    'SELECT account.id FROM source_accounts AS said JOIN accounts AS account ON account.number = said.account_number WHERE said.source_number = ? ORDER BY said.account_number',
  );
  const devices = db.values<number>('SELECT device FROM source_devices WHERE source_number = ? ORDER BY device');
  const contracts = db.rows<{ key: string; contractId: ContractId; said: string }>(
    'SELECT key, contract_id AS contractId, said FROM source_contracts WHERE source_number = ? ORDER BY key',
  );
  const paths = db.rows<{ path: string; unitId: UnitId }>(
    'SELECT imported.path, unit.id AS unitId FROM imported_paths AS imported JOIN units AS unit ON unit.number = imported.unit_number ORDER BY imported.path',
  );
  return {
    importSources: () =>
      heads.all().map(
        ({ number, id, form, name }): ImportSource => ({
          id,
          form,
          name,
          names: new Map(names.all(number).map((row) => [nameKey(row), row.installations])),
          items: new Map(items.all(number).map(({ itemId, installations }) => [itemId, installations])),
          accounts: new Set(accounts.all(number)),
          devices: new Set(devices.all(number)),
          contracts: new Map(contracts.all(number).map(({ key, contractId, said }) => [key, { contractId, said: JSON.parse(said) as SaidContract }])),
        }),
      ),
    importedPaths: () => new Map(paths.all().map(({ path, unitId }) => [path, unitId])),
  };
}

/** What a source said, table by table: the columns beside the source's number, the last `values` of them no part of the key. */
const parts = [
  { table: 'source_names', columns: ['raw_name_number', 'installations'], values: 1 },
  { table: 'source_items', columns: ['item_id', 'installations'], values: 1 },
  { table: 'source_accounts', columns: ['account_number'], values: 0 },
  { table: 'source_devices', columns: ['device'], values: 0 },
  { table: 'source_contracts', columns: ['key', 'contract_id', 'said'], values: 2 },
] as const satisfies readonly { readonly table: ContentTable; readonly columns: readonly string[]; readonly values: number }[];

type PartTable = (typeof parts)[number]['table'];

export function importSourceWrites(db: WriteDb): Write {
  const numberOf = db.values<number>('SELECT number FROM import_sources WHERE id = ?');
  const insert = db.change('INSERT INTO import_sources (id, form, name) VALUES (?, ?, ?)');
  const rename = db.change('UPDATE import_sources SET name = ?2 WHERE id = ?1 AND name <> ?2');
  const rawNames = db.rows<{ number: number; rawName: string; publisher: string; version: string }>(
    'SELECT number, raw_name AS rawName, publisher, version FROM raw_names',
  );
  // In the order of the table: in that of its ids, which SQLite would choose, each row would go to another place of the source's tree.
  const accountNumbers = db.rows<{ number: number; id: AccountId }>('SELECT number, id FROM accounts ORDER BY number');
  const stored = Object.fromEntries(
    parts.map(({ table, columns }) => [table, db.values<string>(`SELECT json_array(${columns.join(', ')}) FROM ${table} WHERE source_number = ?`)]),
  ) as unknown as Record<PartTable, { all(...values: readonly Value[]): string[] }>;
  const takeFromItem = db.change(`
    UPDATE source_items SET installations = max(0, source_items.installations - said.installations)
    FROM source_names AS said WHERE said.raw_name_number = ?1 AND said.source_number = source_items.source_number AND source_items.item_id = ?2`);
  const addToItem = db.change(`
    INSERT INTO source_items (source_number, item_id, installations) SELECT source_number, ?2, installations FROM source_names WHERE raw_name_number = ?1
    ON CONFLICT DO UPDATE SET installations = installations + excluded.installations`);
  const rawNameNumber = db.values<number>('SELECT number FROM raw_names WHERE raw_name = ? AND publisher = ? AND version = ?');
  const savePath = db.change(
    'INSERT INTO imported_paths (path, unit_number) VALUES (?, ?) ON CONFLICT DO UPDATE SET unit_number = excluded.unit_number WHERE unit_number <> excluded.unit_number',
  );

  /** Writes the rows that differ from what stands; one entry of the log for each way in which they do. */
  function replaceRows(table: PartTable, sourceNumber: number, rows: readonly (readonly Value[])[], values: number): void {
    const split = (row: readonly Value[]): BulkRow => [[sourceNumber, ...row.slice(0, row.length - values)], row.slice(row.length - values)];
    const before = stored[table].all(sourceNumber).map((row) => split(JSON.parse(row) as Value[]));
    const { gone, changed, added } = rowDifference(before, rows.map(split));
    db.bulkDelete(table, gone);
    db.bulkUpdate(table, changed);
    db.bulkInsert(table, added);
  }

  return {
    saveImportSource({ id, form, name, names, items, accounts, devices, contracts, ...rest }) {
      nothingLeft(rest);
      if (numberOf.get(id) === undefined) insert(id, form, name);
      else rename(id, name);
      const number = numberOf.get(id) as number;
      const rows: Record<PartTable, Value[][]> = { source_names: [], source_items: [], source_accounts: [], source_devices: [], source_contracts: [] };
      if (names.size > 0) {
        for (const row of rawNames.all()) {
          const installations = names.get(nameKey(row));
          if (installations !== undefined) rows.source_names.push([row.number, installations]);
        }
      }
      for (const [itemId, installations] of items) rows.source_items.push([itemId, installations]);
      if (accounts.size > 0) for (const row of accountNumbers.all()) if (accounts.has(row.id)) rows.source_accounts.push([row.number]);
      for (const device of devices) rows.source_devices.push([device]);
      for (const [key, { contractId, said }] of contracts) rows.source_contracts.push([key, contractId, JSON.stringify(said)]);
      for (const { table, values } of parts) replaceRows(table, number, rows[table], values);
    },
    moveSaidInstallations(names, itemId) {
      for (const name of names) {
        const number = rawNameNumber.get(name.rawName, name.publisher, name.version);
        if (number === undefined || name.itemId === itemId) continue;
        if (name.itemId !== null) takeFromItem(number, name.itemId);
        if (itemId !== null) addToItem(number, itemId);
      }
    },
    saveImportedPaths(paths) {
      const unitNumber = keptNumbersById(db, 'units');
      for (const [path, unitId] of paths) savePath(path, unitNumber(unitId));
    },
  };
}
