import { toDayNumber } from '../../domain/calendar.ts';
import { lowerBound } from '../../domain/schedule/bound/scheduleBound.ts';
import type { SchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { firstIndexFrom } from '../../domain/schedule/calendar/workingCalendar.ts';

/**
 * By which share of its working days the plan as it stands is at most too long; null where tasks have no dates.
 * Computed from the dates, not remembered from the build: a plan that was changed since says its own gap.
 */
export function gapOf(timeline: Timeline, problem: SchedulingProblem): number | null {
  if (timeline.tasks.length === 0 || timeline.tasks.some((task) => task.startsOn === null || task.finishesOn === null)) return null;
  const start = Int32Array.from(timeline.tasks, (task) => firstIndexFrom(problem, toDayNumber(task.startsOn as NonNullable<typeof task.startsOn>)));
  const end = Int32Array.from(timeline.tasks, (task, index) => {
    const last = firstIndexFrom(problem, toDayNumber(task.finishesOn as NonNullable<typeof task.finishesOn>));
    return task.workingDays === 0 ? (start[index] as number) : last + 1;
  });
  const makespan = Math.max(...end);
  const bound = lowerBound(problem, { start, end, circles: [], impossible: [] });
  return makespan > bound ? (makespan - bound) / makespan : 0;
}
