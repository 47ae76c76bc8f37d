import { toDayNumber } from '../../calendar.ts';
import type { SchedulingProblem } from './schedulingProblem.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { firstIndexFrom } from '../calendar/workingCalendar.ts';

/**
 * The dates that stand in a timeline as working days of its problem: first day, and the day after the last one; -1 for a
 * task without dates. A date on a day that is no working day any more counts as the next one.
 *
 * Example: in a plan from Monday 2027-01-04 a task of 2 working days from Saturday 2027-01-09 has start 5 and end 7.
 */
export function storedDates(timeline: Timeline, problem: SchedulingProblem): { readonly start: Int32Array; readonly end: Int32Array } {
  const start = Int32Array.from(timeline.tasks, (task) => {
    if (task.startsOn === null) return -1;
    const index = firstIndexFrom(problem, toDayNumber(task.startsOn));
    return index + task.workingDays < problem.dayOf.length ? index : -1;
  });
  return { start, end: start.map((first, index) => (first < 0 ? -1 : first + (problem.duration[index] as number))) };
}
