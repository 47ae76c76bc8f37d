import type { TrackId, UnitId, WaveId } from '../../ids.ts';
import { accountKindsOfTrack } from '../../inventory/accountKinds.ts';
import type { AccountKind, Unit } from '../../inventory/inventory.ts';
import type { Problem } from '../../problems.ts';
import { buildWaves } from './buildWaves.ts';
import type { Track, Wave, WavePart } from './timeline.ts';
import { isIn, isWhole, partsByUnit, wavesThatStay } from './wavesThatStay.ts';

/**
 * Builds the waves of all tracks, each from the kinds of account that move on it: 44,000 mailboxes on mail may be 30,000
 * persons on the office suite. The pilot units are chosen once, from all accounts, so that the same people pilot every track.
 *
 * On a track of which a wave has begun the waves that stand stay (`wavesThatStay`): people have been told of them. Only
 * accounts that are in none of them get new waves, under numbers that are free.
 *
 * `ranksOf` gives the places of a unit's accounts of some kinds, ascending. It is asked only for units that are cut: a
 * part that holds the 1st to the 500th person of a unit reaches from the place of the 1st to just before that of the 501st.
 *
 * Example: places 0, 2, 4 hold persons and a track moves 2 persons a week: the parts are places 0 to 3 and 4 to the end.
 */
export function buildWavesByKind(input: {
  readonly tracks: readonly Track[];
  readonly units: readonly Unit[];
  readonly countsOf: (kinds: readonly AccountKind[]) => ReadonlyMap<UnitId, number>;
  readonly ranksOf: (unitId: UnitId, kinds: readonly AccountKind[]) => readonly number[];
  readonly idOf: (trackId: TrackId, number: number) => WaveId;
  readonly stands: readonly Wave[];
  readonly hasBegun: (waveId: WaveId) => boolean;
}): { readonly waves: readonly Wave[]; readonly problems: readonly Problem[] } {
  const moving = input.tracks.filter((track) => track.movesAccounts);
  const waves: Wave[] = [];
  const problems = new Map<string, Problem>();
  const units = withPilots(input.units);
  const counts = new Map<string, ReadonlyMap<UnitId, number>>();
  for (const track of moving) {
    const kinds = accountKindsOfTrack(track.key);
    const key = kinds.join(' ');
    const byUnit = counts.get(key) ?? input.countsOf(kinds);
    counts.set(key, byUnit);
    const ranksOf = remembered((unitId: UnitId) => input.ranksOf(unitId, kinds));
    const countIn = (part: WavePart) => (isWhole(part) ? (byUnit.get(part.unitId) ?? 0) : ranksOf(part.unitId).filter((rank) => isIn(rank, part)).length);
    const stay = wavesThatStay({ track, waves: input.stands, hasBegun: input.hasBegun, countIn });
    const taken = partsByUnit(stay);
    const leftOf = remembered((unitId: UnitId) => ranksOf(unitId).filter((rank) => !taken.get(unitId)?.some((part) => isIn(rank, part))));
    const counted = units.list.map((unit) => ({ ...unit, accountCount: taken.has(unit.id) ? leftOf(unit.id).length : (byUnit.get(unit.id) ?? 0) }));
    const built = buildWaves({ tracks: [track], units: counted, idOf: input.idOf, isAfterPilot: stay.some(({ isPilot }) => isPilot) });
    for (const problem of built.problems) problems.set(`${problem.messageKey} ${JSON.stringify(problem.params)}`, problem);
    const numbers = freeNumbers(stay);
    const placed = built.waves.map((wave): Wave => {
      const number = numbers.next().value;
      const parts = wave.parts.flatMap((part) => placePart(part, leftOf, taken.get(part.unitId) ?? []));
      return { ...wave, number, id: input.idOf(track.id, number), parts };
    });
    waves.push(...[...stay, ...placed].sort((one, other) => one.number - other.number));
  }
  return { waves, problems: [...units.problems, ...problems.values()] };
}

/** A unit that is cut into a hundred parts is asked for a hundred times. */
function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** The numbers from 1 on that no wave has. */
function* freeNumbers(waves: readonly Wave[]): Generator<number, never> {
  const used = new Set(waves.map(({ number }) => number));
  for (let number = 1; ; number += 1) if (!used.has(number)) yield number;
}

/** Lets the rule of `buildWaves` choose the pilot from all accounts, once, and marks its units. */
function withPilots(units: readonly Unit[]): { readonly list: readonly Unit[]; readonly problems: readonly Problem[] } {
  const probe: Track = {
    id: 'probe' as TrackId,
    key: 'identity',
    name: '',
    position: 0,
    movesAccounts: true,
    accountsPerWeek: Number.MAX_SAFE_INTEGER,
    trainingMinutesPerAccount: 0,
    crewMinutesPerAccount: 0,
    phases: [],
  };
  const { waves, problems } = buildWaves({ tracks: [probe], units, idOf: (_, number) => String(number) as WaveId });
  const pilots = new Set(waves.filter((wave) => wave.isPilot).flatMap((wave) => wave.parts.map((part) => part.unitId)));
  return { list: units.map((unit) => (pilots.has(unit.id) && unit.role === 'regular' ? { ...unit, role: 'pilot' } : unit)), problems };
}

/**
 * A part that counts accounts as the places on which these stand. Beside parts that stay (`taken`) it holds the accounts that
 * are left of its unit, in as many pieces as lie between those.
 */
function placePart(part: WavePart, leftOf: (unitId: UnitId) => readonly number[], taken: readonly WavePart[]): readonly WavePart[] {
  if (isWhole(part) && taken.length === 0) return [part];
  const ranks = leftOf(part.unitId);
  if (taken.length === 0) {
    const next = part.lastRank === null ? undefined : ranks[part.lastRank + 1];
    return [{ ...part, firstRank: part.firstRank === 0 ? 0 : (ranks[part.firstRank] ?? part.firstRank), lastRank: next === undefined ? null : next - 1 }];
  }
  const own = ranks.slice(part.firstRank, part.lastRank === null ? undefined : part.lastRank + 1);
  const pieces: { firstRank: number; lastRank: number; accountCount: number }[] = [];
  for (const rank of own) {
    const piece = pieces.at(-1);
    const isCut = piece === undefined || taken.some(({ firstRank }) => firstRank > piece.lastRank && firstRank < rank);
    if (isCut) pieces.push({ firstRank: rank, lastRank: rank, accountCount: 1 });
    else Object.assign(piece, { lastRank: rank, accountCount: piece.accountCount + 1 });
  }
  const last = pieces.at(-1);
  // Who comes to the unit later belongs to its last part.
  const isLast = (piece: typeof last) => piece === last && part.lastRank === null && taken.every(({ firstRank }) => firstRank < (last?.lastRank ?? 0));
  return pieces.map((piece) => ({ unitId: part.unitId, ...piece, lastRank: isLast(piece) ? null : piece.lastRank }));
}
