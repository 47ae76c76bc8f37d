import type { PlanProblem } from './planProblem.ts';

/** When activities work, looked up instead of counted. */
export type WorkTimes = {
  /** Working units of a calendar before a unit of time: `workedBefore[calendar * (horizon + 1) + time]`. */
  readonly workedBefore: Int32Array;
  /** When a calendar works for the n-th time, counted from 0: `workedAt[calendar * horizon + n]`. */
  readonly workedAt: Int32Array;
  /** Whether the calendar, the horizon and the forbidden starts let an activity start there. */
  canStart(activity: number, start: number): boolean;
  /** Finish of an activity with this start; `horizon + 1` where its calendar has too few units left. */
  finishOf(activity: number, start: number): number;
};

/**
 * Rules: an activity starts in a working unit of its calendar; without duration it needs none. One that may be interrupted
 * works on the first units of its calendar from its start on; any other works on the units that follow its start, which all
 * have to be working units.
 *
 * Example: 3 units on a calendar that works on 0, 1, 4 and 5 start at 1 and finish at 6 if they may be interrupted, else nowhere.
 */
export function createWorkTimes(problem: PlanProblem): WorkTimes {
  const { horizon, calendars, calendar, duration, isSplittable, isWorking, startRule, isForbiddenStart } = problem;
  const workedBefore = new Int32Array(calendars * (horizon + 1));
  const workedAt = new Int32Array(calendars * horizon);
  for (let index = 0; index < calendars; index += 1) {
    let worked = 0;
    for (let time = 0; time < horizon; time += 1) {
      workedBefore[index * (horizon + 1) + time] = worked;
      if (isWorking[index * horizon + time]) workedAt[index * horizon + worked++] = time;
    }
    workedBefore[index * (horizon + 1) + horizon] = worked;
  }
  const before = (index: number, time: number) => workedBefore[index * (horizon + 1) + time] as number;
  return {
    workedBefore,
    workedAt,
    canStart(activity, start) {
      if (start < 0 || start > horizon) return false;
      const rule = startRule[activity] as number;
      if (rule >= 0 && isForbiddenStart[rule * (horizon + 1) + start]) return false;
      const length = duration[activity] as number;
      if (length === 0) return true;
      const index = calendar[activity] as number;
      if (isSplittable[activity]) return start < horizon && isWorking[index * horizon + start] === 1 && before(index, start) + length <= before(index, horizon);
      return start + length <= horizon && before(index, start + length) - before(index, start) === length;
    },
    finishOf(activity, start) {
      const length = duration[activity] as number;
      if (length === 0 || !isSplittable[activity]) return start + length;
      const index = calendar[activity] as number;
      if (start > horizon) return horizon + 1;
      const last = before(index, start) + length - 1;
      return last < before(index, horizon) ? (workedAt[index * horizon + last] as number) + 1 : horizon + 1;
    },
  };
}
