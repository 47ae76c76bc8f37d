import type { UnitId } from '../../ids.ts';
import type { Wave, WavePart } from './timeline.ts';

/**
 * The pairs of waves of two tracks that share at least one account, each pair once, in the order of the first list.
 * Two parts share accounts when they are of the same unit and their ranks overlap; a `lastRank` of null reaches to the unit's end.
 *
 * Example: ranks 0 to 99 and ranks 50 to the end of one unit overlap; ranks 0 to 49 and 50 to the end do not.
 */
export function waveOverlaps(before: readonly Wave[], after: readonly Wave[]): readonly (readonly [Wave, Wave])[] {
  const byUnit = new Map<UnitId, { readonly wave: Wave; readonly part: WavePart }[]>();
  for (const wave of after) {
    for (const part of wave.parts) {
      const list = byUnit.get(part.unitId);
      if (list) list.push({ wave, part });
      else byUnit.set(part.unitId, [{ wave, part }]);
    }
  }
  const pairs: (readonly [Wave, Wave])[] = [];
  for (const wave of before) {
    const met = new Set<Wave>();
    for (const part of wave.parts) {
      for (const other of byUnit.get(part.unitId) ?? []) {
        if (!met.has(other.wave) && lastRankOf(part) >= other.part.firstRank && lastRankOf(other.part) >= part.firstRank) met.add(other.wave);
      }
    }
    for (const other of met) pairs.push([wave, other]);
  }
  return pairs;
}

function lastRankOf(part: WavePart): number {
  return part.lastRank ?? Number.POSITIVE_INFINITY;
}
