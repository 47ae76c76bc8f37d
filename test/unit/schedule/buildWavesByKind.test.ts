import { describe, expect, it } from 'vitest';
import type { TrackId, UnitId, WaveId } from '../../../core/domain/ids.ts';
import { accountKindsOfTrack } from '../../../core/domain/inventory/accountKinds.ts';
import type { AccountKind, Unit } from '../../../core/domain/inventory/inventory.ts';
import { buildWavesByKind } from '../../../core/domain/schedule/timeline/buildWavesByKind.ts';
import type { Track } from '../../../core/domain/schedule/timeline/timeline.ts';

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
const build = (tracks: readonly Track[], units: readonly Unit[], places: Places) =>
  buildWavesByKind({
    tracks,
    units,
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
});
