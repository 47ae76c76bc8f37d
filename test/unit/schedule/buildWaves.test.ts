import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaveId } from '../../../core/domain/ids.ts';
import type { Unit } from '../../../core/domain/inventory/inventory.ts';
import { buildWaves } from '../../../core/domain/schedule/timeline/buildWaves.ts';
import type { Track, Wave } from '../../../core/domain/schedule/timeline/timeline.ts';
import { waveOverlaps } from '../../../core/domain/schedule/timeline/waveOverlaps.ts';
import { makeTrack, makeUnit, makeUnits } from '../../support/scheduleFixtures.ts';

const wavesFor = (units: readonly Unit[], tracks: readonly Track[] = [makeTrack({ key: 'mail' })]) =>
  buildWaves({ tracks, units, idOf: (track, number) => `${track}:${number}` as WaveId });
const shape = (waves: readonly Wave[]) =>
  waves.map((wave) => `${wave.isPilot ? 'pilot ' : ''}${wave.parts.map((part) => `${part.unitId} ${part.accountCount}`).join(' + ')}`);

describe('buildWaves', () => {
  it('puts the pilot first in a wave of its own and fills waves up to a week', () => {
    expect(shape(wavesFor([makeUnit('A', 60, 'pilot'), makeUnit('B', 50), makeUnit('C', 40)]).waves)).toEqual(['pilot A 60', 'B 50 + C 40']);
  });

  it('moves units on call last and never mixes them with others', () => {
    const { waves } = wavesFor([makeUnit('A', 10, 'onCall'), makeUnit('B', 50), makeUnit('C', 20, 'pilot')]);
    expect(shape(waves)).toEqual(['pilot C 20', 'B 50', 'A 10']);
  });

  it('goes back to an open wave with room rather than wasting a week', () => {
    const { waves } = wavesFor([makeUnit('A', 1, 'pilot'), makeUnit('B', 70), makeUnit('C', 60), makeUnit('D', 30), makeUnit('E', 40)]);
    expect(shape(waves)).toEqual(['pilot A 1', 'B 70 + D 30', 'C 60 + E 40']);
  });

  it('splits only a unit that is larger than a week; its last part goes on to the end', () => {
    const { waves } = wavesFor([makeUnit('A', 1, 'pilot'), makeUnit('B', 250), makeUnit('C', 100)]);
    expect(waves.slice(1).map((wave) => wave.parts)).toEqual([
      [{ unitId: 'B', firstRank: 0, lastRank: 99, accountCount: 100 }],
      [{ unitId: 'B', firstRank: 100, lastRank: 199, accountCount: 100 }],
      [{ unitId: 'B', firstRank: 200, lastRank: null, accountCount: 50 }],
      [{ unitId: 'C', firstRank: 0, lastRank: null, accountCount: 100 }],
    ]);
  });

  it('chooses the smallest regular units up to 2 % where no pilot is named, and says so', () => {
    const { waves, problems } = wavesFor([makeUnit('A', 500), makeUnit('B', 12), makeUnit('C', 5), makeUnit('D', 483), makeUnit('E', 3, 'onCall')]);
    expect(shape(waves)[0]).toBe('pilot B 12 + C 5');
    expect(problems).toEqual([{ severity: 'notice', messageKey: 'schedule.problem.pilotChosen', params: { units: 'C; B', count: 2, accounts: 17 } }]);
  });

  it('has no pilot where everybody is in one unit, and says so', () => {
    const { waves, problems } = wavesFor([makeUnit('A', 150)]);
    expect(waves.some((wave) => wave.isPilot)).toBe(false);
    expect(problems.map((problem) => problem.messageKey)).toEqual(['schedule.problem.noPilot']);
  });

  it('reports a track that moves accounts at 0 a week instead of looping', () => {
    const { waves, problems } = wavesFor([makeUnit('A', 5, 'pilot')], [makeTrack({ key: 'mail', accountsPerWeek: 0 })]);
    expect(waves).toEqual([]);
    expect(problems.map((problem) => problem.messageKey)).toEqual(['schedule.problem.trackWithoutCapacity']);
  });

  it('wastes little: 44,000 accounts in 400 units fill more than 90 % of the weeks', () => {
    for (const accountsPerWeek of [280, 340, 1690]) {
      const { waves } = wavesFor(makeUnits(44_000, 400, 7), [makeTrack({ key: 'mail', accountsPerWeek })]);
      expect(44_000 / (waves.length * accountsPerWeek)).toBeGreaterThan(0.9);
    }
  });

  it('holds its rules for any administration', () => {
    const unit = fc.record({ accountCount: fc.integer({ min: 0, max: 700 }), role: fc.constantFrom('regular', 'regular', 'regular', 'pilot', 'onCall') });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 300 }), (drawn, accountsPerWeek) => {
        const units = drawn.map((fields, index) => makeUnit(`u${String(index).padStart(2, '0')}`, fields.accountCount, fields.role as Unit['role']));
        const { waves } = wavesFor(units, [makeTrack({ key: 'mail', accountsPerWeek })]);
        const roleOf = new Map(units.map((each) => [each.id, each.role]));
        for (const each of units) {
          const ranks: number[] = [];
          const parts = waves.flatMap((wave) => wave.parts).filter((part) => part.unitId === each.id);
          for (const part of parts) for (let rank = part.firstRank; rank <= (part.lastRank ?? each.accountCount - 1); rank += 1) ranks.push(rank);
          expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: each.accountCount }, (_, rank) => rank));
          if (each.accountCount <= accountsPerWeek) expect(parts.length).toBeLessThanOrEqual(1);
        }
        for (const wave of waves) {
          expect(wave.accountCount).toBe(wave.parts.reduce((sum, part) => sum + part.accountCount, 0));
          expect(wave.accountCount).toBeGreaterThan(0);
          expect(wave.accountCount).toBeLessThanOrEqual(accountsPerWeek);
        }
        const stage = (wave: Wave) => (wave.isPilot ? 0 : wave.parts.some((part) => roleOf.get(part.unitId) === 'onCall') ? 2 : 1);
        const stages = waves.map(stage);
        expect(stages).toEqual([...stages].sort());
        expect(waves.map((wave) => wave.number)).toEqual(waves.map((_, index) => index + 1));
        for (const wave of waves) if (stage(wave) === 2) expect(wave.parts.every((part) => roleOf.get(part.unitId) === 'onCall')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('waveOverlaps', () => {
  it('pairs waves that share accounts, by unit and rank', () => {
    const units = [makeUnit('A', 1, 'pilot'), makeUnit('B', 250)];
    const slow = wavesFor(units, [makeTrack({ key: 'mail', accountsPerWeek: 100 })]).waves;
    const fast = wavesFor(units, [makeTrack({ key: 'files', accountsPerWeek: 150 })]).waves;
    // B:  0........99 100.....199 200...   mail 2, 3, 4
    //     0.............149 150.........   files 2, 3
    expect(waveOverlaps(slow, fast).map(([from, to]) => `${from.number}-${to.number}`)).toEqual(['1-1', '2-2', '3-2', '3-3', '4-3']);
  });
});
