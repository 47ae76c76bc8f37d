import type { UnitId, WaveId } from '../../core/domain/ids.ts';
import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { ReadDb } from './readDb.ts';

/** Accounts of one unit whose rank lies in a range, both ends included. Units, waves and their overlaps are lists of these. */
export type Place = { readonly unitNumber: number; readonly firstRank: number; readonly lastRank: number };

export type PlaceFilter = { readonly unitId?: UnitId | undefined; readonly waveId?: WaveId | undefined };

/** Higher than any rank: the end of a wave's part that goes on to the unit's end. */
export const endOfUnit = 2 ** 31 - 1;

export type Places = {
  /** The whole plan, a unit with its sub-units, a wave, or what is in both; in the order in which lists show them. */
  of(filter: PlaceFilter): readonly Place[];
  unit(unitId: UnitId, withSubUnits: boolean): readonly Place[];
  /** Kinds that move with the wave; a wave that is not there moves none. */
  kindsOfWave(waveId: WaveId): readonly AccountKind[];
};

export function createPlaces(db: ReadDb): Places {
  const allUnits = db.values<number>('SELECT number FROM units ORDER BY sort_key(path), path, number');
  const oneUnit = db.values<number>('SELECT number FROM units WHERE id = ?');
  const withSubUnits = db.values<number>(`
    WITH RECURSIVE inside (number) AS (
      SELECT number FROM units WHERE id = ?
      UNION
      SELECT child.number FROM inside JOIN units AS child ON child.parent_number = inside.number
    )
    SELECT unit.number FROM inside CROSS JOIN units AS unit ON unit.number = inside.number ORDER BY sort_key(unit.path), unit.path, unit.number`);
  const waveParts = db.rows<Place>(`
    SELECT part.unit_number AS unitNumber, part.first_rank AS firstRank, coalesce(part.last_rank, ${endOfUnit}) AS lastRank
    FROM wave_parts AS part CROSS JOIN units AS unit ON unit.number = part.unit_number WHERE part.wave_id = ?
    ORDER BY sort_key(unit.path), unit.path, part.position`);

  const trackOfWave = db.values<Track['key']>('SELECT track.key FROM waves AS wave JOIN tracks AS track ON track.number = wave.track_number WHERE wave.id = ?');

  const whole = (unitNumber: number): Place => ({ unitNumber, firstRank: 0, lastRank: endOfUnit });
  return {
    kindsOfWave(waveId) {
      const track = trackOfWave.get(waveId);
      return track === undefined ? [] : accountKindsOfTrack(track);
    },
    unit: (unitId, subUnits) => (subUnits ? withSubUnits : oneUnit).all(unitId).map(whole),
    of({ unitId, waveId }) {
      if (waveId === undefined) return (unitId === undefined ? allUnits.all() : withSubUnits.all(unitId)).map(whole);
      const parts = waveParts.all(waveId);
      if (unitId === undefined) return parts;
      const units = new Set(withSubUnits.all(unitId));
      return parts.filter((part) => units.has(part.unitNumber));
    },
  };
}

/**
 * One page of a list that runs through places: `count` says how many rows a place has, `fetch` reads some of them.
 * Only the places that the page touches are read.
 */
export function pageOfPlaces<Row>(
  places: readonly Place[],
  page: { readonly offset: number; readonly limit: number },
  count: (place: Place) => number,
  fetch: (place: Place, limit: number, offset: number) => readonly Row[],
): { readonly total: number; readonly rows: readonly Row[] } {
  const rows: Row[] = [];
  let total = 0;
  for (const place of places) {
    const inPlace = count(place);
    const skip = Math.max(0, page.offset - total);
    const wanted = page.limit - rows.length;
    if (wanted > 0 && skip < inPlace) rows.push(...fetch(place, wanted, skip));
    total += inPlace;
  }
  return { total, rows };
}
