import type { FixedProject } from '../fixedProject.ts';

/**
 * A project with the rules of a real plan. Time is counted in whole units from 0 to `horizon`; nothing finishes later. An
 * activity works on units of time and finishes at the unit after its last one.
 *
 * `before` and `after` hold every minimum lag, read from start to start: for a lag that counts from a finish the duration is
 * added, which holds for certain but says too little where an activity is interrupted; `finishLag` says the rest. `capacity`
 * is the most that is ever there of a resource. `maximum` is empty: maximum lags are not a rule of plans.
 */
export type PlanProblem = FixedProject & {
  readonly horizon: number;
  /** Units that are there, by unit of time and resource: `available[time * resources + resource]`. */
  readonly available: Int32Array;
  /** For each entry of `before`, and of `after`: the lag from the finish of the earlier activity, or -1 where the lag counts from its start. */
  readonly finishLag: { readonly before: Int32Array; readonly after: Int32Array };
  readonly calendars: number;
  /** 1 where a calendar works: `isWorking[calendar * horizon + time]`. */
  readonly isWorking: Uint8Array;
  readonly calendar: Int32Array;
  /** 1: works on the first units of its calendar from its start on, pauses where the calendar is off. 0: works without a pause. */
  readonly isSplittable: Uint8Array;
  /** Place in `isForbiddenStart` of the starts that an activity must not take, or -1. */
  readonly startRule: Int32Array;
  /** 1 where a rule forbids a start: `isForbiddenStart[rule * (horizon + 1) + time]`. */
  readonly isForbiddenStart: Uint8Array;
  /** No start before. */
  readonly release: Int32Array;
  /** No finish after; `horizon` where there is none. */
  readonly deadline: Int32Array;
  /**
   * Start of an activity that is finished, running or agreed, else -1. Such a start is a fact: dates, calendar and free
   * capacity are not asked about it, and what it takes too much of is not there for the others.
   */
  readonly pinned: Int32Array;
  /** Units of time in a bucket, a week as a rule; bucket b begins at `b * bucketLength`. */
  readonly bucketLength: number;
  readonly bucketLines: number;
  /** Units that a line bears in a bucket: `bucketLimit[line * buckets + bucket]`. A ramp is a row of growing limits. */
  readonly bucketLimit: Int32Array;
  /** Units for each unit of time that is worked: `bucketDemand[activity * bucketLines + line]`. */
  readonly bucketDemand: Int32Array;
  /** For so many working units of its calendar an activity still needs support after its finish. */
  readonly supportUnits: Int32Array;
  /**
   * Support needed in the first unit: `supportDemand[activity * resources + resource]`. It falls linearly: in unit j, counted
   * from 0, of k it is `ceil(supportDemand * (k - j) / k)`. What falls behind the horizon does not count.
   */
  readonly supportDemand: Int32Array;
};
