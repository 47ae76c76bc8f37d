import type { TrackId, UnitId, WaveId } from '../../ids.ts';
import { accountKindsOfTrack } from '../../inventory/accountKinds.ts';
import type { AccountKind, Unit } from '../../inventory/inventory.ts';
import type { Problem } from '../../problems.ts';
import { buildWaves } from './buildWaves.ts';
import type { Track, Wave } from './timeline.ts';

/**
 * Builds the waves of all tracks, each from the kinds of account that move on it: 44,000 mailboxes on mail may be 30,000
 * persons on the office suite. The pilot units are chosen once, from all accounts, so that the same people pilot every track.
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
    const counted = units.list.map((unit) => ({ ...unit, accountCount: byUnit.get(unit.id) ?? 0 }));
    const built = buildWaves({ tracks: [track], units: counted, idOf: input.idOf });
    for (const problem of built.problems) problems.set(`${problem.messageKey} ${JSON.stringify(problem.params)}`, problem);
    for (const wave of built.waves) waves.push(placeParts(wave, (unitId) => input.ranksOf(unitId, kinds)));
  }
  return { waves, problems: [...units.problems, ...problems.values()] };
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

function placeParts(wave: Wave, ranksOf: (unitId: UnitId) => readonly number[]): Wave {
  if (wave.parts.every((part) => part.firstRank === 0 && part.lastRank === null)) return wave;
  const parts = wave.parts.map((part) => {
    if (part.firstRank === 0 && part.lastRank === null) return part;
    const ranks = ranksOf(part.unitId);
    const next = part.lastRank === null ? undefined : ranks[part.lastRank + 1];
    return { ...part, firstRank: part.firstRank === 0 ? 0 : (ranks[part.firstRank] ?? part.firstRank), lastRank: next === undefined ? null : next - 1 };
  });
  return { ...wave, parts };
}
