import { describe, expect, it } from 'vitest';
import type { WaveId } from '../../../core/domain/ids.ts';
import type { Unit } from '../../../core/domain/inventory/inventory.ts';
import { buildTasks, waveWorkingDays } from '../../../core/domain/schedule/timeline/buildTasks.ts';
import { buildWaves } from '../../../core/domain/schedule/timeline/buildWaves.ts';
import type { GateTemplate, PrecedenceTemplate } from '../../../core/domain/schedule/timeline/planTemplate.ts';
import type { Track } from '../../../core/domain/schedule/timeline/timeline.ts';
import { makeTrack, makeUnit, taskId } from '../../support/scheduleFixtures.ts';

const text = (en: string) => ({ de: en, en, fr: en });
const claim = <Value>(value: Value) => ({ value, source: 'editors' as never, date: '2026-11-21', confidence: 'unverified' as const });
const precedence = (
  before: PrecedenceTemplate['before'],
  after: PrecedenceTemplate['after'],
  level: PrecedenceTemplate['level'],
  lagWorkingDays = 0,
): PrecedenceTemplate => ({
  before,
  after,
  level,
  lagWorkingDays,
  reason: claim(text('because')),
});
const gate = (track: Track['key'], after: GateTemplate['after'], name: string): GateTemplate => ({
  track,
  after,
  name: text(name),
  evidence: [text('proof')],
  reason: claim(text('because')),
});

function build(tracks: readonly Track[], units: readonly Unit[], precedences: readonly PrecedenceTemplate[] = [], gates: readonly GateTemplate[] = []) {
  const { waves } = buildWaves({ tracks, units, idOf: (track, number) => `${track}:${number}` as WaveId });
  const { tasks, links } = buildTasks({
    tracks,
    waves,
    units,
    precedences,
    gates,
    names: { phase: (track, phase) => `${track.key} ${phase}`, wave: (track, wave) => `${track.key} wave ${wave.number}`, gate: (each) => each.name.en },
    idOf: taskId,
  });
  return {
    tasks,
    arrows: links.map(
      (link) => `${link.from} > ${link.to}${link.lagWorkingDays ? ` +${link.lagWorkingDays}` : ''} ${link.reasonKey.replace('schedule.link.', '')}`,
    ),
  };
}

const units = [makeUnit('A', 10, 'pilot'), makeUnit('B', 100), makeUnit('C', 100), makeUnit('D', 5, 'onCall')];

describe('buildTasks', () => {
  it('takes whole working days: 1,000 accounts at 500 a week are 10', () => {
    expect(waveWorkingDays(1000, 500)).toBe(10);
    expect(waveWorkingDays(1690, 1690)).toBe(5);
    expect(waveWorkingDays(339, 1690)).toBe(2);
    expect(waveWorkingDays(1, 1690)).toBe(1);
  });

  it('chains a track: prepare, pilot waves, pilot, gates, regular waves, waves on call, parallel run, switch off', () => {
    const track = makeTrack({
      key: 'mail',
      phases: [
        { kind: 'prepare', workingDays: 3 },
        { kind: 'pilot', workingDays: 4 },
        { kind: 'parallelRun', workingDays: 5 },
        { kind: 'switchOff', workingDays: 0 },
      ],
    });
    const { tasks, arrows } = build([track], units, [], [gate('mail', 'pilot', 'Load test'), gate('mail', 'pilot', 'Staff council')]);
    expect(tasks.map((task) => [task.id, task.kind, task.phase, task.workingDays, task.accountCount])).toEqual([
      ['mail:phase:prepare', 'phase', 'prepare', 3, 0],
      ['mail:wave:1', 'wave', 'pilot', 1, 10],
      ['mail:phase:pilot', 'phase', 'pilot', 4, 0],
      ['mail:gate:pilot:1', 'gate', 'pilot', 0, 0],
      ['mail:gate:pilot:2', 'gate', 'pilot', 0, 0],
      ['mail:wave:2', 'wave', 'rollOut', 5, 100],
      ['mail:wave:3', 'wave', 'rollOut', 5, 100],
      ['mail:wave:4', 'wave', 'rollOut', 1, 5],
      ['mail:phase:parallelRun', 'phase', 'parallelRun', 5, 0],
    ]);
    expect(arrows).toEqual([
      'mail:phase:prepare > mail:wave:1 phaseOrder',
      'mail:wave:1 > mail:phase:pilot allWavesDone',
      'mail:phase:pilot > mail:gate:pilot:1 gateEvidence',
      'mail:phase:pilot > mail:gate:pilot:2 gateEvidence',
      'mail:gate:pilot:1 > mail:wave:2 gatePassed',
      'mail:gate:pilot:2 > mail:wave:2 gatePassed',
      'mail:gate:pilot:1 > mail:wave:3 gatePassed',
      'mail:gate:pilot:2 > mail:wave:3 gatePassed',
      'mail:wave:2 > mail:wave:4 onCallLast',
      'mail:wave:3 > mail:wave:4 onCallLast',
      'mail:wave:4 > mail:phase:parallelRun allWavesDone',
    ]);
  });

  it('links waves of two tracks that share accounts, and only those', () => {
    const tracks = [makeTrack({ key: 'mail' }), makeTrack({ key: 'files', position: 1, accountsPerWeek: 210 })];
    const { arrows } = build(tracks, units, [precedence({ track: 'mail', phase: 'rollOut' }, { track: 'files', phase: 'rollOut' }, 'accounts', 10)]);
    expect(arrows.filter((arrow) => arrow.includes('sameAccounts'))).toEqual([
      'mail:wave:1 > files:wave:1 +10 sameAccounts',
      'mail:wave:2 > files:wave:2 +10 sameAccounts',
      'mail:wave:3 > files:wave:2 +10 sameAccounts',
      'mail:wave:4 > files:wave:3 +10 sameAccounts',
    ]);
  });

  it('falls back from accounts to phases where a track has no waves', () => {
    const identity = makeTrack({
      key: 'identity',
      movesAccounts: false,
      accountsPerWeek: 0,
      phases: [
        { kind: 'rollOut', workingDays: 20 },
        { kind: 'switchOff', workingDays: 5 },
      ],
    });
    const { arrows } = build([identity, makeTrack({ key: 'mail', position: 1 })], units, [
      precedence({ track: 'identity', phase: 'rollOut' }, { track: 'mail', phase: 'rollOut' }, 'accounts'),
    ]);
    expect(arrows.filter((arrow) => arrow.endsWith(' precedence'))).toEqual([
      'identity:phase:rollOut > mail:wave:2 precedence',
      'identity:phase:rollOut > mail:wave:3 precedence',
    ]);
  });

  it('hands a precedence on where a track lacks the phase, and leaves out tracks that the plan lacks', () => {
    const identity = makeTrack({ key: 'identity', movesAccounts: false, accountsPerWeek: 0, phases: [{ kind: 'assess', workingDays: 20 }] });
    const mail = makeTrack({ key: 'mail', position: 1, phases: [{ kind: 'parallelRun', workingDays: 2 }] });
    const { arrows } = build(
      [identity, mail],
      [],
      [
        precedence({ track: 'identity', phase: 'rollOut' }, { track: 'mail', phase: 'pilot' }, 'phase'),
        precedence({ track: 'desktop', phase: 'rollOut' }, { track: 'mail', phase: 'pilot' }, 'phase'),
      ],
    );
    expect(arrows).toEqual(['identity:phase:assess > mail:phase:parallelRun precedence']);
  });

  it('keeps one link between two tasks, with the longest lag', () => {
    const tracks = [makeTrack({ key: 'mail' }), makeTrack({ key: 'files', position: 1 })];
    const both = [1, 7, 3].map((lag) => precedence({ track: 'mail', phase: 'rollOut' }, { track: 'files', phase: 'rollOut' }, 'accounts', lag));
    expect(build(tracks, [makeUnit('A', 10, 'pilot')], both).arrows).toEqual(['mail:wave:1 > files:wave:1 +7 sameAccounts']);
  });
});
