import type { IsoDate } from '../../domain/calendar.ts';
import type { Track } from '../../domain/schedule/timeline/timeline.ts';
import { type PlannedWave, plannedWaves } from '../../domain/tracking/plannedAccounts.ts';
import type { MigratedDay } from '../../domain/tracking/progressByWeek.ts';
import type { PlanReader, StateCounts } from '../../ports/planStore.ts';

/** A track that moves accounts, with what was planned and what happened. */
export type TrackProgress = {
  readonly track: Track;
  readonly states: StateCounts;
  readonly waves: readonly PlannedWave[];
  readonly migratedByDay: readonly MigratedDay[];
  /** Last day of all tasks of the track, parallel run and switch-off included. */
  readonly plannedFinish: IsoDate | null;
  /** Accounts that are not migrated and not excepted. */
  readonly remaining: number;
};

const nothing: StateCounts = { planned: 0, migrated: 0, problem: 0, exception: 0 };

export function trackProgress(reader: PlanReader): readonly TrackProgress[] {
  const { tracks, tasks } = reader.timeline();
  const statesByTrack = reader.trackStates();
  const migrated = reader.migratedByDay();
  return tracks
    .filter((track) => track.movesAccounts)
    .map((track) => {
      const own = tasks.filter((task) => task.trackId === track.id);
      const states = statesByTrack.get(track.id) ?? nothing;
      let plannedFinish: IsoDate | null = null;
      for (const { finishesOn } of own) if (finishesOn !== null && (plannedFinish === null || finishesOn > plannedFinish)) plannedFinish = finishesOn;
      return {
        track,
        states,
        waves: plannedWaves(own),
        migratedByDay: migrated.filter((day) => day.trackId === track.id),
        plannedFinish,
        remaining: states.planned + states.problem,
      };
    });
}

export function accountsOf(states: StateCounts): number {
  return states.planned + states.migrated + states.problem + states.exception;
}
