import { describe, expect, it } from 'vitest';
import type { UnitId, WaveId } from '../../../core/domain/ids.ts';
import { isIn, isWhole, partsByUnit, wavesThatStay } from '../../../core/domain/schedule/timeline/wavesThatStay.ts';
import type { Wave, WavePart } from '../../../core/domain/schedule/timeline/timeline.ts';
import { makeTrack } from '../../support/scheduleFixtures.ts';

const track = makeTrack({ key: 'mail', accountsPerWeek: 70 });
const part = (firstRank: number, lastRank: number | null, unit = 'u', accountCount = 10): WavePart => ({
  unitId: unit as UnitId,
  firstRank,
  lastRank,
  accountCount,
});
const wave = (number: number, ...parts: readonly WavePart[]): Wave => ({
  id: `wave ${number}` as WaveId,
  trackId: track.id,
  number,
  isPilot: false,
  accountCount: parts.reduce((sum, { accountCount }) => sum + accountCount, 0),
  parts,
});

describe('wavesThatStay', () => {
  const waves = [100, 80, 60].map((accounts, index) => wave(index + 1, part(0, null, `u${index}`, accounts)));
  const staying = (begun: string, countIn = ({ accountCount }: WavePart) => accountCount) =>
    wavesThatStay({ track, waves, hasBegun: (id) => id === begun, countIn }).map(({ number, accountCount }) => [number, accountCount]);

  it('keeps what has begun and what the track still moves in a week, and nothing where no wave has begun', () => {
    expect(staying('wave 1')).toEqual([
      [1, 100],
      [3, 60],
    ]);
    expect(staying('none')).toEqual([]);
  });

  it('counts the accounts that waves have now, and lets an empty one go', () => {
    expect(staying('wave 1', ({ unitId, accountCount }) => (unitId === 'u1' ? 70 : unitId === 'u2' ? 0 : accountCount))).toEqual([
      [1, 100],
      [2, 70],
    ]);
  });
});

describe('parts of waves', () => {
  it('are told by their unit, in the order of the waves', () => {
    const [first, second, other] = [part(0, 9), part(10, null), part(0, null, 'v')];
    expect(partsByUnit([wave(1, first), wave(2, second, other)])).toEqual(
      new Map([
        ['u', [first, second]],
        ['v', [other]],
      ]),
    );
  });

  it('take their first and their last rank, and all behind the first where there is no last', () => {
    expect([2, 3, 5, 6].map((rank) => isIn(rank, part(3, 5)))).toEqual([false, true, true, false]);
    expect(isIn(6, part(3, null))).toBe(true);
  });

  it('are whole from the first rank to the end of the unit', () => {
    expect([part(0, null), part(0, 9), part(1, null)].map(isWhole)).toEqual([true, false, false]);
  });
});
