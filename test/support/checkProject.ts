import type { ProjectMode, ResourceProject } from '../../core/domain/schedule/solver/project.ts';

export type ProjectAnswer = {
  readonly makespan: number;
  readonly start: readonly number[];
  /** Places in each activity's `modes`, counted from 0. */
  readonly mode: readonly number[];
};

/**
 * Checks a schedule of a project with its chosen modes against the rules, independently of every search: nothing of
 * `core` is called. Returns one sentence per violation.
 *
 * Rules: every activity has one of its modes and a whole start of 0 or more; each link's lag is kept, minimum and
 * maximum alike; in no unit of time more of a renewable resource is used than is there, in the whole project not more of
 * a non-renewable one; the makespan is the last finish. An activity without duration uses no renewable resource.
 */
export function checkProject(project: ResourceProject, { makespan, start, mode }: ProjectAnswer): readonly string[] {
  const { activities, renewable, nonRenewable } = project;
  if (start.length !== activities.length || mode.length !== activities.length)
    return [`${start.length} starts and ${mode.length} modes for ${activities.length} activities`];
  const chosen: ProjectMode[] = [];
  for (const [index, activity] of activities.entries()) {
    const found = activity.modes[mode[index] as number];
    const at = start[index] as number;
    if (!found) return [`activity ${index} has no mode ${mode[index]}`];
    if (!Number.isSafeInteger(at) || at < 0) return [`activity ${index} starts at ${at}`];
    chosen.push(found);
  }
  const found: string[] = [];
  const startOf = (activity: number) => start[activity] as number;
  const modeOf = (activity: number) => chosen[activity] as ProjectMode;

  for (const [from, { successors }] of activities.entries()) {
    for (const { to, lag } of successors) {
      const steps = lag === 'afterFinish' ? modeOf(from).duration : lag;
      if (startOf(to) - startOf(from) < steps) found.push(`activity ${to} at ${startOf(to)} breaks lag ${steps} from activity ${from} at ${startOf(from)}`);
    }
  }
  for (const [resource, capacity] of renewable.entries()) {
    const used: number[] = [];
    for (const [activity, { duration, demands }] of chosen.entries()) {
      const demand = demands[resource] ?? 0;
      if (demand > 0) for (let time = startOf(activity); time < startOf(activity) + duration; time += 1) used[time] = (used[time] ?? 0) + demand;
    }
    const short = used.findIndex((units) => units > capacity);
    if (short >= 0) found.push(`resource ${resource} at ${short}: ${used[short]} of ${capacity} units`);
  }
  for (const [resource, capacity] of nonRenewable.entries()) {
    const units = chosen.reduce((sum, { demands }) => sum + (demands[renewable.length + resource] ?? 0), 0);
    if (units > capacity) found.push(`resource ${resource} of the whole project: ${units} of ${capacity} units`);
  }
  const last = chosen.reduce((latest, { duration }, activity) => Math.max(latest, startOf(activity) + duration), 0);
  if (makespan !== last) found.push(`makespan ${makespan} instead of ${last}`);
  return found;
}
