import { isoDate } from '../../core/domain/calendar.ts';
import type { IsoDate } from '../../core/domain/calendar.ts';
import type { FreezeId, TaskId, TrackId, UnitId, WaveId } from '../../core/domain/ids.ts';
import type { Unit } from '../../core/domain/inventory/inventory.ts';
import { buildTasks } from '../../core/domain/schedule/timeline/buildTasks.ts';
import { buildTracks } from '../../core/domain/schedule/timeline/buildTracks.ts';
import { buildWaves } from '../../core/domain/schedule/timeline/buildWaves.ts';
import type { PlanTemplate } from '../../core/domain/schedule/timeline/planTemplate.ts';
import { createRandom } from '../../core/domain/schedule/search/random.ts';
import type { Freeze, Task, TaskLink, Timeline, Track } from '../../core/domain/schedule/timeline/timeline.ts';

export const taskId = (text: string) => text as TaskId;
export const trackId = (text: string) => text as TrackId;

export function makeTrack(fields: Partial<Track> & { readonly key: Track['key'] }): Track {
  return {
    id: trackId(fields.key),
    name: fields.key,
    position: 0,
    movesAccounts: true,
    accountsPerWeek: 100,
    trainingMinutesPerAccount: 0,
    crewMinutesPerAccount: 0,
    phases: [],
    ...fields,
  };
}

export function makeTask(id: string, fields: Partial<Task> = {}): Task {
  return {
    id: taskId(id),
    trackId: trackId('mail'),
    kind: 'phase',
    phase: 'prepare',
    waveId: null,
    name: id,
    workingDays: 1,
    accountCount: 0,
    startsOn: null,
    finishesOn: null,
    notBefore: null,
    ...fields,
  };
}

export function makeLink(from: string, to: string, lagWorkingDays = 0): TaskLink {
  return { from: taskId(from), to: taskId(to), lagWorkingDays, reasonKey: 'schedule.link.phaseOrder' };
}

export function makeFreeze(startsOn: string, finishesOn: string, track: string | null = null): Freeze {
  return {
    id: `freeze ${startsOn}` as FreezeId,
    name: `freeze ${startsOn}`,
    startsOn: isoDate(startsOn),
    finishesOn: isoDate(finishesOn),
    trackId: track === null ? null : trackId(track),
  };
}

export function makeTimeline(fields: Partial<Timeline>): Timeline {
  return { tracks: [makeTrack({ key: 'mail' })], waves: [], tasks: [], links: [], freezes: [], capacities: [], ...fields };
}

export function makeUnit(id: string, accountCount: number, role: Unit['role'] = 'regular', path = id): Unit {
  return { id: id as UnitId, parentId: null, name: id, path, role, accountCount };
}

/** A made-up administration: sizes spread over about one to twenty, every 40th unit on call, two pilot units of middling size. */
export function makeUnits(accounts: number, count: number, seed: number): readonly Unit[] {
  const random = createRandom(seed);
  const weights = Array.from({ length: count }, () => Math.exp(random() * 3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = accounts;
  return weights.map((weight, index) => {
    const accountCount = index === count - 1 ? left : Math.min(left, Math.round((weight / total) * accounts));
    left -= accountCount;
    const role = index % 40 === 7 ? 'onCall' : index === 3 || index === 100 ? 'pilot' : 'regular';
    return makeUnit(`u${index}`, accountCount, role, `Land / Unit ${String(index).padStart(4, '0')}`);
  });
}

/** Template and units to an undated timeline, the way the app does it. */
export function timelineFromTemplate(template: PlanTemplate, units: readonly Unit[], freezes: readonly Freeze[] = []): Timeline {
  const { tracks, capacities } = buildTracks(template, 'en', (key) => trackId(key));
  const { waves } = buildWaves({ tracks, units, idOf: (track, number) => `${track}:${number}` as WaveId });
  const { tasks, links } = buildTasks({
    tracks,
    waves,
    units,
    precedences: template.precedences,
    gates: template.gates,
    names: { phase: (track, phase) => `${track.key} ${phase}`, wave: (track, wave) => `${track.key} wave ${wave.number}`, gate: (gate) => gate.name.en },
    idOf: taskId,
  });
  return { tracks, waves, tasks, links, freezes, capacities };
}

export function datesOf(tasks: readonly Task[]): Readonly<Record<string, readonly [IsoDate | null, IsoDate | null]>> {
  return Object.fromEntries(tasks.map((task) => [task.id, [task.startsOn, task.finishesOn] as const]));
}
