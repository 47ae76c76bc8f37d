import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import { type IsoDate, toDayNumber } from '../../domain/calendar.ts';
import type { TrackId } from '../../domain/ids.ts';
import { cents } from '../../domain/money.ts';
import { firstOpenDay } from '../../domain/schedule/calendar/firstOpenDay.ts';
import type { Task } from '../../domain/schedule/timeline/timeline.ts';
import { meanSpeed, observedWeeks } from '../../domain/tracking/observedSpeed.ts';
import { planRest, type RealSpeed } from '../../domain/tracking/planRest.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { costsWith, planCosts } from '../cost/planCosts.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { plainProblem } from '../plainProblem.ts';
import { runCommand } from '../runCommand.ts';
import { calendarOf } from '../schedule/calendarOf.ts';
import { lastFinish } from '../schedule/getTimeline.ts';
import { openByWave } from '../schedule/openByWave.ts';
import { trackProgress } from './trackProgress.ts';

export function previewRest(context: AppContext, input: Parsed<'tracking.previewRest'>): Output<'tracking.previewRest'> {
  return openStore(context).read((reader) => {
    const { before, speeds, after, scheduled } = restAt(context, reader, input.today);
    const finishBefore = lastFinish(before);
    const speedOf = new Map(speeds.map((speed) => [speed.trackId, speed.accountsPerWeek]));
    return {
      revision: reader.revision(),
      tracks: before.tracks
        .filter((track) => track.movesAccounts)
        .map((track) => {
          const [plannedFinish, finish] = [finishOf(before.tasks, track.id), finishOf(after.tasks, track.id)];
          return {
            trackId: track.id,
            key: track.key,
            plannedPerWeek: track.accountsPerWeek,
            realPerWeek: speedOf.get(track.id) ?? null,
            plannedFinish,
            finish,
            shiftDays: daysBetween(plannedFinish, finish),
          };
        }),
      movedTasks: movedCount(before.tasks, after.tasks),
      finishBefore,
      finish: scheduled?.finishesOn ?? finishBefore,
      costDifferenceCents: cents(speeds.length === 0 ? 0 : costsWith(context, reader, { timeline: after }).totalCents - planCosts(context, reader).totalCents),
      problems: (scheduled?.problems ?? []).map(plainProblem),
    };
  });
}

export function planRestAnew(context: AppContext, input: Parsed<'tracking.planRest'>): Output<'tracking.planRest'> {
  return runCommand(context, 'tracking.planRest', input, (writer) => {
    const { before, speeds, after, scheduled } = restAt(context, writer, input.today);
    if (speeds.length === 0) throw new AppError('rule', 'app.noRealSpeed');
    const planned = new Map(before.tracks.map((track) => [track.id, track.accountsPerWeek]));
    for (const track of after.tracks) if (planned.get(track.id) !== track.accountsPerWeek) writer.updateTrack(track);
    writer.replaceSchedule({ waves: after.waves, tasks: after.tasks, links: after.links });
    return {
      result: { finish: scheduled?.finishesOn ?? null },
      label: { labelKey: 'history.planRest', params: { tracks: speeds.length } },
      changed: movedCount(before.tasks, after.tasks),
    };
  });
}

/** Tracks with a whole week behind them and accounts before them are planned anew; without one the plan stays as it is. */
function restAt(context: AppContext, reader: PlanReader, today: IsoDate) {
  const plan = planOf(reader);
  const before = reader.timeline();
  const waveStates = reader.waveStates();
  const speeds = trackProgress(reader).flatMap(({ track, remaining, migratedByDay }): RealSpeed[] => {
    const speed = meanSpeed(observedWeeks(migratedByDay, today));
    if (remaining <= 0 || speed === null || speed <= 0) return [];
    const own = before.waves.filter((wave) => wave.trackId === track.id);
    const leftByWave = new Map(
      own.flatMap(({ id }) => {
        const states = waveStates.get(id);
        return states ? [[id, states.planned + states.problem] as const] : [];
      }),
    );
    return [{ trackId: track.id, accountsPerWeek: speed, leftByWave }];
  });
  if (speeds.length === 0) return { before, speeds, after: before, scheduled: null };
  const { calendar } = calendarOf(context, plan);
  const openFrom = firstOpenDay(reader.statusOn(), plan.startsOn, calendar);
  const { timeline, scheduled } = planRest({
    timeline: before,
    speeds,
    openByWave: openByWave(reader),
    openFrom,
    projectStart: plan.startsOn,
    today,
    calendar,
  });
  return { before, speeds, after: timeline, scheduled };
}

function finishOf(tasks: readonly Task[], trackId: TrackId): IsoDate | null {
  let last: IsoDate | null = null;
  for (const task of tasks) if (task.trackId === trackId && task.finishesOn !== null && (last === null || task.finishesOn > last)) last = task.finishesOn;
  return last;
}

function movedCount(before: readonly Task[], after: readonly Task[]): number {
  return after.filter((task, index) => task.startsOn !== before[index]?.startsOn || task.finishesOn !== before[index]?.finishesOn).length;
}

function daysBetween(from: IsoDate | null, to: IsoDate | null): number | null {
  return from === null || to === null ? null : toDayNumber(to) - toDayNumber(from);
}
