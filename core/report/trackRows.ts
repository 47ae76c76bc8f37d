import type { IsoDate } from '../domain/calendar.ts';
import type { UnitId } from '../domain/ids.ts';
import type { Unit } from '../domain/inventory/inventory.ts';
import type { Task, ShownTimeline, Track, Wave } from '../domain/schedule/timeline/timeline.ts';
import type { ReportItem, ReportStates, ReportStatus, TrackRow, WaveRow } from './planReport.ts';

/** The tracks of a plan in its order, each with its phases, its waves and what has been done. Gates are rows of their own. */
export function trackRows(timeline: ShownTimeline, units: readonly Unit[], items: readonly ReportItem[], status: ReportStatus | null): TrackRow[] {
  const unitNames = distinctNames(units);
  const waveTasks = new Map(timeline.tasks.flatMap((task) => (task.kind === 'wave' && task.waveId !== null ? [[task.waveId, task] as const] : [])));
  const waveStates = new Map((status?.waves ?? []).map(({ waveId, states }) => [waveId, states]));
  const trackStatus = new Map((status?.tracks ?? []).map((track) => [track.trackId, track]));

  return [...timeline.tracks]
    .sort((a, b) => a.position - b.position)
    .map((track) => {
      const tasks = timeline.tasks.filter(({ trackId }) => trackId === track.id);
      const waves = timeline.waves
        .filter(({ trackId }) => trackId === track.id)
        .sort((a, b) => a.number - b.number)
        .map((wave) => waveRow(track, wave, waveTasks.get(wave.id), unitNames, waveStates.get(wave.id)));
      const own = items
        .filter((item) => item.track === track.key)
        .sort((a, b) => Math.max(b.accounts, b.installations) - Math.max(a.accounts, a.installations));
      const replacements = own.flatMap(({ strategy, replacementName }) => (strategy === 'replace' && replacementName !== null ? [replacementName] : []));
      const done = trackStatus.get(track.id);
      return {
        trackId: track.id,
        key: track.key,
        name: track.name,
        movesAccounts: track.movesAccounts,
        accounts: waves.reduce((sum, { accounts }) => sum + accounts, 0),
        ...span(tasks),
        phases: tasks
          .filter(({ kind }) => kind === 'phase')
          .map(({ id, phase, name, workingDays, startsOn, finishesOn }) => ({ taskId: id, phase, name, workingDays, startsOn, finishesOn })),
        waves,
        items: own.length,
        replacements: [...new Set(replacements)],
        states: done?.states ?? null,
        plannedByToday: done?.plannedByToday ?? 0,
      };
    });
}

/** A name that several units have is written with the unit above it: `Finanzen / Zentrale Dienste`. */
function distinctNames(units: readonly Unit[]): ReadonlyMap<UnitId, string> {
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(units.map(({ id, name, path }) => [id, (counts.get(name) ?? 0) > 1 ? path.split(' / ').slice(-2).join(' / ') : name]));
}

function waveRow(track: Track, wave: Wave, task: Task | undefined, unitNames: ReadonlyMap<UnitId, string>, states: ReportStates | undefined): WaveRow {
  const accountsByUnit = new Map<UnitId, number>();
  for (const { unitId, accountCount } of wave.parts) accountsByUnit.set(unitId, (accountsByUnit.get(unitId) ?? 0) + accountCount);
  return {
    waveId: wave.id,
    trackId: track.id,
    track: track.key,
    number: wave.number,
    isPilot: wave.isPilot,
    accounts: wave.accountCount,
    units: [...accountsByUnit].map(([unitId, accounts]) => ({ unitId, name: unitNames.get(unitId) ?? unitId, accounts })),
    startsOn: task?.startsOn ?? null,
    finishesOn: task?.finishesOn ?? null,
    states: states ?? { planned: wave.accountCount, migrated: 0, problem: 0, exception: 0 },
  };
}

function span(tasks: readonly Task[]): { startsOn: IsoDate | null; finishesOn: IsoDate | null } {
  let startsOn: IsoDate | null = null;
  let finishesOn: IsoDate | null = null;
  for (const task of tasks) {
    if (task.startsOn !== null && (startsOn === null || task.startsOn < startsOn)) startsOn = task.startsOn;
    if (task.finishesOn !== null && (finishesOn === null || task.finishesOn > finishesOn)) finishesOn = task.finishesOn;
  }
  return { startsOn, finishesOn };
}
