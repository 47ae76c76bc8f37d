import { orderOf } from '../chains.ts';
import type { PlanProblem } from './planProblem.ts';
import type { WorkTimes } from './workTimes.ts';

/** First and last start of each activity that dates, calendars, lags and pinned activities leave, all capacities endless. */
export type StartWindows = { readonly earliest: Int32Array; readonly latest: Int32Array };

/**
 * The critical path method with calendars, from both ends. Null where some activity has no start at all. Every start that
 * the calendar allows and that is not behind `latest` keeps the deadline.
 *
 * Example: 2 units with the deadline 7 before 3 units with the deadline 9, all time working: the last starts are 4 and 6.
 */
export function startWindows(problem: PlanProblem, times: WorkTimes): StartWindows | null {
  const { count, before, after, finishLag, pinned, release, deadline, horizon } = problem;
  const order = orderOf(problem, 'forward');
  const earliest = new Int32Array(count);
  const latest = new Int32Array(count);
  for (const activity of order) {
    let first = release[activity] as number;
    for (let entry = before.offset[activity] as number; entry < (before.offset[activity + 1] as number); entry += 1) {
      const other = before.other[entry] as number;
      const fromFinish = finishLag.before[entry] as number;
      const other0 = earliest[other] as number;
      first = Math.max(first, fromFinish < 0 ? other0 + (before.lag[entry] as number) : times.finishOf(other, other0) + fromFinish);
    }
    while (first <= horizon && !times.canStart(activity, first)) first += 1;
    earliest[activity] = (pinned[activity] as number) >= 0 ? (pinned[activity] as number) : first;
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    const activity = order[place] as number;
    let lastStart = horizon;
    let lastFinish = deadline[activity] as number;
    for (let entry = after.offset[activity] as number; entry < (after.offset[activity + 1] as number); entry += 1) {
      const next = latest[after.other[entry] as number] as number;
      const fromFinish = finishLag.after[entry] as number;
      if (fromFinish < 0) lastStart = Math.min(lastStart, next - (after.lag[entry] as number));
      else lastFinish = Math.min(lastFinish, next - fromFinish);
    }
    while (lastStart >= 0 && (!times.canStart(activity, lastStart) || times.finishOf(activity, lastStart) > lastFinish)) lastStart -= 1;
    latest[activity] = (pinned[activity] as number) >= 0 ? (pinned[activity] as number) : lastStart;
    if ((latest[activity] as number) < (earliest[activity] as number)) return null;
  }
  return { earliest, latest };
}
