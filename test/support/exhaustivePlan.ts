import type { PlanActivity, PlanDescription } from '../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import type { Objective } from '../../core/domain/schedule/solver/objectives/objective.ts';
import { checkPlan } from './checkPlan.ts';
import { placeActivity, takenOf } from './planLoads.ts';
import { planValue } from './planValue.ts';

/**
 * The best values of a tiny plan, null when no schedule keeps its rules: every start of every activity is tried, in the
 * order given. What an activity may do alone is asked first, lags and loads of those placed already next; the checker has
 * the last word. Values are compared as the search does, millionths apart being equal. For up to 5 activities and 16 units of time.
 */
export function exhaustivePlan(
  plan: PlanDescription,
  objectives: readonly Objective[],
): { readonly start: readonly number[]; readonly values: readonly number[] } | null {
  const { activities, horizon } = plan;
  const everyTime = Array.from({ length: horizon + 1 }, (_, time) => time);
  const alone = activities.map((activity) => {
    if (activity.pinned !== undefined) return [activity.pinned];
    const only: PlanDescription = { ...plan, activities: [activity], links: [] };
    return everyTime.filter((time) => checkPlan(only, [time]).length === 0);
  });
  const places = activities.map(
    (activity, index) =>
      new Map(
        (alone[index] as readonly number[]).map((time) => {
          const placed = placeActivity(plan, activity, time);
          return [time, { finish: placed.finish, taken: (plan.available ?? []).map((_, resource) => [...takenOf(placed, activity, resource)]) }];
        }),
      ),
  );
  const used = (plan.available ?? []).map(() => everyTime.map(() => 0));
  const start: number[] = [];
  let best: { readonly start: readonly number[]; readonly values: readonly number[] } | null = null;
  const isPinned = (index: number) => (activities[index] as PlanActivity).pinned !== undefined;
  const finishOf = (index: number) => places[index]?.get(start[index] as number)?.finish as number;
  // Pinned ones first: what they take too much of must not be held against a schedule that does not touch it.
  const order = activities.map((_, index) => index).sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)));
  const keepsLags = (index: number, isPlaced: (other: number) => boolean) =>
    (plan.links ?? []).every(({ from, to, lag, counts }) => {
      if ((from !== index && to !== index) || !isPlaced(from) || !isPlaced(to) || (isPinned(from) && isPinned(to))) return true;
      return (start[to] as number) >= (counts === 'fromFinish' ? finishOf(from) : (start[from] as number)) + lag;
    });
  const visit = (depth: number): void => {
    const index = order[depth];
    if (index === undefined) {
      const values = objectives.map((objective) => planValue(plan, objective, start));
      if (best !== null && !isBetter(values, best.values)) return;
      if (checkPlan(plan, start).length === 0) best = { start: [...start], values };
      return;
    }
    for (const time of alone[index] as readonly number[]) {
      start[index] = time;
      if (!keepsLags(index, (other) => order.indexOf(other) <= depth)) continue;
      const taken = places[index]?.get(time)?.taken ?? [];
      const fits = taken.every((units, resource) =>
        units.every(([at, needs]) => isPinned(index) || needs === 0 || (used[resource]?.[at] as number) + needs <= (plan.available?.[resource]?.[at] ?? 0)),
      );
      if (!fits) continue;
      const book = (sign: number) => {
        for (const [resource, units] of taken.entries()) {
          const row = used[resource] as number[];
          for (const [at, needs] of units) row[at] = (row[at] as number) + sign * needs;
        }
      };
      book(1);
      visit(depth + 1);
      book(-1);
    }
  };
  visit(0);
  return best;
}

const equalWithin = 1.5e-6;

/** Whether the first values that differ are smaller on the left. */
export function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (const [place, value] of a.entries()) {
    const other = b[place] as number;
    if (Math.abs(value - other) > equalWithin) return value < other;
  }
  return false;
}
