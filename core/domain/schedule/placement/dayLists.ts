import type { SchedulingProblem } from '../problem/schedulingProblem.ts';

/** Lists of all tasks by the days of a schedule, written into `list`. */
export type DayLists = {
  /** By start, predecessors before their successors. */
  readonly byStart: (start: Int32Array, list: Int32Array) => void;
  /** By end, the last one first, successors before their predecessors. */
  readonly byEnd: (start: Int32Array, list: Int32Array) => void;
};

/**
 * Sorts by counting the tasks of each day; `order` (predecessors first) decides among tasks of one day. A gate starts
 * when what follows it starts, and with a negative lag a task even before its predecessor: then the days of its
 * predecessors count for it too, so that links hold in every list.
 *
 * Example: starts 0, 3, 0 of tasks of 3, 2 and 9 days give the lists 0 2 1 by start and 2 1 0 by end.
 */
export function createDayLists(problem: SchedulingProblem, order: Int32Array): DayLists {
  const { duration, linkOffset, linkFrom, linkLag } = problem;
  const count = order.length;
  const day = new Int32Array(problem.taskIds.length);
  /** Tasks before each day, then the next free place of the day. */
  let place = new Int32Array(1024);
  const hasNegativeLag = linkLag.some((lag) => lag < 0);

  const sort = (list: Int32Array, isBackward: boolean) => {
    if (hasNegativeLag) {
      for (const task of order)
        for (let entry = linkOffset[task] as number; entry < (linkOffset[task + 1] as number); entry += 1)
          day[task] = Math.max(day[task] as number, day[linkFrom[entry] as number] as number);
    }
    let last = 0;
    for (let task = 0; task < day.length; task += 1) if ((day[task] as number) > last) last = day[task] as number;
    if (place.length < last + 2) place = new Int32Array(2 * last + 2);
    place.fill(0, 0, last + 2);
    for (const task of order) place[(day[task] as number) + 1] = (place[(day[task] as number) + 1] as number) + 1;
    for (let at = 1; at <= last; at += 1) place[at] = (place[at] as number) + (place[at - 1] as number);
    for (const task of order) {
      const at = place[day[task] as number] as number;
      place[day[task] as number] = at + 1;
      list[isBackward ? count - 1 - at : at] = task;
    }
  };

  return {
    byStart(start, list) {
      day.set(start);
      sort(list, false);
    },
    byEnd(start, list) {
      for (let task = 0; task < day.length; task += 1) day[task] = (start[task] as number) + (duration[task] as number);
      sort(list, true);
    },
  };
}
