import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { TrackId, WaveId } from '../../core/domain/ids.ts';
import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { Track } from '../../core/domain/schedule/timeline.ts';
import type { AccountState, PlanReader, StateCounts } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import { createPlaces, endOfUnit, pageOfPlaces, type Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

type Read = Pick<PlanReader, 'waveStates' | 'trackStates' | 'migratedByDay' | 'problemReasons' | 'accountStates'>;
type StoredState = Exclude<AccountState, 'planned'>;
type AccountInState = ReturnType<PlanReader['accountStates']>['accounts'][number];
/** Counts come by kind of account; which kinds count on a track is a rule of the domain, not of SQL. */
type Counted = { readonly kind: AccountKind; readonly accounts: number };
type TrackRow = { readonly number: number; readonly id: TrackId; readonly key: Track['key']; readonly movesAccounts: number };

const stateRow = `account.id AS accountId, account.login, unit.path AS unitPath, coalesce(stored.state, 'planned') AS state, coalesce(stored.reason, '') AS reason,
  stored.changed_on AS changedOn`;
const accountsOfPlace = 'account.unit_number = ?1 AND account.unit_rank BETWEEN ?2 AND ?3 AND account.kind IN (?5, ?6, ?7, ?8)';
const storedOfPlace =
  'stored.unit_number = ?1 AND stored.unit_rank BETWEEN ?2 AND ?3 AND stored.track_number = ?4 AND stored.account_kind IN (?5, ?6, ?7, ?8) AND stored.state = ?9';
const accountsWithState = `FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number
    LEFT JOIN account_states AS stored ON stored.account_number = account.number AND stored.track_number = ?4`;

/** Parameters of the queries of a place: unit, first and last rank, track, four kinds; then a state; then limit and offset. */
export const accountStateQueries = {
  ofTracks: 'SELECT track_number AS track, state, account_kind AS kind, count(*) AS accounts FROM account_states GROUP BY track_number, state, account_kind',
  accountsByKind: 'SELECT kind, count(*) AS accounts FROM accounts GROUP BY kind',
  ofUnits: `SELECT track_number AS track, state, account_kind AS kind, unit_number AS unitNumber, count(*) AS accounts
    FROM account_states GROUP BY track_number, state, account_kind, unit_number`,
  ofUnitsOnTrack: `SELECT state, account_kind AS kind, unit_number AS unitNumber, count(*) AS accounts
    FROM account_states WHERE track_number = ? GROUP BY state, account_kind, unit_number`,
  partsOfWaves: 'SELECT wave_id AS waveId, unit_number AS unitNumber, first_rank AS firstRank, last_rank AS lastRank FROM wave_parts',
  accountsOfUnits: 'SELECT unit_number AS unitNumber, kind, count(*) AS accounts, max(unit_rank) AS highestRank FROM accounts GROUP BY unit_number, kind',
  countOfPlace: `SELECT count(*) FROM accounts AS account WHERE ${accountsOfPlace.replace('?5, ?6, ?7, ?8', '?4, ?5, ?6, ?7')}`,
  countOfPlaceInState: `SELECT count(*) FROM account_states AS stored WHERE ${storedOfPlace}`,
  ofPlace: `SELECT ${stateRow} ${accountsWithState} WHERE ${accountsOfPlace} ORDER BY account.unit_rank LIMIT ?9 OFFSET ?10`,
  plannedOfPlace: `SELECT ${stateRow} ${accountsWithState} WHERE ${accountsOfPlace} AND stored.state IS NULL ORDER BY account.unit_rank LIMIT ?9 OFFSET ?10`,
  ofPlaceInState: `SELECT ${stateRow} FROM account_states AS stored CROSS JOIN accounts AS account ON account.number = stored.account_number
    CROSS JOIN units AS unit ON unit.number = account.unit_number WHERE ${storedOfPlace} ORDER BY stored.unit_rank LIMIT ?10 OFFSET ?11`,
  migratedByDay: `SELECT stored.track_number AS track, stored.changed_on AS day, stored.account_kind AS kind, count(*) AS accounts
    FROM account_states AS stored WHERE stored.state = 'migrated' GROUP BY stored.track_number, stored.changed_on, stored.account_kind`,
  problemReasons: `SELECT stored.track_number AS track, stored.reason, stored.account_kind AS kind, count(*) AS accounts
    FROM account_states AS stored WHERE stored.state = 'problem' GROUP BY stored.track_number, stored.reason, stored.account_kind`,
} as const;

export function accountStateReads(db: ReadDb): Read {
  const places = createPlaces(db);
  const selectTracks = db.rows<TrackRow>('SELECT number, id, key, moves_accounts AS movesAccounts FROM tracks ORDER BY position, number');
  const waves = db.rows<{ id: WaveId; key: Track['key'] }>('SELECT wave.id, track.key FROM waves AS wave JOIN tracks AS track ON track.number = wave.track_number');
  const ofTracks = db.rows<Counted & { track: number; state: StoredState }>(accountStateQueries.ofTracks);
  const accountsByKind = db.rows<Counted>(accountStateQueries.accountsByKind);
  const ofWaves = db.rows<Counted & { waveId: WaveId; state: StoredState }>(accountStateQueries.ofWaves);
  const partsOfWaves = db.rows<Omit<Place, 'lastRank'> & { waveId: WaveId; lastRank: number | null }>(accountStateQueries.partsOfWaves);
  const accountsOfUnits = db.rows<Counted & { unitNumber: number; highestRank: number }>(accountStateQueries.accountsOfUnits);
  const countOfPlace = db.values<number>(accountStateQueries.countOfPlace);
  const countOfPlaceInState = db.values<number>(accountStateQueries.countOfPlaceInState);
  const ofPlace = db.rows<AccountInState>(accountStateQueries.ofPlace);
  const plannedOfPlace = db.rows<AccountInState>(accountStateQueries.plannedOfPlace);
  const ofPlaceInState = db.rows<AccountInState>(accountStateQueries.ofPlaceInState);
  const migratedByDay = db.rows<Counted & { track: number; day: ReturnType<Read['migratedByDay']>[number]['on'] }>(accountStateQueries.migratedByDay);
  const problemReasons = db.rows<Counted & { track: number; reason: string }>(accountStateQueries.problemReasons);

  const range = ({ unitNumber, firstRank, lastRank }: Place) => [unitNumber, firstRank, lastRank] as const;

  /** Accounts of every wave. Whole units are taken from one pass over the index, cut ones counted in their range. */
  function waveTotals(kindsOf: ReadonlyMap<WaveId, readonly AccountKind[]>): ReadonlyMap<WaveId, number> {
    const units = groupBy(accountsOfUnits.all(), ({ unitNumber }) => unitNumber);
    const totals = new Map<WaveId, number>();
    for (const { waveId, unitNumber, firstRank, lastRank } of partsOfWaves.all()) {
      const unit = units.get(unitNumber) ?? [];
      const kinds = kindsOf.get(waveId) ?? [];
      const isWhole = firstRank === 0 && unit.every(({ highestRank }) => highestRank <= (lastRank ?? endOfUnit));
      const accounts = isWhole ? sumOfKinds(unit, kinds) : (countOfPlace.get(unitNumber, firstRank, lastRank ?? endOfUnit, ...fourKinds(kinds)) ?? 0);
      totals.set(waveId, (totals.get(waveId) ?? 0) + accounts);
    }
    return totals;
  }

  return {
    trackStates() {
      const stored = groupBy(ofTracks.all(), ({ track }) => track);
      const total = accountsByKind.all();
      return new Map(
        selectTracks.all().map(({ number, id, key, movesAccounts }) => {
          const kinds = accountKindsOfTrack(key);
          return [id, counts(movesAccounts === 1 ? sumOfKinds(total, kinds) : 0, stored.get(number) ?? [], kinds)];
        }),
      );
    },
    waveStates() {
      const kindsOf = new Map(waves.all().map(({ id, key }) => [id, accountKindsOfTrack(key)]));
      const totals = waveTotals(kindsOf);
      const stored = groupBy(ofWaves.all(), ({ waveId }) => waveId);
      return new Map([...kindsOf].map(([id, kinds]) => [id, counts(totals.get(id) ?? 0, stored.get(id) ?? [], kinds)]));
    },
    migratedByDay() {
      const stored = groupBy(migratedByDay.all(), ({ track }) => track);
      return selectTracks.all().flatMap(({ number, id, key }) => {
        const byDay = groupBy(stored.get(number) ?? [], ({ day }) => day);
        const sums = [...byDay].map(([on, rows]) => ({ trackId: id, on, accounts: sumOfKinds(rows, accountKindsOfTrack(key)) }));
        return sums.filter(({ accounts }) => accounts > 0).toSorted((one, other) => (one.on < other.on ? -1 : 1));
      });
    },
    problemReasons() {
      const stored = groupBy(problemReasons.all(), ({ track }) => track);
      return selectTracks.all().flatMap(({ number, id, key }) => {
        const byReason = groupBy(stored.get(number) ?? [], ({ reason }) => reason);
        const sums = [...byReason].map(([reason, rows]) => ({ trackId: id, reason, accounts: sumOfKinds(rows, accountKindsOfTrack(key)) }));
        return sums.filter(({ accounts }) => accounts > 0).toSorted((one, other) => other.accounts - one.accounts || (one.reason < other.reason ? -1 : 1));
      });
    },
    accountStates({ trackId, state, unitId, waveId }, page) {
      const track = selectTracks.all().find(({ id }) => id === trackId);
      if (!track) return { total: 0, accounts: [] };
      const kinds = fourKinds(accountKindsOfTrack(track.key));
      const all = (place: Place) => countOfPlace.get(...range(place), ...kinds) ?? 0;
      const inState = (place: Place, wanted: StoredState) => countOfPlaceInState.get(...range(place), track.number, ...kinds, wanted) ?? 0;
      const stored: readonly StoredState[] = ['migrated', 'problem', 'exception'];
      const count = (place: Place): number => {
        if (state === undefined) return all(place);
        if (state !== 'planned') return inState(place, state);
        const accounts = all(place);
        return accounts === 0 ? 0 : accounts - stored.reduce((sum, one) => sum + inState(place, one), 0);
      };
      const fetch = (place: Place, limit: number, offset: number): readonly AccountInState[] => {
        if (state === undefined) return ofPlace.all(...range(place), track.number, ...kinds, limit, offset);
        if (state === 'planned') return plannedOfPlace.all(...range(place), track.number, ...kinds, limit, offset);
        return ofPlaceInState.all(...range(place), track.number, ...kinds, state, limit, offset);
      };
      const { total, rows } = pageOfPlaces(places.of({ unitId, waveId }), page, count, fetch);
      return { total, accounts: rows };
    },
  };
}

function sumOfKinds(rows: readonly Counted[], kinds: readonly AccountKind[]): number {
  return rows.reduce((sum, { kind, accounts }) => (kinds.includes(kind) ? sum + accounts : sum), 0);
}

function counts(total: number, stored: readonly (Counted & { readonly state: StoredState })[], kinds: readonly AccountKind[]): StateCounts {
  const of = (state: StoredState) => sumOfKinds(stored.filter((one) => one.state === state), kinds);
  const [migrated, problem, exception] = [of('migrated'), of('problem'), of('exception')];
  return { planned: Math.max(0, total - migrated - problem - exception), migrated, problem, exception };
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
