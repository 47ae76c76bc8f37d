import { toDayNumber } from '../../calendar.ts';
import type { IsoDate } from '../../calendar.ts';
import type { TaskId, TrackId } from '../../ids.ts';
import type { Freeze, Task, Timeline } from '../timeline/timeline.ts';
import { countWorkingDays, firstIndexFrom, numberWorkingDays } from '../calendar/workingCalendar.ts';
import type { WorkingCalendar, WorkingDays } from '../calendar/workingCalendar.ts';

/**
 * A timeline as numbers, for solvers: plain typed arrays that can be handed to a worker. Tasks are numbered as in
 * `taskIds`; time counts in working days from the first one on or after the project's start (`dayOf` gives the civil day).
 * A task that starts at s with duration d works on the days s to s + d - 1; a gate (duration 0) stands at s.
 */
export type SchedulingProblem = {
  readonly taskIds: readonly TaskId[];
  readonly dayOf: Int32Array;
  readonly duration: Int32Array;
  /** No start before this day: the project's start and the owner's `notBefore`. */
  readonly earliest: Int32Array;
  /** Where a task stands that nothing may move (`pinTasks`), -1 for all others. */
  readonly pinnedAt: Int32Array;
  /** Links by the task they lead to: entries `linkOffset[t]` to `linkOffset[t + 1] - 1`; `start[t] >= end[linkFrom] + linkLag`. */
  readonly linkOffset: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkLag: Int32Array;
  /** What is there of each resource on every working day. */
  readonly resources: readonly SchedulingResource[];
  /** Demands by task, like the links: how much of which resource over the whole task. */
  readonly demandOffset: Int32Array;
  readonly demandResource: Int32Array;
  readonly demandTotal: Float64Array;
  /** What a freeze forbids to the task, one of `freezeRules`. */
  readonly freezeRule: Uint8Array;
  /** Place in `freezes` of the list that holds for the task. */
  readonly freezeList: Int32Array;
  /** Frozen spans in working days, in order of their first day. A freeze on a weekend has `last = first - 1`: nothing works on it, but no wave may stretch over it. */
  readonly freezes: readonly (readonly FrozenSpan[])[];
};

/**
 * `front` resources are a track's lane in fifths of an account: a wave takes the full daily rate until its rest.
 * `even` resources are minutes of people, spread evenly over the task's days, whole minutes that add up exactly.
 */
export type SchedulingResource = {
  readonly kind: 'front' | 'even';
  readonly capacity: number;
  readonly name: 'trainers' | 'crew' | 'lane';
  /** The track of a lane, else null. */
  readonly trackId: TrackId | null;
};

export type FrozenSpan = { readonly first: number; readonly last: number; readonly freezeIndex: number };

/** 0: goes on in a freeze; 1: no day of it may touch or stretch over one; 2: its day may not be in one; 3: its last day may not be in one. */
export const freezeRules = { free: 0, whole: 1, start: 2, finish: 3 } as const;

/** More than 380 years of working days: no administration plans that far, and dates end with the year 9999. */
const longestHorizon = 100_000;

/**
 * Writes a timeline as numbers. Links to or from tasks that the timeline lacks are left out. Freezes: waves keep clear of
 * them, gates do not stand in them, and a switch-off, or the roll-out of a track that moves no accounts, does not end
 * (cut over) in one; all other work goes on. Returns null when the plan is longer than 380 years.
 *
 * Example: a task of 2 working days that may not start before Saturday 2027-05-08 has as `earliest` the number of Monday 2027-05-10.
 */
export function createSchedulingProblem(timeline: Timeline, projectStart: IsoDate, calendar: WorkingCalendar): SchedulingProblem | null {
  const { tasks } = timeline;
  const indexOf = new Map(tasks.map((task, index) => [task.id, index]));
  const length = horizonOf(timeline, projectStart, calendar);
  if (length > longestHorizon) return null;
  const days = numberWorkingDays(calendar, projectStart, length);

  const links: { from: number; to: number; lag: number }[] = [];
  for (const link of timeline.links) {
    const from = indexOf.get(link.from);
    const to = indexOf.get(link.to);
    if (from !== undefined && to !== undefined) links.push({ from, to, lag: link.lagWorkingDays });
  }
  const byTask = group(tasks.length, links, (link) => link.to);

  const resources: SchedulingResource[] = timeline.capacities.map((capacity) => ({
    kind: 'even',
    capacity: capacity.minutesPerDay,
    name: capacity.resource,
    trackId: null,
  }));
  const laneOf = new Map<TrackId, number>();
  for (const track of timeline.tracks) {
    if (!track.movesAccounts) continue;
    laneOf.set(track.id, resources.length);
    resources.push({ kind: 'front', capacity: track.accountsPerWeek, name: 'lane', trackId: track.id });
  }
  const demands: { task: number; resource: number; total: number }[] = [];
  const trackById = new Map(timeline.tracks.map((track) => [track.id, track]));
  for (const [index, task] of tasks.entries()) {
    const track = trackById.get(task.trackId);
    if (!track || task.kind !== 'wave' || task.accountCount === 0) continue;
    const minutes = { trainers: track.trainingMinutesPerAccount * task.accountCount, crew: track.crewMinutesPerAccount * task.accountCount, lane: 0 };
    for (const [resource, { name }] of resources.entries()) if (minutes[name] > 0) demands.push({ task: index, resource, total: minutes[name] });
    const lane = laneOf.get(track.id);
    if (lane !== undefined) demands.push({ task: index, resource: lane, total: task.accountCount * 5 });
  }
  const demandsByTask = group(tasks.length, demands, (demand) => demand.task);

  const lists = freezeListsOf(timeline, days);
  return {
    taskIds: tasks.map((task) => task.id),
    dayOf: days.dayOf,
    duration: Int32Array.from(tasks, (task) => task.workingDays),
    earliest: Int32Array.from(tasks, (task) => (task.notBefore === null ? 0 : firstIndexFrom(days, toDayNumber(task.notBefore)))),
    pinnedAt: new Int32Array(tasks.length).fill(-1),
    linkOffset: byTask.offset,
    linkFrom: Int32Array.from(byTask.entries, (link) => link.from),
    linkLag: Int32Array.from(byTask.entries, (link) => link.lag),
    resources,
    demandOffset: demandsByTask.offset,
    demandResource: Int32Array.from(demandsByTask.entries, (demand) => demand.resource),
    demandTotal: Float64Array.from(demandsByTask.entries, (demand) => demand.total),
    freezeRule: Uint8Array.from(tasks, (task) => freezeRuleOf(task, trackById.get(task.trackId)?.movesAccounts ?? false)),
    freezeList: Int32Array.from(tasks, (task) => lists.listOf(task.trackId)),
    freezes: lists.freezes,
  };
}

function freezeRuleOf(task: Task, movesAccounts: boolean): number {
  if (task.kind === 'wave') return freezeRules.whole;
  if (task.kind === 'gate' || task.workingDays === 0) return freezeRules.start;
  const isCutOver = task.phase === 'switchOff' || (task.phase === 'rollOut' && !movesAccounts);
  return isCutOver ? freezeRules.finish : freezeRules.free;
}

/** One list of frozen spans per track; tracks without freezes of their own share the list of the freezes for all. */
function freezeListsOf(
  timeline: Timeline,
  days: WorkingDays,
): { readonly freezes: readonly (readonly FrozenSpan[])[]; readonly listOf: (trackId: TrackId) => number } {
  const spanOf = (freeze: Freeze, freezeIndex: number): FrozenSpan => ({
    first: firstIndexFrom(days, toDayNumber(freeze.startsOn)),
    last: firstIndexFrom(days, toDayNumber(freeze.finishesOn) + 1) - 1,
    freezeIndex,
  });
  const listFor = (trackId: TrackId | null) =>
    timeline.freezes
      .map((freeze, index) => ({ freeze, index }))
      .filter(({ freeze }) => freeze.trackId === null || freeze.trackId === trackId)
      .map(({ freeze, index }) => spanOf(freeze, index))
      .sort((a, b) => a.first - b.first || a.last - b.last);
  const freezes = [listFor(null)];
  const own = new Map<TrackId, number>();
  for (const freeze of timeline.freezes) {
    if (freeze.trackId === null || own.has(freeze.trackId)) continue;
    own.set(freeze.trackId, freezes.length);
    freezes.push(listFor(freeze.trackId));
  }
  return { freezes, listOf: (trackId) => own.get(trackId) ?? 0 };
}

/** Working days that suffice for every task one after the other behind the last date that stands in the timeline, stored dates included. */
function horizonOf(timeline: Timeline, projectStart: IsoDate, calendar: WorkingCalendar): number {
  let lastDate = projectStart;
  for (const { notBefore, finishesOn } of timeline.tasks) {
    if (notBefore !== null && notBefore > lastDate) lastDate = notBefore;
    if (finishesOn !== null && finishesOn > lastDate) lastDate = finishesOn;
  }
  for (const freeze of timeline.freezes) if (freeze.finishesOn > lastDate) lastDate = freeze.finishesOn;
  if (Number(lastDate.slice(0, 4)) - Number(projectStart.slice(0, 4)) > 400) return longestHorizon + 1;
  const lagInto = new Map<TaskId, number>();
  for (const link of timeline.links) lagInto.set(link.to, Math.max(lagInto.get(link.to) ?? 0, link.lagWorkingDays));
  let length = countWorkingDays(calendar, projectStart, lastDate) + 2;
  for (const task of timeline.tasks) length += task.workingDays + (lagInto.get(task.id) ?? 0);
  return length;
}

function group<Entry>(
  taskCount: number,
  list: readonly Entry[],
  taskOf: (entry: Entry) => number,
): { readonly offset: Int32Array; readonly entries: readonly Entry[] } {
  const entries = [...list].sort((a, b) => taskOf(a) - taskOf(b));
  const offset = new Int32Array(taskCount + 1);
  for (const entry of entries) {
    const next = taskOf(entry) + 1;
    offset[next] = (offset[next] as number) + 1;
  }
  for (let task = 0; task < taskCount; task += 1) offset[task + 1] = (offset[task + 1] as number) + (offset[task] as number);
  return { offset, entries };
}
