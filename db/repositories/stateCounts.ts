import type { IsoDate } from '../../core/domain/calendar.ts';
import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { TrackId, UnitId, WaveId } from '../../core/domain/ids.ts';
import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { PlanReader, StateCounts } from '../../core/ports/planStore.ts';
import { createPlaceCounts, type PlaceCounter, type StoredState } from './placeCounts.ts';
import { endOfUnit, type Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

type Read = Pick<PlanReader, 'waveStates' | 'trackStates' | 'unitStates' | 'migratedByDay' | 'problemReasons'>;
type TrackRow = { readonly number: number; readonly id: TrackId; readonly key: Track['key']; readonly movesAccounts: number };
/** Counts come by kind of account; which kinds count on a track is a rule of the domain, not of SQL. */
type Counted = { readonly track: number; readonly kind: AccountKind; readonly accounts: number };

type Sum<Name> = { readonly trackId: TrackId; readonly name: Name; readonly accounts: number };

const byName = (one: Sum<string>, other: Sum<string>) => (one.name < other.name ? -1 : 1);
const byAccounts = (one: Sum<string>, other: Sum<string>) => other.accounts - one.accounts || byName(one, other);

export const stateCountQueries = {
  ofTracks: 'SELECT track_number AS track, state, account_kind AS kind, count(*) AS accounts FROM account_states GROUP BY track_number, state, account_kind',
  partsOfWaves: `SELECT part.wave_id AS waveId, wave.track_number AS track, part.unit_number AS unitNumber, part.first_rank AS firstRank,
    coalesce(part.last_rank, ${endOfUnit}) AS lastRank FROM wave_parts AS part JOIN waves AS wave ON wave.id = part.wave_id`,
  migratedByDay: `SELECT track_number AS track, changed_on AS "on", account_kind AS kind, count(*) AS accounts
    FROM account_states WHERE state = 'migrated' GROUP BY track_number, changed_on, account_kind`,
  problemReasons: `SELECT track_number AS track, reason, account_kind AS kind, count(*) AS accounts
    FROM account_states WHERE state = 'problem' GROUP BY track_number, reason, account_kind`,
} as const;

export function stateCountReads(db: ReadDb): Read {
  const placeCounts = createPlaceCounts(db);
  const selectTracks = db.rows<TrackRow>('SELECT number, id, key, moves_accounts AS movesAccounts FROM tracks ORDER BY position, number');
  const waves = db.values<WaveId>('SELECT id FROM waves ORDER BY track_number, number');
  const units = db.rows<{ id: UnitId; unitNumber: number }>('SELECT id, number AS unitNumber FROM units ORDER BY path, number');
  const ofTracks = db.rows<Counted & { state: StoredState }>(stateCountQueries.ofTracks);
  const partsOfWaves = db.rows<Place & { waveId: WaveId; track: number }>(stateCountQueries.partsOfWaves);
  const migratedByDay = db.rows<Counted & { on: IsoDate }>(stateCountQueries.migratedByDay);
  const problemReasons = db.rows<Counted & { reason: string }>(stateCountQueries.problemReasons);

  /** Adds the kinds up that move on each row's track; rows of the same track and name become one. Tracks in their order. */
  function addUp<Name extends string>(
    rows: readonly (Counted & { readonly name: Name })[],
    order: (one: Sum<Name>, other: Sum<Name>) => number = byName,
  ): readonly Sum<Name>[] {
    return selectTracks.all().flatMap(({ number, id, key }) => {
      const kinds = accountKindsOfTrack(key);
      const sums = new Map<Name, number>();
      for (const { track, kind, name, accounts } of rows) {
        if (track === number && kinds.includes(kind)) sums.set(name, (sums.get(name) ?? 0) + accounts);
      }
      return [...sums].map(([name, accounts]) => ({ trackId: id, name, accounts })).toSorted(order);
    });
  }

  return {
    trackStates() {
      const stored = addUp(ofTracks.all().map(({ state, ...row }) => ({ ...row, name: state })));
      const total = placeCounts.ofPlan();
      return new Map(
        selectTracks.all().map(({ id, key, movesAccounts }) => {
          const of = (state: StoredState) => stored.find(({ trackId, name }) => trackId === id && name === state)?.accounts ?? 0;
          return [id, withPlanned(movesAccounts === 1 ? total(accountKindsOfTrack(key)) : 0, of('migrated'), of('problem'), of('exception'))];
        }),
      );
    },
    unitStates(trackId) {
      const track = selectTracks.all().find(({ id }) => id === trackId);
      if (track?.movesAccounts !== 1) return new Map();
      const counter = placeCounts.many()(track.number, accountKindsOfTrack(track.key));
      const counts = new Map<UnitId, StateCounts>();
      for (const { id, unitNumber } of units.all()) {
        const place = { unitNumber, firstRank: 0, lastRank: endOfUnit };
        const total = counter.all(place);
        if (total > 0)
          counts.set(id, withPlanned(total, counter.inState(place, 'migrated'), counter.inState(place, 'problem'), counter.inState(place, 'exception')));
      }
      return counts;
    },
    waveStates() {
      const counterOf = placeCounts.many();
      const keys = new Map(selectTracks.all().map(({ number, key }) => [number, key]));
      const counters = new Map<number, PlaceCounter>();
      const counts = new Map<WaveId, StateCounts>(waves.all().map((id) => [id, withPlanned(0, 0, 0, 0)]));
      for (const { waveId, track, ...place } of partsOfWaves.all()) {
        const key = keys.get(track);
        const counter = counters.get(track) ?? counterOf(track, key === undefined ? [] : accountKindsOfTrack(key));
        counters.set(track, counter);
        const earlier = counts.get(waveId) ?? withPlanned(0, 0, 0, 0);
        const inPlace = withPlanned(
          counter.all(place),
          counter.inState(place, 'migrated'),
          counter.inState(place, 'problem'),
          counter.inState(place, 'exception'),
        );
        counts.set(waveId, {
          planned: earlier.planned + inPlace.planned,
          migrated: earlier.migrated + inPlace.migrated,
          problem: earlier.problem + inPlace.problem,
          exception: earlier.exception + inPlace.exception,
        });
      }
      return counts;
    },
    migratedByDay: () =>
      addUp(migratedByDay.all().map(({ on, ...row }) => ({ ...row, name: on }))).map(({ trackId, name, accounts }) => ({ trackId, on: name, accounts })),
    problemReasons: () =>
      addUp(
        problemReasons.all().map(({ reason, ...row }) => ({ ...row, name: reason })),
        byAccounts,
      ).map(({ trackId, name, accounts }) => ({ trackId, reason: name, accounts })),
  };
}

/** Accounts without a stored state are planned. */
function withPlanned(total: number, migrated: number, problem: number, exception: number): StateCounts {
  return { planned: Math.max(0, total - migrated - problem - exception), migrated, problem, exception };
}
