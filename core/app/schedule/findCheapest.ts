import { costsByDate } from '../../domain/cost/costsByDate.ts';
import { firstDayOf } from '../../domain/cost/flow.ts';
import type { CostInput } from '../../domain/cost/costInput.ts';
import { describeSchedule } from '../../domain/schedule/placement/scheduleTimeline.ts';
import type { SchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import type { CostGoal } from '../../domain/schedule/cheapest/searchCheapest.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { IndexSchedule } from '../../domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import type { WorkingCalendar } from '../../domain/schedule/calendar/workingCalendar.ts';

/**
 * The cheapest plan of those that finish in the same calendar year as the shortest one: the years whose costs are counted
 * follow from the year of the finish, so that plans of different years cannot be compared, and a plan that never moves
 * would cost least. Null where tasks are without dates: what they cost is not known.
 */
export async function findCheapest(
  input: {
    readonly timeline: Timeline;
    readonly problem: SchedulingProblem;
    readonly calendar: WorkingCalendar;
    readonly shortest: IndexSchedule;
    readonly costInputOf: (timeline: Timeline) => CostInput;
  },
  solve: (goal: CostGoal) => Promise<FoundPlan>,
): Promise<FoundPlan | null> {
  const { timeline, problem, calendar, shortest } = input;
  const { tasks, finishesOn } = describeSchedule(timeline, problem, shortest, calendar);
  if (finishesOn === null || tasks.some(({ startsOn }) => startsOn === null)) return null;
  const costs = costsByDate(input.costInputOf({ ...timeline, tasks }), problem, shortest);
  const nextYear = firstDayOf(Number(finishesOn.slice(0, 4)) + 1);
  const behind = problem.dayOf.findIndex((day) => day >= nextYear);
  return solve({ costs, latestEnd: behind === -1 ? problem.dayOf.length - 1 : behind, from: shortest });
}
