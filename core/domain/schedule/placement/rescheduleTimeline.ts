import type { IsoDate } from '../../calendar.ts';
import { describeSchedule, type ScheduledTimeline, scheduleTimeline } from './scheduleTimeline.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../problem/schedulingProblem.ts';
import { type IndexSchedule, serialSchedule } from './serialSchedule.ts';
import { storedDates } from '../problem/storedDates.ts';
import { findCircles, orderTasksBy } from '../problem/taskOrder.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';

/**
 * New dates for the tasks of a plan that has dates already, after one of them was held, a freeze was added or a capacity
 * was changed: the tasks are placed in the order in which they stand, each as early as links, freezes and capacity let
 * it. So the plan keeps its shape; what is held goes back, what waits for it follows, and what gets room moves up. Tasks
 * without dates come last.
 *
 * Example: of two waves on one lane, 4 to 8 and 11 to 15 January 2027, the second is held until 18 January: the first stays.
 * The first is held until 18 January instead: the second moves up to 4 January.
 */
export function rescheduleTimeline(timeline: Timeline, projectStart: IsoDate, calendar: WorkingCalendar): ScheduledTimeline {
  const problem = createSchedulingProblem(timeline, projectStart, calendar);
  if (!problem) return scheduleTimeline(timeline, projectStart, calendar);
  return describeSchedule(timeline, problem, scheduleInFormerOrder(problem, storedDates(timeline, problem).start), calendar);
}

/**
 * The serial schedule of tasks in the order of the starts that they had, those without one (-1) last. Links go first: no
 * task comes before one that it waits for.
 *
 * Example: waves a and b fill the same lane for 2 and 3 days; b stood before a, and both move up:
 *
 *             day   0 1 2 3 4 5 6          day   0 1 2 3 4 5 6
 *   formerly  a     . . . . . # #     →    a     . . . # # . .
 *             b     . # # # . . .          b     # # # . . . .
 */
export function scheduleInFormerOrder(problem: SchedulingProblem, formerStart: Int32Array): IndexSchedule {
  const isInCircle = new Uint8Array(problem.taskIds.length);
  for (const circle of findCircles(problem)) for (const task of circle) isInCircle[task] = 1;
  const turn = Float64Array.from(formerStart, (first) => -(first < 0 ? problem.dayOf.length : first));
  return serialSchedule(problem, orderTasksBy(problem, isInCircle, turn));
}
