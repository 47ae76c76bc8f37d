import type { Evaluation } from './createEvaluation.ts';
import { decidingPlace } from './decidingPlace.ts';
import type { PlanLoad } from './planLoad.ts';
import type { PlanProblem } from './planProblem.ts';
import type { StartWindows } from './startWindows.ts';
import type { WorkTimes } from './workTimes.ts';

/** Moves activities of a schedule that keeps every rule; writes starts and values, which never get worse. */
export type PlanShift = (start: Int32Array, values: Float64Array) => void;

/**
 * The right shift for objectives that are not regular. From the last activity to the first each moves to the start, among
 * all later ones that the others leave it, with the best values, and where the values stay equal to the last one: it makes
 * room for those in front of it. Then, from the first to the last, each goes back as far as that makes nothing worse.
 *
 * Source: the pass is our own; the problem with payments and resources is that of Vanhoucke, Demeulemeester and Herroelen, On
 * maximizing the net present value of a project under renewable resource constraints, Management Science 47 (2001).
 *
 * Example: a payment at 2 with an income at 9 behind it moves to just before the income, and the free activity between them gives way.
 */
export function createPlanShift(
  problem: PlanProblem,
  {
    times,
    windows,
    load,
    evaluate,
    gains,
  }: {
    readonly times: WorkTimes;
    readonly windows: StartWindows;
    readonly load: PlanLoad;
    readonly evaluate: Evaluation;
    /** As `gainsByDelay` says. */
    readonly gains: Uint8Array;
  },
): PlanShift {
  const { count, before, after, finishLag, pinned } = problem;
  const { earliest, latest } = windows;
  const finish = new Int32Array(count);
  const order = Int32Array.from({ length: count }, (_, activity) => activity);

  const boundsOf = (activity: number, start: Int32Array) => {
    let first = earliest[activity] as number;
    for (let entry = before.offset[activity] as number, last = before.offset[activity + 1] as number; entry < last; entry += 1) {
      const other = before.other[entry] as number;
      const fromFinish = finishLag.before[entry] as number;
      first = Math.max(first, fromFinish < 0 ? (start[other] as number) + (before.lag[entry] as number) : (finish[other] as number) + fromFinish);
    }
    let last = latest[activity] as number;
    let end = problem.horizon;
    for (let entry = after.offset[activity] as number, stop = after.offset[activity + 1] as number; entry < stop; entry += 1) {
      const next = start[after.other[entry] as number] as number;
      const fromFinish = finishLag.after[entry] as number;
      if (fromFinish < 0) last = Math.min(last, next - (after.lag[entry] as number));
      else end = Math.min(end, next - fromFinish);
    }
    return { first, last, end };
  };

  return (start, values) => {
    const trial = new Float64Array(values.length);
    load.clear();
    for (let activity = 0; activity < count; activity += 1) {
      load.book(activity, start[activity] as number, 1);
      finish[activity] = times.finishOf(activity, start[activity] as number);
    }
    const put = (activity: number, at: number) => {
      start[activity] = at;
      finish[activity] = times.finishOf(activity, at);
    };
    const isPlace = (activity: number, at: number, end: number) =>
      times.canStart(activity, at) && times.finishOf(activity, at) <= end && load.misfit(activity, at) < 0;
    /** Below 0 where the trial is better. */
    const compareTrial = () => {
      const place = decidingPlace(trial, values);
      return place < 0 ? 0 : (trial[place] as number) - (values[place] as number);
    };
    order.sort((a, b) => (start[b] as number) - (start[a] as number) || a - b);
    for (const activity of order) {
      if ((pinned[activity] as number) >= 0) continue;
      const from = start[activity] as number;
      const { last, end } = boundsOf(activity, start);
      load.book(activity, from, -1);
      let best = from;
      for (let at = last; at > from; at -= 1) {
        if (!isPlace(activity, at, end)) continue;
        put(activity, at);
        evaluate(start, finish, trial);
        const difference = compareTrial();
        if (difference > 0 || (difference === 0 && best !== from)) continue;
        best = at;
        values.set(trial);
        // Earlier than the last start at which nothing is worse it cannot be better either.
        if (!gains[activity]) break;
      }
      put(activity, best);
      load.book(activity, best, 1);
    }
    order.sort((a, b) => (start[a] as number) - (start[b] as number) || a - b);
    for (const activity of order) {
      if ((pinned[activity] as number) >= 0) continue;
      const from = start[activity] as number;
      const { first, end } = boundsOf(activity, start);
      load.book(activity, from, -1);
      let best = from;
      for (let at = first; at < from && best === from; at += 1) {
        if (!isPlace(activity, at, end)) continue;
        put(activity, at);
        evaluate(start, finish, trial);
        if (compareTrial() > 0) continue;
        best = at;
        values.set(trial);
      }
      put(activity, best);
      load.book(activity, best, 1);
    }
  };
}
