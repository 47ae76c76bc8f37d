import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrackId, UnitId, WaveId } from '../../../core/domain/ids.ts';
import { accountKindsOfTrack } from '../../../core/domain/inventory/accountKinds.ts';
import type { AccountKind, Unit } from '../../../core/domain/inventory/inventory.ts';
import { buildWavesByKind } from '../../../core/domain/schedule/timeline/buildWavesByKind.ts';
import type { Track, Wave } from '../../../core/domain/schedule/timeline/timeline.ts';

const track = (key: Track['key'], accountsPerWeek: number): Track => ({
  id: key as unknown as TrackId,
  key,
  name: key,
  position: 0,
  movesAccounts: true,
  accountsPerWeek,
  trainingMinutesPerAccount: 0,
  crewMinutesPerAccount: 0,
  phases: [],
});
const unit = (id: string, accountCount: number, role: Unit['role'] = 'regular'): Unit => ({
  id: id as UnitId,
  parentId: null,
  name: id,
  path: id,
  role,
  accountCount,
});

/** Accounts of a unit by kind, in the order of their places. */
type Places = Record<string, readonly AccountKind[]>;
const build = (tracks: readonly Track[], units: readonly Unit[], places: Places, stands: readonly Wave[] = [], begun: readonly string[] = []) =>
  buildWavesByKind({
    tracks,
    units,
    stands,
    hasBegun: (waveId) => begun.includes(waveId),
    countsOf: (kinds) => new Map(Object.entries(places).map(([id, list]) => [id as UnitId, list.filter((kind) => kinds.includes(kind)).length])),
    ranksOf: (unitId, kinds) => (places[unitId] ?? []).flatMap((kind, rank) => (kinds.includes(kind) ? [rank] : [])),
    idOf: (trackId, number) => `${trackId}:${number}` as WaveId,
  }).waves;

describe('accountKindsOfTrack', () => {
  it('moves persons on the office suite, mailboxes on mail and every account in the directory', () => {
    expect(accountKindsOfTrack('office')).toEqual(['person']);
    expect(accountKindsOfTrack('mail')).toEqual(['person', 'shared', 'room']);
    expect(accountKindsOfTrack('identity')).toContain('service');
  });
});

describe('buildWavesByKind', () => {
  const places: Places = { A: ['person', 'room'], B: ['person', 'shared', 'person', 'room', 'person'] };

  it('counts on each track only the accounts that move there', () => {
    const waves = build([track('mail', 100), track('office', 100)], [unit('A', 2, 'pilot'), unit('B', 5)], places);
    expect(waves.map((wave) => [wave.id, wave.accountCount, wave.isPilot])).toEqual([
      ['mail:1', 2, true],
      ['mail:2', 5, false],
      ['office:1', 1, true],
      ['office:2', 3, false],
    ]);
  });

  it('cuts a unit at the places of the accounts that move, so that no account is in two parts', () => {
    //  place   0       1       2       3     4
    //  B       person  shared  person  room  person     2 persons a week: 0 to 3, 4 to the end
    const waves = build([track('office', 2)], [unit('A', 2, 'pilot'), unit('B', 5)], places);
    expect(waves.filter((wave) => !wave.isPilot).map((wave) => wave.parts)).toEqual([
      [{ unitId: 'B', firstRank: 0, lastRank: 3, accountCount: 2 }],
      [{ unitId: 'B', firstRank: 4, lastRank: null, accountCount: 1 }],
    ]);
  });

  it('lets the same units pilot every track, whatever the tracks count', () => {
    const many: Places = { A: ['room', 'room', 'person'], B: ['person', 'person', 'person', 'person'], C: ['person', 'person', 'person', 'person', 'person'] };
    const waves = build([track('mail', 100), track('office', 100)], [unit('A', 3), unit('B', 4), unit('C', 5)], many);
    expect(waves.filter((wave) => wave.isPilot).map((wave) => [wave.id, wave.parts[0]?.unitId])).toEqual([
      ['mail:1', 'A'],
      ['office:1', 'A'],
    ]);
  });

  const partsOf = (waves: readonly Wave[]) =>
    waves.map(({ number, parts }) => [
      number,
      ...parts.map(({ unitId, firstRank, lastRank, accountCount }) => `${unitId} ${firstRank}–${lastRank ?? ''}: ${accountCount}`),
    ]);

  it('keeps the waves of a track that has begun, and packs only what is in none of them, under free numbers', () => {
    const people = (count: number): readonly AccountKind[] => Array.from({ length: count }, () => 'person');
    const units = [unit('A', 1, 'pilot'), unit('B', 4), unit('C', 2)];
    const before = { A: people(1), B: people(4), C: people(2) };
    const stands = build([track('office', 2)], units, before);
    expect(partsOf(stands)).toEqual([
      [1, 'A 0–: 1'],
      [2, 'B 0–1: 2'],
      [3, 'B 2–: 2'],
      [4, 'C 0–: 2'],
    ]);
    expect(partsOf(build([track('office', 2)], units, before, stands, ['office:1']))).toEqual(partsOf(stands));
    // Faster or slower, what people were told stays where it can; a unit that came later gets a wave of its own, which is no pilot.
    const now = { ...before, D: people(1) };
    const faster = build([track('office', 9)], [...units, unit('D', 1)], now, stands, ['office:2']);
    expect(partsOf(faster)).toEqual([...partsOf(stands), [5, 'D 0–: 1']]);
    expect(faster.map(({ isPilot }) => isPilot)).toEqual([true, false, false, false, false]);
    const slower = build([track('office', 1)], units, before, stands, ['office:3']);
    expect(partsOf(slower)).toEqual([
      [1, 'A 0–: 1'],
      [2, 'B 0–0: 1'],
      [3, 'B 2–: 2'],
      [4, 'B 1–1: 1'],
      [5, 'C 0–0: 1'],
      [6, 'C 1–: 1'],
    ]);
    expect(build([track('office', 9)], units, before, stands)).toHaveLength(2);
  });

  it('cuts around what stays, counts who has come or gone, and drops a wave that nobody is left in', () => {
    const places: Places = { A: ['person', 'room', 'person', 'person', 'person', 'person'], B: [] };
    const part = (unitId: string, firstRank: number, lastRank: number | null) => ({ unitId: unitId as UnitId, firstRank, lastRank, accountCount: 9 });
    const wave = (number: number, parts: Wave['parts']): Wave => ({
      id: `office:${number}` as WaveId,
      trackId: 'office' as unknown as TrackId,
      number,
      isPilot: false,
      accountCount: 9,
      parts,
    });
    const stands = [wave(1, [part('A', 2, 3)]), wave(2, [part('B', 0, null)])];
    expect(partsOf(build([track('office', 3)], [unit('A', 6, 'pilot'), unit('B', 0)], places, stands, ['office:1']))).toEqual([
      [1, 'A 2–3: 2'],
      [2, 'A 0–0: 1', 'A 4–: 2'],
    ]);
  });

  it('puts every account into exactly one wave, whatever stays', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const drawn = fc.record({
      sizes: fc.array(count, { minLength: 1, maxLength: 6 }),
      later: fc.array(count, { minLength: 6, maxLength: 6 }),
      rate: fc.integer({ min: 1, max: 8 }),
      next: fc.integer({ min: 1, max: 8 }),
      begun: fc.array(fc.nat(12), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(drawn, ({ sizes, later, rate, next, begun }) => {
        const kindAt = (rank: number): AccountKind => (rank % 3 === 1 ? 'room' : 'person');
        const placesOf = (more: readonly number[]): Places =>
          Object.fromEntries(sizes.map((size, index) => [`u${index}`, Array.from({ length: size + (more[index] ?? 0) }, (_, rank) => kindAt(rank))]));
        const unitsOf = (places: Places) => Object.entries(places).map(([id, list]) => unit(id, list.length));
        const [before, after] = [placesOf([]), placesOf(later)];
        const stands = build([track('office', rate)], unitsOf(before), before);
        const begunIds = stands.filter((_, index) => begun.includes(index)).map(({ id }) => id);
        const waves = build([track('office', next)], unitsOf(after), after, stands, begunIds);
        expect(new Set(waves.map(({ id }) => id)).size).toBe(waves.length);
        for (const { parts, accountCount } of waves) expect(parts.reduce((sum, part) => sum + part.accountCount, 0)).toBe(accountCount);
        for (const [unitId, list] of Object.entries(after)) {
          const parts = waves.flatMap((wave) => wave.parts).filter((part) => part.unitId === unitId);
          const holders = list.map((kind, rank) =>
            kind === 'person' ? parts.filter(({ firstRank, lastRank }) => rank >= firstRank && (lastRank === null || rank <= lastRank)).length : 1,
          );
          expect(
            holders.every((number) => number === 1),
            `${unitId}: ${holders}`,
          ).toBe(true);
          expect(parts.reduce((sum, part) => sum + part.accountCount, 0)).toBe(list.filter((kind) => kind === 'person').length);
        }
        for (const id of begunIds) expect(partsOf(waves.filter((wave) => wave.id === id)).length).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
