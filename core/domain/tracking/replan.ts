import { fromDayNumber, toDayNumber, type IsoDate } from '../calendar.ts';
import type { TrackKey } from '../catalogue/catalogue.ts';
import type { TrackId } from '../ids.ts';
import type { Problem } from '../problems.ts';
import { addWeekdays } from './forecastFinish.ts';
import { meanSpeed, observedWeeks } from './observedSpeed.ts';
import { weekdaysBetween, type PlannedWave } from './plannedAccounts.ts';
import type { MigratedDay } from './progressByWeek.ts';

export type ReplanTrack = {
  readonly trackId: TrackId;
  readonly key: TrackKey;
  readonly name: string;
  /** Accounts that are not migrated and not excepted. */
  readonly remaining: number;
  readonly waves: readonly PlannedWave[];
  /** Last day of all tasks of the track, parallel run and switch-off included; null while it is not scheduled. */
  readonly plannedFinish: IsoDate | null;
  readonly migratedByDay: readonly MigratedDay[];
};

export type ReplannedTrack = {
  readonly trackId: TrackId;
  readonly key: TrackKey;
  readonly plannedFinish: IsoDate | null;
  readonly newFinish: IsoDate | null;
  /** Civil days from the planned to the new finish; positive is later. */
  readonly differenceDays: number | null;
};

export type Replan = {
  readonly tracks: readonly ReplannedTrack[];
  readonly finish: IsoDate | null;
  readonly plannedFinish: IsoDate | null;
  readonly problems: readonly Problem[];
};

/**
 * The rest of each track at its real speed, beside the plan that stands. The remaining accounts are divided by the mean
 * of the whole weeks observed, in days from Monday to Friday after today; what the plan puts after the last wave
 * (parallel run, switch-off) follows with the same number of such days. A track that has not begun, or has no accounts to
 * move, keeps its plan; one whose first wave is over without a single migrated account, or that stood still, has no new
 * finish, and a problem says so; then the whole has none either. Links between tracks are not followed: scheduling anew does that.
 *
 * Example: 500 remaining at 100 a week on Friday 2027-03-05 are 25 working days, 2027-04-09; planned was 2027-03-26:
 * 14 days later.
 */
export function replan(tracks: readonly ReplanTrack[], today: IsoDate): Replan {
  const problems: Problem[] = [];
  const replanned = tracks.map((track): ReplannedTrack => {
    const newFinish = newFinishOf(track, today, problems);
    const differenceDays = newFinish === null || track.plannedFinish === null ? null : toDayNumber(newFinish) - toDayNumber(track.plannedFinish);
    return { trackId: track.trackId, key: track.key, plannedFinish: track.plannedFinish, newFinish, differenceDays };
  });
  return {
    tracks: replanned,
    finish: latest(replanned.map((track) => track.newFinish)),
    plannedFinish: latest(replanned.map((track) => track.plannedFinish)),
    problems,
  };
}

function latest(dates: readonly (IsoDate | null)[]): IsoDate | null {
  let last: IsoDate | null = null;
  for (const date of dates) {
    if (date === null) return null;
    if (last === null || date > last) last = date;
  }
  return last;
}

function newFinishOf(track: ReplanTrack, today: IsoDate, problems: Problem[]): IsoDate | null {
  const { waves, plannedFinish } = track;
  const firstFinish = waves.map((wave) => wave.finishesOn).sort()[0];
  const lastWave = waves
    .map((wave) => wave.finishesOn)
    .sort()
    .at(-1);
  if (firstFinish === undefined || lastWave === undefined) return plannedFinish;
  const daysAfterWaves = plannedFinish === null ? 0 : weekdaysBetween(toDayNumber(lastWave) + 1, toDayNumber(plannedFinish));
  const lastMigrated = track.migratedByDay
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const endAfter = (day: number) => fromDayNumber(daysAfterWaves === 0 ? day : addWeekdays(day, daysAfterWaves));
  if (track.remaining <= 0) return lastMigrated === undefined ? plannedFinish : endAfter(toDayNumber(lastMigrated));
  if (lastMigrated === undefined && firstFinish >= today) return plannedFinish;
  const weeks = observedWeeks(track.migratedByDay, today);
  const speed = meanSpeed(weeks);
  if (speed === null || speed <= 0) {
    // Begun in this very week: there is no whole week to take a speed from, and nothing to complain about.
    if (lastMigrated !== undefined && speed === null) return plannedFinish;
    problems.push({
      severity: 'warning',
      messageKey: 'tracking.problem.noSpeed',
      params: { track: track.name, remaining: track.remaining },
      subject: { kind: 'track', id: track.trackId },
    });
    return null;
  }
  return endAfter(
    addWeekdays(toDayNumber(today), Math.max(1, Math.ceil((track.remaining * 5 * weeks.length) / weeks.reduce((sum, accounts) => sum + accounts, 0)))),
  );
}
