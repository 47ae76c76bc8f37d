import type { TrackId, UnitId, WaveId } from '../../ids.ts';
import type { Unit } from '../../inventory/inventory.ts';
import type { Problem } from '../../problems.ts';
import type { Track, Wave, WavePart } from './timeline.ts';

/** Share of all accounts that the pilot may hold where nobody named pilot units. */
const pilotShare = 0.02;
/** Waves that stay open side by side while units are packed: enough for little waste, few enough to keep the tree's order. */
const openWaves = 8;

type Parcel = { readonly parts: WavePart[]; count: number };

/**
 * Groups accounts into waves, track by track. Per track: pilot units first in waves of their own, then the regular units,
 * units on call last. Units are taken in the order of the tree (by path), the same on every track, so that a wave of one
 * track holds roughly the accounts of the wave with the same place on another one. A wave holds at most the accounts
 * that the track moves in one week; a unit is split only when it is larger than that. To waste little capacity a unit
 * goes into the first of the last eight open waves with room for it.
 *
 * Where no unit is marked as pilot the smallest regular units up to 2 % of the accounts become the pilot, at least one
 * unit if there are several; this is returned as a notice. `isAfterPilot` says that there was one: then no wave is a pilot.
 * A track that moves accounts at 0 a week gets no waves and an error.
 *
 * Example: units A 60, B 50, C 40 with 100 accounts a week and A as pilot give wave 1 (pilot) A 60 and wave 2 B 50 + C 40.
 */
export function buildWaves(input: {
  readonly tracks: readonly Track[];
  readonly units: readonly Unit[];
  readonly idOf: (trackId: TrackId, number: number) => WaveId;
  readonly isAfterPilot?: boolean;
}): { readonly waves: readonly Wave[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const units = input.units.filter((unit) => unit.accountCount > 0).sort(byPath);
  const { pilots, notice } = input.isAfterPilot ? noPilots : choosePilots(units);
  const moving = input.tracks.filter((track) => track.movesAccounts);
  if (notice && moving.length > 0) problems.push(notice);

  const groups = [
    units.filter((unit) => pilots.has(unit.id)),
    units.filter((unit) => !pilots.has(unit.id) && unit.role !== 'onCall'),
    units.filter((unit) => !pilots.has(unit.id) && unit.role === 'onCall'),
  ];
  const waves: Wave[] = [];
  for (const track of moving) {
    if (track.accountsPerWeek < 1 || !Number.isInteger(track.accountsPerWeek)) {
      problems.push({
        severity: 'error',
        messageKey: 'schedule.problem.trackWithoutCapacity',
        params: { track: track.name },
        subject: { kind: 'track', id: track.id },
      });
      continue;
    }
    let number = 0;
    for (const [groupIndex, group] of groups.entries()) {
      for (const parcel of pack(group, track.accountsPerWeek)) {
        number += 1;
        waves.push({ id: input.idOf(track.id, number), trackId: track.id, number, isPilot: groupIndex === 0, accountCount: parcel.count, parts: parcel.parts });
      }
    }
  }
  return { waves, problems };
}

const noPilots = { pilots: new Set<UnitId>(), notice: null };

function byPath(a: Unit, b: Unit): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function choosePilots(units: readonly Unit[]): { readonly pilots: ReadonlySet<UnitId>; readonly notice: Problem | null } {
  const named = units.filter((unit) => unit.role === 'pilot');
  if (named.length > 0) return { pilots: new Set(named.map((unit) => unit.id)), notice: null };
  if (units.length === 0) return { pilots: new Set(), notice: null };
  const candidates = units.filter((unit) => unit.role === 'regular').sort((a, b) => a.accountCount - b.accountCount || byPath(a, b));
  if (candidates.length < 2) return { pilots: new Set(), notice: { severity: 'notice', messageKey: 'schedule.problem.noPilot', params: {} } };
  const limit = Math.floor(units.reduce((sum, unit) => sum + unit.accountCount, 0) * pilotShare);
  const chosen: Unit[] = [];
  let accounts = 0;
  for (const unit of candidates) {
    if (chosen.length > 0 && accounts + unit.accountCount > limit) break;
    if (chosen.length === candidates.length - 1) break;
    chosen.push(unit);
    accounts += unit.accountCount;
  }
  return {
    pilots: new Set(chosen.map((unit) => unit.id)),
    notice: {
      severity: 'notice',
      messageKey: 'schedule.problem.pilotChosen',
      params: { units: chosen.map((unit) => unit.path).join('; '), count: chosen.length, accounts },
    },
  };
}

/** Waves in the order in which they were opened. A closed wave takes nothing any more. */
function pack(units: readonly Unit[], capacity: number): readonly Parcel[] {
  const parcels: Parcel[] = [];
  const open: Parcel[] = [];
  const put = (part: WavePart) => {
    let parcel = open.find((candidate) => candidate.count + part.accountCount <= capacity);
    if (!parcel) {
      parcel = { parts: [], count: 0 };
      parcels.push(parcel);
      open.push(parcel);
      if (open.length > openWaves) open.shift();
    }
    parcel.parts.push(part);
    parcel.count += part.accountCount;
    if (parcel.count === capacity) open.splice(open.indexOf(parcel), 1);
  };
  for (const unit of units) {
    let firstRank = 0;
    while (unit.accountCount - firstRank > capacity) {
      parcels.push({ parts: [{ unitId: unit.id, firstRank, lastRank: firstRank + capacity - 1, accountCount: capacity }], count: capacity });
      firstRank += capacity;
    }
    put({ unitId: unit.id, firstRank, lastRank: null, accountCount: unit.accountCount - firstRank });
  }
  return parcels;
}
