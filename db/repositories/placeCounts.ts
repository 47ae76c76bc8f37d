import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { AccountState } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import type { Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

export type StoredState = Exclude<AccountState, 'planned'>;
export const storedStates: readonly StoredState[] = ['migrated', 'problem', 'exception'];

type KindCounts = Readonly<Record<AccountKind, number>>;
type UnitRow = KindCounts & { readonly unitNumber: number; readonly highestRank: number };
type StateRow = { readonly state: StoredState; readonly kind: AccountKind; readonly unitNumber: number; readonly accounts: number };

const kindCounts = (['person', 'shared', 'room', 'service'] as const).map((kind) => `count(*) FILTER (WHERE kind = '${kind}') AS ${kind}`).join(', ');

export const placeCountQueries = {
  ofUnits: `SELECT unit_number AS unitNumber, max(unit_rank) AS highestRank, ${kindCounts} FROM accounts GROUP BY unit_number`,
  ofPlan: `SELECT ${kindCounts} FROM accounts`,
  ofPlace: 'SELECT count(*) FROM accounts WHERE unit_number = ? AND unit_rank BETWEEN ? AND ? AND kind IN (?, ?, ?, ?)',
  inStateOfUnits: `SELECT state, account_kind AS kind, unit_number AS unitNumber, count(*) AS accounts
    FROM account_states WHERE track_number = ? GROUP BY state, account_kind, unit_number`,
  inStateOfPlace:
    'SELECT count(*) FROM account_states WHERE unit_number = ? AND unit_rank BETWEEN ? AND ? AND account_kind IN (?, ?, ?, ?) AND track_number = ? AND state = ?',
} as const;

/** Counts accounts of some kinds in places, and on one track those in a stored state. */
export type PlaceCounter = { all(place: Place): number; inState(place: Place, state: StoredState): number };

export type PlaceCounts = {
  /** One query for each place: right for a unit or a wave. */
  few(trackNumber: number, kinds: readonly AccountKind[]): PlaceCounter;
  /** Units are counted in one pass over each index first, so that only places that cut a unit need a query. */
  many(): (trackNumber: number, kinds: readonly AccountKind[]) => PlaceCounter;
  ofPlan(): (kinds: readonly AccountKind[]) => number;
};

export function createPlaceCounts(db: ReadDb): PlaceCounts {
  const ofUnits = db.rows<UnitRow>(placeCountQueries.ofUnits);
  const ofPlan = db.rows<KindCounts>(placeCountQueries.ofPlan);
  const ofPlace = db.values<number>(placeCountQueries.ofPlace);
  const inStateOfUnits = db.rows<StateRow>(placeCountQueries.inStateOfUnits);
  const inStateOfPlace = db.values<number>(placeCountQueries.inStateOfPlace);

  function few(trackNumber: number, kinds: readonly AccountKind[]): PlaceCounter {
    const four = fourKinds(kinds);
    return {
      all: ({ unitNumber, firstRank, lastRank }) => ofPlace.get(unitNumber, firstRank, lastRank, ...four) ?? 0,
      inState: ({ unitNumber, firstRank, lastRank }, state) => inStateOfPlace.get(unitNumber, firstRank, lastRank, ...four, trackNumber, state) ?? 0,
    };
  }
  return {
    few,
    many() {
      const units = new Map(ofUnits.all().map((unit) => [unit.unitNumber, unit]));
      return (trackNumber, kinds) => {
        const cut = few(trackNumber, kinds);
        const states = new Map<string, number>();
        for (const { state, kind, unitNumber, accounts } of inStateOfUnits.all(trackNumber)) {
          if (kinds.includes(kind)) states.set(`${state} ${unitNumber}`, (states.get(`${state} ${unitNumber}`) ?? 0) + accounts);
        }
        const isWhole = ({ firstRank, lastRank }: Place, unit: UnitRow) => firstRank === 0 && unit.highestRank <= lastRank;
        return {
          all(place) {
            const unit = units.get(place.unitNumber);
            if (!unit) return 0;
            return isWhole(place, unit) ? sumOfKinds(unit, kinds) : cut.all(place);
          },
          inState(place, state) {
            const unit = units.get(place.unitNumber);
            const inUnit = states.get(`${state} ${place.unitNumber}`) ?? 0;
            if (!unit || inUnit === 0) return 0;
            return isWhole(place, unit) ? inUnit : cut.inState(place, state);
          },
        };
      };
    },
    ofPlan() {
      const counts = ofPlan.get();
      return (kinds) => (counts ? sumOfKinds(counts, kinds) : 0);
    },
  };
}

function sumOfKinds(counts: KindCounts, kinds: readonly AccountKind[]): number {
  return kinds.reduce((sum, kind) => sum + counts[kind], 0);
}
