import type { CancelSignal } from '../../contract/core.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import type { CostInput } from '../../domain/cost/costInput.ts';
import type { AccountKind } from '../../domain/inventory/inventory.ts';
import type { TaskId, UnitId, WaveId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problems.ts';
import { buildTasks } from '../../domain/schedule/timeline/buildTasks.ts';
import { buildWavesByKind } from '../../domain/schedule/timeline/buildWavesByKind.ts';
import type { ScheduledTimeline } from '../../domain/schedule/placement/scheduleTimeline.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { Capacity, Timeline, Track } from '../../domain/schedule/timeline/timeline.ts';
import type { PlanDetails, PlanReader } from '../../ports/planStore.ts';
import { type AppContext, templateOf } from '../context.ts';
import { datesOfDraft, draftProblem } from './draftProblem.ts';
import { findCheapest } from './findCheapest.ts';
import { openByWave } from './openByWave.ts';

/** A timeline with dates that is not in the plan (yet): a build before its commit, or a scenario. */
export type DraftTimeline = {
  readonly timeline: Timeline;
  readonly scheduled: ScheduledTimeline;
  /** By which share the plan is at most dearer than the cheapest one; null where that was not asked for. */
  readonly costGap: number | null;
  /** What gets other dates than it had; null where these were not to be kept. */
  readonly changes: DateChanges | null;
  readonly problems: readonly Problem[];
};

/** Tasks, waves among them and the accounts of these that get other dates; by which share their shifting could be less at most. */
type DateChanges = { readonly tasks: number; readonly waves: number; readonly accounts: number; readonly gap: number };

/** What a build reads from the plan, so that it can go on computing while the plan is free again. */
export type TimelineSource = {
  readonly plan: PlanDetails;
  readonly tracks: readonly Track[];
  readonly capacities: readonly Capacity[];
  readonly stands: Timeline;
  /** The day of the status on whose evening what is open is planned; null where nothing has been migrated. */
  readonly statusOn: IsoDate | null;
  readonly units: ReturnType<PlanReader['units']>;
  /** As `openByWave`. */
  readonly open: ReadonlyMap<WaveId, number>;
  readonly countsOf: (kinds: readonly AccountKind[]) => ReadonlyMap<UnitId, number>;
  readonly ranksOf: (unitId: UnitId, kinds: readonly AccountKind[]) => readonly number[];
};

/** `today` becomes the day of the status once an account has been migrated in a wave; without it the plan's own status stays. */
export function timelineSource(reader: PlanReader, plan: PlanDetails, today: IsoDate | undefined): TimelineSource {
  const stands = reader.timeline();
  const open = openByWave(reader);
  const hasBegun = stands.waves.some(({ id }) => open.has(id));
  return {
    plan,
    tracks: stands.tracks,
    capacities: stands.capacities,
    stands,
    statusOn: hasBegun ? (today ?? reader.statusOn()) : null,
    units: reader.units(),
    open,
    countsOf: (kinds) => reader.unitAccountCounts(kinds),
    ranksOf: (unitId, kinds) => reader.unitRanks(unitId, kinds),
  };
}

/** Waves, tasks and links from the plan's units and tracks, without dates. Dates that the owner fixed stay. */
export function draftTasks(
  context: AppContext,
  source: TimelineSource,
  locale: 'de' | 'en' | 'fr',
): { readonly timeline: Timeline; readonly problems: readonly Problem[] } {
  const { tracks, units, stands } = source;
  const template = templateOf(context, source.plan);
  const translate = (key: string, params: Record<string, string | number>) => context.planWriters.translate(locale, key, params);
  // Ids follow from what a task is, so that a rebuilt plan keeps the owner's dates and links to its tasks.
  const built = buildWavesByKind({
    tracks,
    units,
    countsOf: source.countsOf,
    ranksOf: source.ranksOf,
    idOf: (trackId, number) => `${trackId}:${number}` as WaveId,
    stands: stands.waves,
    hasBegun: (waveId) => source.open.has(waveId),
  });
  const { tasks, links } = buildTasks({
    tracks,
    waves: built.waves,
    units,
    precedences: template.precedences,
    gates: template.gates,
    names: {
      phase: (track, phase) => translate('schedule.task.phase', { track: track.name, phase: translate(`common.phase.${phase}`, {}) }),
      wave: (track, wave) => translate(wave.isPilot ? 'schedule.task.pilotWave' : 'schedule.task.wave', { track: track.name, number: wave.number }),
      gate: (gate) => gate.name[locale],
    },
    idOf: (key) => key as TaskId,
  });
  const held = new Map(stands.tasks.flatMap((task) => (task.notBefore === null ? [] : [[task.id, task.notBefore] as const])));
  const timeline: Timeline = {
    tracks,
    waves: built.waves,
    tasks: tasks.map((task) => ({ ...task, notBefore: held.get(task.id) ?? null })),
    links,
    freezes: stands.freezes,
    capacities: source.capacities,
  };
  return { timeline, problems: built.problems };
}

export const neverStopped: CancelSignal = { aborted: false, addEventListener() {}, removeEventListener() {} };

export async function draftTimeline(
  context: AppContext,
  source: TimelineSource,
  options: {
    readonly locale: 'de' | 'en' | 'fr';
    readonly seed: number;
    readonly timeLimitMs?: number;
    readonly signal?: CancelSignal;
    readonly onProgress?: (found: FoundPlan, objective: 'finish' | 'cost') => void;
    /** Given, the cheapest schedule is wanted and not the shortest. */
    readonly costInputOf?: (timeline: Timeline) => CostInput;
  },
): Promise<DraftTimeline> {
  const { timeline, problems } = draftTasks(context, source, options.locale);
  const drafted = draftProblem(context, source, timeline);
  if (!drafted) {
    const tasks = timeline.tasks.map((task) => ({ ...task, startsOn: null, finishesOn: null }));
    const tooLong: Problem = { severity: 'error', messageKey: 'schedule.problem.tooLong', params: {} };
    return {
      timeline: { ...timeline, tasks },
      scheduled: { tasks, finishesOn: null, lowerBound: null, gap: 0, problems: [tooLong] },
      costGap: null,
      changes: null,
      problems: [...problems, tooLong],
    };
  }
  const { seed, signal = neverStopped, costInputOf, onProgress } = options;
  // A time limit is shared by the two searches that a cheapest plan needs.
  const timeLimitMs = (options.timeLimitMs ?? 0) / (costInputOf ? 2 : 1);
  const solving = (objective: 'finish' | 'cost') => ({ seed, timeLimitMs, signal, onProgress: (found: FoundPlan) => onProgress?.(found, objective) });
  const shortest = await context.solver.solve(drafted.problem, solving('finish'));
  const cheapest = costInputOf
    ? await findCheapest({ drafted, shortest: shortest.schedule, costInputOf }, (goal) => context.solver.solve(drafted.problem, { ...solving('cost'), goal }))
    : null;
  const scheduled = datesOfDraft(drafted, (cheapest ?? shortest).schedule);
  const costGap = cheapest ? Math.max(0, cheapest.value - cheapest.bound) / Math.max(1, cheapest.bound) : null;
  return { timeline: { ...timeline, tasks: scheduled.tasks }, scheduled, costGap, changes: null, problems: [...problems, ...scheduled.problems] };
}
