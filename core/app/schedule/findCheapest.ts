import { costsByDate } from '../../domain/cost/costsByDate.ts';
import { firstDayOf } from '../../domain/cost/flow.ts';
import type { CostInput } from '../../domain/cost/costInput.ts';
import type { CostGoal } from '../../domain/schedule/cheapest/searchCheapest.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { IndexSchedule } from '../../domain/schedule/placement/serialSchedule.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { datesOfDraft, type DraftProblem } from './draftProblem.ts';

/**
 * The cheapest plan of those that finish in the same calendar year as the shortest one: the years whose costs are counted
 * follow from the year of the finish, so that plans of different years cannot be compared, and a plan that never moves
 * would cost least. Null where tasks are without dates: what they cost is not known.
 */
export async function findCheapest(
  input: {
    readonly drafted: DraftProblem;
    readonly shortest: IndexSchedule;
    readonly costInputOf: (timeline: Timeline) => CostInput;
  },
  solve: (goal: CostGoal) => Promise<FoundPlan>,
): Promise<FoundPlan | null> {
  const { drafted, shortest } = input;
  const { problem, former } = drafted;
  const { tasks, finishesOn } = datesOfDraft(drafted, shortest);
  if (finishesOn === null || tasks.some(({ startsOn }) => startsOn === null)) return null;
  const costs = costsByDate(input.costInputOf({ ...former, tasks }), problem, shortest);
  const nextYear = firstDayOf(Number(finishesOn.slice(0, 4)) + 1);
  const behind = problem.dayOf.findIndex((day) => day >= nextYear);
  return solve({ costs, latestEnd: behind === -1 ? problem.dayOf.length - 1 : behind, from: shortest });
}
