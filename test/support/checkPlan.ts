import type { PlanActivity, PlanDescription } from '../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import { type PlacedActivity, placeActivity, takenOf, worksAt } from './planLoads.ts';

/**
 * Checks the starts of a plan against its rules, independently of the search: nothing of `core` is called. Returns one
 * sentence per violation.
 *
 * Rules: a pinned activity has its start, and no other rule looks at pinned activities alone. Any other starts within the
 * horizon, at its release or later, not at a forbidden start; it starts in a working unit of its calendar (without a
 * duration anywhere), works only in those, and finishes by its deadline. Lags are kept. Where an activity that is not
 * pinned takes something of a resource or a bucket, everybody together takes no more than is there.
 */
export function checkPlan(plan: PlanDescription, start: ArrayLike<number>): readonly string[] {
  const { activities, horizon } = plan;
  if (start.length !== activities.length) return [`${start.length} starts for ${activities.length} activities`];
  const found: string[] = [];
  const placed = activities.map((activity, index) => placeActivity(plan, activity, start[index] as number));
  const isFree = (index: number) => (activities[index] as PlanActivity).pinned === undefined;
  for (const [index, activity] of activities.entries()) {
    const { start: at, finish, worked } = placed[index] as PlacedActivity;
    if (!Number.isSafeInteger(at)) found.push(`activity ${index} starts at ${at}`);
    if (activity.pinned !== undefined) {
      if (at !== activity.pinned) found.push(`activity ${index} is pinned to ${activity.pinned}, not ${at}`);
      continue;
    }
    if (at < (activity.release ?? 0)) found.push(`activity ${index} starts at ${at}, before its release`);
    if (finish > Math.min(horizon, activity.deadline ?? horizon)) found.push(`activity ${index} finishes at ${finish}, too late`);
    if (activity.startRule !== undefined && plan.forbiddenStarts?.[activity.startRule]?.includes(at)) found.push(`activity ${index} must not start at ${at}`);
    if (activity.duration > 0 && !worksAt(plan, activity, at)) found.push(`activity ${index} starts at ${at}, when nobody works`);
    for (const time of worked) if (!worksAt(plan, activity, time)) found.push(`activity ${index} works at ${time}, when nobody does`);
  }
  for (const { from, to, lag, counts } of plan.links ?? []) {
    if (!isFree(from) && !isFree(to)) continue;
    const { start: fromStart, finish } = placed[from] as PlacedActivity;
    const soonest = (counts === 'fromFinish' ? finish : fromStart) + lag;
    if ((start[to] as number) < soonest) found.push(`activity ${to} starts at ${start[to]} instead of ${soonest} after ${from}`);
  }
  const tooMuch = (what: string, units: readonly number[], limit: number) => {
    const sum = units.reduce((total, value) => total + value, 0);
    if (sum > limit && units.some((value, index) => value > 0 && isFree(index))) found.push(`${what}: ${sum} of ${limit}`);
  };
  for (const [resource, available] of (plan.available ?? []).entries()) {
    const taken = activities.map((activity, index) => takenOf(placed[index] as PlacedActivity, activity, resource));
    for (let time = 0; time < horizon; time += 1)
      tooMuch(
        `resource ${resource} at ${time}`,
        taken.map((units) => units.get(time) ?? 0),
        available[time] ?? 0,
      );
  }
  const { length, limits } = plan.buckets ?? { length: horizon, limits: [] };
  for (const [line, limit] of limits.entries()) {
    for (let first = 0; first < horizon; first += length) {
      const units = activities.map(
        ({ bucketDemands }, index) =>
          (bucketDemands?.[line] ?? 0) * (placed[index] as PlacedActivity).worked.filter((time) => time >= first && time < first + length).length,
      );
      tooMuch(`line ${line} from ${first} on`, units, limit[Math.min(first / length, limit.length - 1)] ?? 0);
    }
  }
  return found;
}
