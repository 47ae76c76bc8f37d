import type { PlanActivity, PlanDescription } from '../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import type { Objective } from '../../core/domain/schedule/solver/objectives/objective.ts';
import { placeActivity } from './planLoads.ts';

/** The value of an objective for the starts of a plan, written down from its rule; nothing of `core` is called. */
export function planValue(plan: PlanDescription, objective: Objective, start: ArrayLike<number>): number {
  const finish = plan.activities.map((activity: PlanActivity, index) => placeActivity(plan, activity, start[index] as number).finish);
  const finishOf = (activity: number) => finish[activity] as number;
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  switch (objective.kind) {
    case 'finish':
      return Math.max(0, ...finish);
    case 'lateness':
      return sum(
        finish.map((at, index) => (at > (objective.due[index] as number) ? (at - (objective.due[index] as number)) * (objective.weight[index] as number) : 0)),
      );
    case 'stepCosts':
      return sum(
        objective.terms.map(({ group, date, cost, again }) => {
          const last = Math.max(0, ...Array.from(group, finishOf));
          const dates = Array.from(date, (at, step) => ({ at, cost: cost[step] as number }));
          const end = dates.at(-1)?.at ?? 0;
          if (again) for (let at = end + again.every; at < last; at += again.every) dates.push({ at, cost: again.cost });
          return sum(dates.filter(({ at }) => last > at).map((step) => step.cost));
        }),
      );
    case 'overlap':
      return sum(
        objective.terms.map(
          ({ group, until, costPerUnit }) => costPerUnit * Math.max(0, ...Array.from(group, (activity) => finishOf(until) - finishOf(activity))),
        ),
      );
    case 'presentValue':
      return -sum(finish.map((at, index) => (objective.flow[index] as number) * objective.factor ** at));
    case 'stability':
      return sum(
        finish.map((_, index) =>
          objective.former[index] === -1 ? 0 : (objective.weight[index] as number) * Math.abs((start[index] as number) - (objective.former[index] as number)),
        ),
      );
    case 'sum':
      return sum(objective.parts.map((part) => planValue(plan, part, start)));
  }
}
