import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { AccountId, TrackId } from '../../core/domain/ids.ts';
import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { AccountOrder, AccountState, AccountStateFilter, Page, PlanReader } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import type { AccountOrders } from './accountOrder.ts';
import { createPlaceCounts, storedStates } from './placeCounts.ts';
import { createPlaces, pageOfPlaces, type Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

type Read = Pick<PlanReader, 'accountStates' | 'accountStateIds'>;
type AccountInState = ReturnType<PlanReader['accountStates']>['accounts'][number];

const byUnit: AccountOrder = { by: 'unit', direction: 'ascending' };

/** From this number of places on, one pass over the units is cheaper than a count for each place. */
const manyPlaces = 50;

const stateRow = `account.id AS accountId, account.login, unit.path AS unitPath, coalesce(stored.state, 'planned') AS state, coalesce(stored.reason, '') AS reason,
  stored.changed_on AS changedOn, account.last_active_on AS lastActiveOn,
  (SELECT bytes FROM mailboxes WHERE account_number = account.number) AS mailboxBytes`;
const withUnit = 'CROSS JOIN units AS unit ON unit.number = account.unit_number';
const accountsOfPlace = (unit: string) => `FROM accounts AS account ${unit}
    LEFT JOIN account_states AS stored ON stored.account_number = account.number AND stored.track_number = ?8
    WHERE account.unit_number = ?1 AND account.unit_rank BETWEEN ?2 AND ?3 AND account.kind IN (?4, ?5, ?6, ?7)`;

/** Sign-in names are stored in lower case. */
const hasText = "(instr(account.login, ?9) > 0 OR (stored.reason <> '' AND instr(lowered(stored.reason), ?9) > 0))";
const storedOfPlace = (unit: string) => `FROM account_states AS stored CROSS JOIN accounts AS account ON account.number = stored.account_number ${unit}
    WHERE stored.unit_number = ?1 AND stored.unit_rank BETWEEN ?2 AND ?3 AND stored.account_kind IN (?4, ?5, ?6, ?7) AND stored.track_number = ?8`;

/**
 * Parameters: unit, first and last rank, four kinds, track, limit, offset; then a state. With a text: unit, first and last
 * rank, four kinds, track, the text in lower case, a state or an empty one; then limit, offset.
 */
export const accountStateQueries = {
  ofPlace: `SELECT ${stateRow} ${accountsOfPlace(withUnit)} ORDER BY account.unit_rank LIMIT ?9 OFFSET ?10`,
  plannedOfPlace: `SELECT ${stateRow} ${accountsOfPlace(withUnit)} AND stored.state IS NULL ORDER BY account.unit_rank LIMIT ?9 OFFSET ?10`,
  ofPlaceInState: `SELECT ${stateRow} ${storedOfPlace(withUnit)} AND stored.state = ?11 ORDER BY stored.unit_rank LIMIT ?9 OFFSET ?10`,
  countOfPlaceByText: `SELECT count(*) ${accountsOfPlace('')} AND ${hasText} AND (?10 = '' OR stored.state IS NULL)`,
  ofPlaceByText: `SELECT ${stateRow} ${accountsOfPlace(withUnit)} AND ${hasText} AND (?10 = '' OR stored.state IS NULL) ORDER BY account.unit_rank LIMIT ?11 OFFSET ?12`,
  countOfPlaceInStateByText: `SELECT count(*) ${storedOfPlace('')} AND stored.state = ?10 AND ${hasText}`,
  ofNumbers: `SELECT ${stateRow} FROM json_each(?1) AS wanted CROSS JOIN accounts AS account ON account.number = wanted.value ${withUnit}
    LEFT JOIN account_states AS stored ON stored.account_number = account.number AND stored.track_number = ?2 ORDER BY wanted.key`,
  idsOfNumbers: 'SELECT account.id FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.number = wanted.value ORDER BY wanted.key',
  ofPlaceInStateByText: `SELECT ${stateRow} ${storedOfPlace(withUnit)} AND stored.state = ?10 AND ${hasText} ORDER BY stored.unit_rank LIMIT ?11 OFFSET ?12`,
} as const;

export function accountStateReads(db: ReadDb, orders: AccountOrders): Read {
  const places = createPlaces(db);
  const placeCounts = createPlaceCounts(db);
  const selectTrack = db.rows<{ number: number; id: TrackId; key: Track['key'] }>('SELECT number, id, key FROM tracks WHERE id = ?');
  const ofPlace = db.rows<AccountInState>(accountStateQueries.ofPlace);
  const plannedOfPlace = db.rows<AccountInState>(accountStateQueries.plannedOfPlace);
  const ofPlaceInState = db.rows<AccountInState>(accountStateQueries.ofPlaceInState);
  const countOfPlaceByText = db.values<number>(accountStateQueries.countOfPlaceByText);
  const ofPlaceByText = db.rows<AccountInState>(accountStateQueries.ofPlaceByText);
  const countOfPlaceInStateByText = db.values<number>(accountStateQueries.countOfPlaceInStateByText);
  const ofPlaceInStateByText = db.rows<AccountInState>(accountStateQueries.ofPlaceInStateByText);

  const ofNumbers = db.rows<AccountInState>(accountStateQueries.ofNumbers);
  const idsOfNumbers = db.values<AccountId>(accountStateQueries.idsOfNumbers);

  /** All accounts of a filter, in an order that does not follow the places. */
  function sortedNumbers({ trackId, state, unitId, waveId, search }: AccountStateFilter, { by, direction }: AccountOrder): readonly number[] {
    const track = selectTrack.get(trackId);
    if (!track || by === 'unit') return [];
    const wanted = {
      trackNumber: track.number,
      kinds: accountKindsOfTrack(track.key),
      places: unitId === undefined && waveId === undefined ? null : places.of({ unitId, waveId }),
      state,
      text: search?.trim().toLowerCase() ?? '',
    };
    return orders.numbersOf(wanted, { by, direction });
  }

  /** One page of the accounts that have a text in their sign-in name or their reason. */
  function withText(inPlaces: readonly Place[], trackNumber: number, kinds: readonly AccountKind[], text: string, state: AccountState | undefined, page: Page) {
    const isStored = state !== undefined && state !== 'planned';
    const values = ({ unitNumber, firstRank, lastRank }: Place) =>
      [unitNumber, firstRank, lastRank, ...fourKinds(kinds), trackNumber, text, state ?? ''] as const;
    const count = isStored ? countOfPlaceInStateByText : countOfPlaceByText;
    const rows = isStored ? ofPlaceInStateByText : ofPlaceByText;
    return pageOfPlaces(
      inPlaces,
      page,
      (place) => count.get(...values(place)) ?? 0,
      (place, limit, offset) => rows.all(...values(place), limit, offset),
    );
  }

  /** Rows in the order of the places, or with the last place first. */
  function byPlace({ trackId, state, unitId, waveId, search }: AccountStateFilter, page: Page, direction: AccountOrder['direction']) {
    const track = selectTrack.get(trackId);
    if (!track) return { total: 0, accounts: [] };
    const kinds = accountKindsOfTrack(track.key);
    const upwards = places.of({ unitId, waveId });
    const inPlaces = direction === 'ascending' ? upwards : upwards.toReversed();
    const text = search?.trim().toLowerCase() ?? '';
    if (text !== '') {
      const found = withText(inPlaces, track.number, kinds, text, state, page);
      return { total: found.total, accounts: found.rows };
    }
    const counter = inPlaces.length < manyPlaces ? placeCounts.few(track.number, kinds) : placeCounts.many()(track.number, kinds);
    const count = (place: Place): number => {
      if (state === undefined) return counter.all(place);
      if (state !== 'planned') return counter.inState(place, state);
      return storedStates.reduce((planned, one) => planned - counter.inState(place, one), counter.all(place));
    };
    const fetch = ({ unitNumber, firstRank, lastRank }: Place, limit: number, offset: number): readonly AccountInState[] => {
      const values = [unitNumber, firstRank, lastRank, ...fourKinds(kinds), track.number, limit, offset] as const;
      if (state === undefined) return ofPlace.all(...values);
      return state === 'planned' ? plannedOfPlace.all(...values) : ofPlaceInState.all(...values, state);
    };
    const { total, rows } = pageOfPlaces(inPlaces, page, count, fetch);
    return { total, accounts: rows };
  }

  return {
    accountStates(filter, page, order = byUnit) {
      if (order.by === 'unit') return byPlace(filter, page, order.direction);
      const numbers = sortedNumbers(filter, order);
      const { number: trackNumber = 0 } = selectTrack.get(filter.trackId) ?? {};
      return { total: numbers.length, accounts: ofNumbers.all(JSON.stringify(numbers.slice(page.offset, page.offset + page.limit)), trackNumber) };
    },
    accountStateIds(filter, page, order) {
      if (order.by === 'unit') return byPlace(filter, page, order.direction).accounts.map(({ accountId }) => accountId);
      return idsOfNumbers.all(JSON.stringify(sortedNumbers(filter, order).slice(page.offset, page.offset + page.limit)));
    },
  };
}
