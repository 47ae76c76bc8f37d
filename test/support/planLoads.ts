import type { PlanActivity, PlanDescription } from '../../core/domain/schedule/solver/objectives/createPlanProblem.ts';

/** One activity of a plan with its start, unit by unit; nothing of `core` is called. */
export type PlacedActivity = { readonly start: number; readonly finish: number; readonly worked: readonly number[]; readonly supported: readonly number[] };

/** Whether a calendar works in a unit of time. */
export function worksAt({ calendars }: PlanDescription, { calendar }: PlanActivity, time: number): boolean {
  return calendars === undefined || Boolean(calendars[calendar ?? 0]?.[time]);
}

/** Walks through time from a start; a finish behind the horizon is Infinity. */
export function placeActivity(plan: PlanDescription, activity: PlanActivity, start: number): PlacedActivity {
  const worked: number[] = [];
  for (let time = start; worked.length < activity.duration && time < plan.horizon; time += 1)
    if (!activity.isSplittable || worksAt(plan, activity, time)) worked.push(time);
  const last = worked[worked.length - 1];
  const finish = worked.length < activity.duration ? Number.POSITIVE_INFINITY : last === undefined ? start : last + 1;
  const supported: number[] = [];
  for (let time = finish; time < plan.horizon && supported.length < (activity.support?.units ?? 0); time += 1)
    if (worksAt(plan, activity, time)) supported.push(time);
  return { start, finish, worked, supported };
}

/** What an activity takes of a resource, by unit of time. */
export function takenOf({ worked, supported }: PlacedActivity, { demands, support }: PlanActivity, resource: number): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  for (const time of worked) taken.set(time, demands?.[resource] ?? 0);
  const first = support?.demands[resource] ?? 0;
  const units = support?.units ?? 0;
  for (const [unit, time] of supported.entries()) taken.set(time, Math.ceil((first * (units - unit)) / units));
  return taken;
}
