import type { UnitId, WaveId } from '../../ids.ts';
import type { Track, Wave, WavePart } from './timeline.ts';

/**
 * The waves of a track that stay as they are when its plan is built anew: none where no wave has begun. Otherwise those that
 * have, and of the others all that the track can still move in one week, with as many accounts as they have now (`countIn`);
 * waves that nobody is left in go.
 *
 * Example: of waves of 100, 80 and 60 accounts the first has begun, and the track now moves 70 a week: the first and the
 * last one stay, and the accounts of the second get new waves.
 */
export function wavesThatStay(input: {
  readonly track: Track;
  readonly waves: readonly Wave[];
  readonly hasBegun: (waveId: WaveId) => boolean;
  readonly countIn: (part: WavePart) => number;
}): readonly Wave[] {
  const own = input.waves.filter(({ trackId }) => trackId === input.track.id);
  if (!own.some(({ id }) => input.hasBegun(id))) return [];
  const counted = own.map((wave): Wave => {
    const parts = wave.parts.map((part) => ({ ...part, accountCount: input.countIn(part) }));
    return { ...wave, parts, accountCount: parts.reduce((sum, { accountCount }) => sum + accountCount, 0) };
  });
  return counted.filter(({ id, accountCount }) => input.hasBegun(id) || (accountCount > 0 && accountCount <= input.track.accountsPerWeek));
}

/**
 * What waves take of each unit, in the order of the waves.
 *
 * Example: of a unit wave 1 takes the accounts of ranks 0 to 9 and wave 2 those from rank 10 on: the unit has these two parts.
 */
export function partsByUnit(waves: readonly Wave[]): ReadonlyMap<UnitId, readonly WavePart[]> {
  const parts = new Map<UnitId, WavePart[]>();
  for (const part of waves.flatMap((wave) => wave.parts)) {
    const list = parts.get(part.unitId);
    if (list) list.push(part);
    else parts.set(part.unitId, [part]);
  }
  return parts;
}

/**
 * Whether a part takes the account of a rank; its first and last rank are included.
 *
 * Example: the part of ranks 3 to 5 takes 3 and 5, not 2 or 6; the part from 3 on takes 6 too.
 */
export function isIn(rank: number, { firstRank, lastRank }: WavePart): boolean {
  return rank >= firstRank && (lastRank === null || rank <= lastRank);
}

/**
 * Whether a part takes all of its unit, accounts that arrive later included.
 *
 * Example: the part from rank 0 on does; that of ranks 0 to 9 does not, even of a unit that has 10 accounts today.
 */
export function isWhole({ firstRank, lastRank }: WavePart): boolean {
  return firstRank === 0 && lastRank === null;
}
