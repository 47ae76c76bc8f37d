import type { MatchReason } from '../../core/domain/catalogue/match.ts';
import type { ImportId, ItemId } from '../../core/domain/ids.ts';
import type { RawName } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader, PlanWriter, RawNameOrder, StoredRawName } from '../../core/ports/planStore.ts';
import { wellFormed } from '../wellFormed.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { ReadDb, ReadStatement, Value } from './readDb.ts';
import type { BulkRow, BulkUpdate, WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'rawNames' | 'rawNameCoverage' | 'allRawNames' | 'namesOfItems'>;
type Write = Pick<PlanWriter, 'upsertRawNames'>;

type RawNameRow = {
  readonly rawName: string;
  readonly publisher: string;
  readonly version: string;
  readonly installations: number;
  readonly matchKind: MatchReason['kind'];
  readonly matchProductId: string | null;
  readonly matchConfidence: number | null;
  readonly matchRule: string | null;
  readonly matchAlias: string | null;
  readonly itemId: ItemId | null;
  readonly importId: ImportId | null;
};

const columns = `raw.raw_name AS rawName, raw.publisher, raw.version, raw.installations, raw.match_kind AS matchKind, raw.match_product_id AS matchProductId,
  raw.match_confidence AS matchConfidence, raw.match_rule AS matchRule, raw.match_alias AS matchAlias, raw.item_id AS itemId`;

export const rawNameQueries = {
  page: `SELECT ${columns}, NULL AS importId FROM raw_names AS raw ORDER BY raw.installations DESC, raw.number LIMIT ? OFFSET ?`,
  pageOfKind: `SELECT ${columns}, NULL AS importId FROM raw_names AS raw WHERE raw.match_kind = ? ORDER BY raw.installations DESC, raw.number LIMIT ? OFFSET ?`,
  ofItem: `SELECT ${columns}, NULL AS importId FROM raw_names AS raw WHERE raw.item_id = ? ORDER BY raw.installations DESC, raw.number`,
  found: `SELECT ${columns}, NULL AS importId FROM raw_names AS raw WHERE (?1 IS NULL OR raw.match_kind = ?1) AND (instr(lowered(raw.raw_name), ?2) > 0 OR instr(lowered(raw.publisher), ?2) > 0)
    ORDER BY raw.installations DESC, raw.number LIMIT ?3 OFFSET ?4`,
  countFound:
    'SELECT count(*) FROM raw_names AS raw WHERE (?1 IS NULL OR raw.match_kind = ?1) AND (instr(lowered(raw.raw_name), ?2) > 0 OR instr(lowered(raw.publisher), ?2) > 0)',
  ofItems: `SELECT item_id AS itemId, raw_name AS rawName, version, installations FROM raw_names WHERE item_id IN (SELECT value FROM json_each(?))`,
  countByKind: 'SELECT match_kind AS kind, count(*) AS names, sum(installations) AS installations FROM raw_names GROUP BY match_kind',
} as const;

/** Every filter in another order than that of the indexes: all names of the filter are sorted. */
const sortedQuery = (order: string) => `SELECT ${columns}, NULL AS importId FROM raw_names AS raw
  WHERE (?1 IS NULL OR raw.match_kind = ?1) AND (?5 IS NULL OR raw.item_id = ?5) AND (?2 = '' OR instr(lowered(raw.raw_name), ?2) > 0 OR instr(lowered(raw.publisher), ?2) > 0)
  ORDER BY ${order} LIMIT ?3 OFFSET ?4`;
const orderColumns: Readonly<Record<RawNameOrder['by'], string>> = {
  installations: 'raw.installations',
  rawName: 'sort_key(raw.raw_name)',
  publisher: 'sort_key(raw.publisher)',
  version: 'sort_key(raw.version)',
};
const usualOrder: RawNameOrder = { by: 'installations', direction: 'descending' };

export function rawNameReads(db: ReadDb): Read {
  const page = db.rows<RawNameRow>(rawNameQueries.page);
  const pageOfKind = db.rows<RawNameRow>(rawNameQueries.pageOfKind);
  const countByKind = db.rows<{ kind: MatchReason['kind']; names: number; installations: number }>(rawNameQueries.countByKind);
  const ofItem = db.rows<RawNameRow>(rawNameQueries.ofItem);
  const ofItems = db.rows<ReturnType<Read['namesOfItems']>[number]>(rawNameQueries.ofItems);
  const found = db.rows<RawNameRow>(rawNameQueries.found);
  const countFound = db.values<number>(rawNameQueries.countFound);
  const all = db.rows<RawNameRow>(`
    SELECT ${columns}, import.id AS importId FROM raw_names AS raw LEFT JOIN imports AS import ON import.number = raw.import_number
    ORDER BY raw.raw_name, raw.publisher, raw.version`);

  const inOrder = new Map<string, ReadStatement<RawNameRow>>();

  function statementOf({ by, direction }: RawNameOrder) {
    const column = orderColumns[by];
    // An empty publisher or version is unknown, and comes last whichever way.
    const order = `${column} = '', ${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}, raw.installations DESC, raw.number`;
    const statement = inOrder.get(order) ?? db.rows<RawNameRow>(sortedQuery(order));
    inOrder.set(order, statement);
    return statement;
  }
  function counts(kind: MatchReason['kind']) {
    return countByKind.all().find((one) => one.kind === kind) ?? { names: 0, installations: 0 };
  }
  return {
    rawNames({ kind, itemId, search }, { limit, offset }, order = usualOrder) {
      const part = search?.trim().toLowerCase() ?? '';
      const isUsual = order.by === usualOrder.by && order.direction === usualOrder.direction;
      const sorted = isUsual
        ? null
        : statementOf(order)
            .all(kind ?? null, part, limit, offset, itemId ?? null)
            .map(toRawName);
      if (itemId !== undefined) {
        const rows = ofItem.all(itemId).map(toRawName);
        return { total: rows.length, rawNames: sorted ?? rows.slice(offset, offset + limit) };
      }
      if (part !== '')
        return { total: countFound.get(kind ?? null, part) ?? 0, rawNames: sorted ?? found.all(kind ?? null, part, limit, offset).map(toRawName) };
      const total = kind === undefined ? countByKind.all().reduce((sum, { names }) => sum + names, 0) : counts(kind).names;
      const rows = () => (kind === undefined ? page.all(limit, offset) : pageOfKind.all(kind, limit, offset));
      return { total, rawNames: sorted ?? rows().map(toRawName) };
    },
    rawNameCoverage() {
      const [matched, ownItem, noise, unmatched] = [counts('matched'), counts('ownItem'), counts('noise'), counts('unmatched')];
      return {
        matched: matched.names,
        ownItem: ownItem.names,
        noise: noise.names,
        unmatched: unmatched.names,
        matchedInstallations: matched.installations,
        ownItemInstallations: ownItem.installations,
        unmatchedInstallations: unmatched.installations,
      };
    },
    namesOfItems: (ids) => ofItems.all(JSON.stringify(ids)),
    allRawNames: () => all.all().map((row) => ({ ...toRawName(row), importId: row.importId })),
  };
}

function toRawName({ rawName, publisher, version, installations, itemId, ...row }: RawNameRow): RawName {
  return { rawName, publisher, version, installations, match: toMatch(row), itemId };
}

/** The table's checks hold the columns of each kind together; see `matchColumns` for the way in. */
function toMatch({ matchKind, matchProductId, matchConfidence, matchRule, matchAlias }: Omit<RawNameRow, keyof RawName>): MatchReason {
  if (matchKind === 'unmatched') return { kind: 'unmatched' };
  if (matchKind !== 'matched')
    return (matchAlias === null ? { kind: matchKind, rule: matchRule } : { kind: matchKind, rule: matchRule, alias: matchAlias }) as MatchReason;
  return { kind: 'matched', productId: matchProductId, confidence: matchConfidence, rule: matchRule, alias: matchAlias } as MatchReason;
}

function matchColumns(match: MatchReason): readonly Value[] {
  if (match.kind === 'unmatched') return ['unmatched', null, null, null, null];
  if (match.kind !== 'matched') return [match.kind, null, null, match.rule, match.rule === 'userRule' ? match.alias : null];
  return ['matched', match.productId, match.confidence, match.rule, match.alias];
}

type StoredRow = { readonly number: number; readonly wanted: number; readonly values: string };
/** Names looked up with one statement: one by one, a hundred thousand of them would take a second. */
const namesPerQuery = 10_000;

export function rawNameWrites(db: WriteDb): Write {
  const nextNumber = db.values<number>('SELECT coalesce(max(number), 0) + 1 FROM raw_names');
  const stored = db.rows<StoredRow>(`
    SELECT raw.number, wanted.key AS wanted,
      json_array(raw_name, publisher, version, installations, match_kind, match_product_id, match_confidence, match_rule, match_alias, item_id, import_number) AS "values"
    FROM json_each(?) AS wanted CROSS JOIN raw_names AS raw
      ON raw.raw_name = wanted.value ->> 0 AND raw.publisher = wanted.value ->> 1 AND raw.version = wanted.value ->> 2`);

  /** The row of each name that stands already, by its place in the list. */
  function storedRows(rawNames: readonly StoredRawName[]): ReadonlyMap<number, StoredRow> {
    const rows = new Map<number, StoredRow>();
    for (let first = 0; first < rawNames.length; first += namesPerQuery) {
      const names = rawNames.slice(first, first + namesPerQuery).map(({ rawName, publisher, version }) => [rawName, publisher, version]);
      for (const row of stored.all(JSON.stringify(names))) rows.set(first + row.wanted, row);
    }
    return rows;
  }
  return {
    upsertRawNames(rawNames) {
      const importNumber = keptNumbersById(db, 'imports');
      const inserts: BulkRow[] = [];
      const updates: BulkUpdate[] = [];
      let number = nextNumber.get() ?? 1;
      const last = lastOfEach(rawNames);
      const rows = storedRows(last);
      for (const [index, { rawName, publisher, version, installations, match, itemId, importId, ...rest }] of last.entries()) {
        nothingLeft(rest);
        const after: Value[] = [rawName, publisher, version, installations, ...matchColumns(match), itemId, importId === null ? null : importNumber(importId)];
        const row = rows.get(index);
        if (!row) {
          inserts.push([[number], after]);
          number++;
          continue;
        }
        const before = JSON.parse(row.values) as Value[];
        if (JSON.stringify(after) !== JSON.stringify(before)) updates.push([[row.number], before, after]);
      }
      db.bulkUpdate('raw_names', updates);
      db.bulkInsert('raw_names', inserts);
    },
  };
}

/** One entry for each (name, publisher, version): the last one that the caller gives. */
function lastOfEach(rawNames: readonly StoredRawName[]): readonly StoredRawName[] {
  const asStored = rawNames.map((one) => ({
    ...one,
    rawName: wellFormed(one.rawName),
    publisher: wellFormed(one.publisher),
    version: wellFormed(one.version),
  }));
  return [...new Map(asStored.map((one) => [JSON.stringify([one.rawName, one.publisher, one.version]), one])).values()];
}
