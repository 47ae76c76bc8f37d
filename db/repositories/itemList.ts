import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import type { ItemId } from '../../core/domain/ids.ts';
import { cents } from '../../core/domain/money.ts';
import type { Strategy } from '../../core/domain/mapping/decision.ts';
import type { ItemCounts, ItemFilter, ItemOrder, ListedItem, PlanReader } from '../../core/ports/planStore.ts';
import type { ReadDb, ReadStatement, Value } from './readDb.ts';

type Read = Pick<PlanReader, 'items' | 'itemIds' | 'itemCounts'>;

const listedVendors = 100;

const from = `
  FROM items AS item LEFT JOIN tracks AS track ON track.number = item.track_number LEFT JOIN imports AS import ON import.number = item.import_number
    LEFT JOIN decisions AS decision ON decision.item_id = item.id`;
const columns = `item.id, item.name, item.product_id AS productId, item.vendor, track.id AS trackId, item.installations, item.seats, item.accounts,
  item.annual_cost_cents AS annualCostCents, import.id AS importId, track.key AS track, coalesce(decision.strategy, 'undecided') AS strategy,
  decision.replacement_id AS replacementId`;
/** `lowered` and `sort_key` are registered in db/connection.ts: SQLite's own `lower` and NOCASE know only A to Z. */
const where = `
  WHERE (?1 = '' OR instr(lowered(item.name), ?1) > 0 OR instr(lowered(item.vendor), ?1) > 0)
    AND (?2 IS NULL OR (item.product_id IS NOT NULL) = ?2)
    AND (?3 IS NULL OR coalesce(track.key, '') IN (SELECT value FROM json_each(?3)))
    AND (?4 IS NULL OR item.vendor IN (SELECT value FROM json_each(?4)))
    AND (?5 IS NULL OR coalesce(decision.strategy, 'undecided') IN (SELECT value FROM json_each(?5)))
    AND (?6 IS NULL OR item.id IN (SELECT item_id FROM contracts WHERE ends_on BETWEEN ?6 AND ?7))
    AND (?8 IS NULL OR item.id IN (SELECT value FROM json_each(?8)))`;

const orderColumns: Readonly<Record<ItemOrder['by'], string>> = {
  name: 'sort_key(item.name)',
  vendor: 'sort_key(item.vendor)',
  track: 'track.position',
  installations: 'item.installations',
  seats: 'item.seats',
  accounts: 'item.accounts',
  annualCostCents: 'item.annual_cost_cents',
  matched: '(item.product_id IS NOT NULL)',
  strategy: "coalesce(decision.strategy, 'undecided')",
};

export function itemListReads(db: ReadDb): Read {
  const sums = db.rows<{ total: number; annualCostCents: number; withoutCost: number }>(`
    SELECT count(*) AS total, coalesce(sum(item.annual_cost_cents), 0) AS annualCostCents, count(*) - count(item.annual_cost_cents) AS withoutCost ${from} ${where}`);
  const byTrack = db.rows<{ track: TrackKey | null; items: number }>(
    `SELECT track.key AS track, count(*) AS items ${from} ${where} GROUP BY track.key ORDER BY track.position IS NULL, track.position`,
  );
  const byVendor = db.rows<{ vendor: string; items: number }>(`
    SELECT item.vendor, count(*) AS items ${from} ${where} GROUP BY item.vendor
    ORDER BY item.vendor IN (SELECT value FROM json_each(?9)) DESC, count(*) DESC, sort_key(item.vendor) LIMIT ${listedVendors}`);
  const byMatch = db.rows<{ isMatched: number; items: number }>(
    `SELECT (item.product_id IS NOT NULL) AS isMatched, count(*) AS items ${from} ${where} GROUP BY 1`,
  );
  const byStrategy = db.rows<{ strategy: Strategy; items: number }>(
    `SELECT coalesce(decision.strategy, 'undecided') AS strategy, count(*) AS items ${from} ${where} GROUP BY 1`,
  );
  const pages = new Map<string, { readonly items: ReadStatement<ListedItem>; readonly ids: ReadStatement<ItemId> }>();

  function statementsOf({ by, direction }: ItemOrder) {
    const column = orderColumns[by];
    // An unknown cost is neither small nor large: it comes last in both directions.
    const order = `${column} IS NULL, ${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}, sort_key(item.name), item.name, item.id`;
    const page = `${from} ${where} ORDER BY ${order} LIMIT ?9 OFFSET ?10`;
    const statements = pages.get(order) ?? { items: db.rows<ListedItem>(`SELECT ${columns} ${page}`), ids: db.values<ItemId>(`SELECT item.id ${page}`) };
    pages.set(order, statements);
    return statements;
  }
  const totalOf = (filter: ItemFilter) => sums.get(...valuesOf(filter))?.total ?? 0;

  return {
    items: (filter, order, { limit, offset }) => ({ total: totalOf(filter), items: statementsOf(order).items.all(...valuesOf(filter), limit, offset) }),
    itemIds: (filter, order, { limit, offset }) => statementsOf(order).ids.all(...valuesOf(filter), limit, offset),
    itemCounts(filter, contractEnds): ItemCounts {
      const all = sums.get(...valuesOf(filter)) ?? { total: 0, annualCostCents: 0, withoutCost: 0 };
      const matches = byMatch.all(...valuesOf({ ...filter, matched: undefined }));
      const strategies = { replace: 0, keep: 0, retire: 0, undecided: 0 };
      for (const { strategy, items } of byStrategy.all(...valuesOf({ ...filter, strategies: undefined }))) strategies[strategy] = items;
      return {
        ...all,
        annualCostCents: cents(all.annualCostCents),
        tracks: byTrack.all(...valuesOf({ ...filter, tracks: undefined })),
        vendors: byVendor.all(...valuesOf({ ...filter, vendors: undefined }), JSON.stringify(filter.vendors ?? [])),
        matched: matches.find(({ isMatched }) => isMatched === 1)?.items ?? 0,
        unmatched: matches.find(({ isMatched }) => isMatched === 0)?.items ?? 0,
        strategies,
        contractEnds: totalOf({ ...filter, contractEnds }),
      };
    },
  };
}

function valuesOf({ search, matched, tracks, vendors, strategies, contractEnds, ids }: ItemFilter): readonly Value[] {
  return [
    search?.trim().toLowerCase() ?? '',
    matched === undefined ? null : Number(matched),
    tracks === undefined ? null : JSON.stringify(tracks.map((track) => track ?? '')),
    vendors === undefined ? null : JSON.stringify(vendors),
    strategies === undefined ? null : JSON.stringify(strategies),
    contractEnds?.from ?? null,
    contractEnds?.to ?? null,
    ids === undefined ? null : JSON.stringify(ids),
  ];
}
