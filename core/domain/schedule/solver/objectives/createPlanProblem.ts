import { orderOf } from '../chains.ts';
import { fixModes } from '../fixedProject.ts';
import type { PlanProblem } from './planProblem.ts';
import { createWorkTimes } from './workTimes.ts';

/** A plan as people write it down: what an activity leaves out does not bind it. */
export type PlanDescription = {
  readonly horizon: number;
  /** Units of each resource in each unit of time. */
  readonly available?: readonly ArrayLike<number>[];
  /** 1 where a calendar works, in each unit of time. Without any, all time is working time. */
  readonly calendars?: readonly ArrayLike<number>[];
  /** Starts that a rule forbids. */
  readonly forbiddenStarts?: readonly (readonly number[])[];
  /** Limits by line and bucket; behind the last one given it stays as it is. */
  readonly buckets?: { readonly length: number; readonly limits: readonly (readonly number[])[] };
  readonly activities: readonly PlanActivity[];
  /** Minimum lags of 0 or more: from the start or from the finish of `from` to the start of `to`. */
  readonly links?: readonly { readonly from: number; readonly to: number; readonly lag: number; readonly counts: 'fromStart' | 'fromFinish' }[];
};

export type PlanActivity = {
  readonly duration: number;
  readonly demands?: readonly number[];
  readonly calendar?: number;
  readonly isSplittable?: boolean;
  /** Place in `forbiddenStarts`. */
  readonly startRule?: number;
  readonly release?: number;
  readonly deadline?: number;
  readonly pinned?: number;
  readonly bucketDemands?: readonly number[];
  readonly support?: { readonly units: number; readonly demands: readonly number[] };
};

/**
 * Writes a plan down as numbers. Throws where it makes no sense: lags below 0 or in a circle, a pinned activity that does
 * not finish within the horizon.
 *
 * Example: an activity of 3 units that another one follows at once has one entry in `after` with lag 3 and finish lag 0.
 */
export function createPlanProblem(description: PlanDescription): PlanProblem {
  const { horizon, activities } = description;
  const available = description.available ?? [];
  const calendars = description.calendars ?? [new Uint8Array(horizon).fill(1)];
  const rules = description.forbiddenStarts ?? [];
  const links = description.links ?? [];
  if (links.some(({ lag }) => lag < 0)) throw new Error('a lag of a plan is 0 or more');
  const fixed = fixModes(
    {
      activities: activities.map(({ duration, demands }, index) => ({
        modes: [{ duration, demands: available.map((_, resource) => demands?.[resource] ?? 0) }],
        successors: links.flatMap(({ from, to, lag, counts }) => (from === index ? [{ to, lag: counts === 'fromFinish' ? lag + duration : lag }] : [])),
      })),
      renewable: available.map((units) => Array.from(units).reduce((most, value) => Math.max(most, value), 0)),
      nonRenewable: [],
    },
    activities.map(() => 0),
  );
  if (orderOf(fixed, 'forward').length < activities.length) throw new Error('lags of a plan must not go in a circle');
  // Stable sorts by the same key put these in the order in which fixModes puts the lags.
  const finishLags = links.map(({ from, to, lag, counts }) => ({ from, to, lag: counts === 'fromFinish' ? lag : -1 })).sort((a, b) => a.from - b.from);
  const bucketLength = description.buckets?.length ?? horizon;
  const limits = description.buckets?.limits ?? [];
  const buckets = Math.ceil(horizon / bucketLength);
  const problem: PlanProblem = {
    ...fixed,
    horizon,
    available: Int32Array.from(
      { length: horizon * available.length },
      (_, entry) => available[entry % available.length]?.[Math.floor(entry / available.length)] ?? 0,
    ),
    finishLag: {
      before: Int32Array.from(
        [...finishLags].sort((a, b) => a.to - b.to),
        ({ lag }) => lag,
      ),
      after: Int32Array.from(finishLags, ({ lag }) => lag),
    },
    calendars: calendars.length,
    isWorking: Uint8Array.from(calendars.flatMap((calendar) => Array.from({ length: horizon }, (_, time) => (calendar[time] ? 1 : 0)))),
    calendar: Int32Array.from(activities, ({ calendar }) => calendar ?? 0),
    isSplittable: Uint8Array.from(activities, ({ isSplittable }) => (isSplittable ? 1 : 0)),
    startRule: Int32Array.from(activities, ({ startRule }) => startRule ?? -1),
    isForbiddenStart: Uint8Array.from(rules.flatMap((rule) => Array.from({ length: horizon + 1 }, (_, time) => (rule.includes(time) ? 1 : 0)))),
    release: Int32Array.from(activities, ({ release }) => release ?? 0),
    deadline: Int32Array.from(activities, ({ deadline }) => Math.min(horizon, deadline ?? horizon)),
    pinned: Int32Array.from(activities, ({ pinned }) => pinned ?? -1),
    bucketLength,
    bucketLines: limits.length,
    bucketLimit: Int32Array.from(limits.flatMap((line) => Array.from({ length: buckets }, (_, bucket) => line[Math.min(bucket, line.length - 1)] ?? 0))),
    bucketDemand: Int32Array.from(activities.flatMap(({ bucketDemands }) => limits.map((_, line) => bucketDemands?.[line] ?? 0))),
    supportUnits: Int32Array.from(activities, ({ support }) => support?.units ?? 0),
    supportDemand: Int32Array.from(activities.flatMap(({ support }) => available.map((_, resource) => support?.demands[resource] ?? 0))),
  };
  const times = createWorkTimes(problem);
  for (const [activity, start] of problem.pinned.entries())
    if (start >= 0 && times.finishOf(activity, start) > horizon) throw new Error('a pinned activity finishes within the horizon');
  return problem;
}
