import type { ProjectActivity, ProjectMode, ResourceProject } from './project.ts';

/** Times that one schedule takes activities out again to keep a maximum lag before it gives up. */
const unscheduleLimit = 200;

/**
 * One schedule: of the activities whose predecessors are placed the one with the smallest priority is put on its earliest
 * start with free capacity, again and again. With maximum lags an activity also has a latest start given by the placed
 * ones; where it comes too late, the placed activity that forbids it is moved later and the schedule is built again from
 * there. Null when that does not lead to a schedule.
 *
 * Source: the serial scheme, Kelley 1963; moving later what a maximum lag binds is the unscheduling step of Franck, Neumann
 * and Schwindt, Truncated branch-and-bound, schedule-construction, and schedule-improvement procedures for
 * resource-constrained project scheduling, OR Spektrum 23 (2001).
 *
 * Example: A of 2 units of time comes before B of 2, which starts at most 2 after A. B and C of 3 need the only unit of a
 * resource, and C has the smallest priority. B waits for C, so A is moved from 0 to 1:
 *
 *   time   0 1 2 3 4        time   0 1 2 3 4
 *   A      # # . . .        A      . # # . .
 *   B      . . . # #   →    B      . . . # #
 *   C      # # # . .        C      # # # . .
 */
export function projectSchedule(
  project: ResourceProject,
  mode: readonly number[],
  priority: readonly number[],
  hasMaximumLags: boolean,
): readonly number[] | null {
  const notBefore = new Float64Array(project.activities.length);
  for (let attempt = 0; attempt <= (hasMaximumLags ? unscheduleLimit : 0); attempt += 1) {
    const start = place(project, mode, priority, notBefore);
    const broken = findBrokenLag(project, mode, start);
    if (!broken) return start;
    // start[to] < start[from] + lag with a negative lag from `from` to `to`: `to` stands too early for `from`.
    const wanted = (start[broken.from] as number) + broken.lag;
    if (wanted <= (notBefore[broken.to] as number)) return null;
    notBefore[broken.to] = wanted;
  }
  return null;
}

function place(project: ResourceProject, mode: readonly number[], priority: readonly number[], notBefore: Float64Array): readonly number[] {
  const count = project.activities.length;
  const modeOf = (activity: number) => (project.activities[activity] as ProjectActivity).modes[mode[activity] as number] as ProjectMode;
  const earliest = notBefore.slice();
  const waitsFor = new Int32Array(count);
  for (const activity of project.activities) {
    for (const link of activity.successors) if (link.lag === 'afterFinish' || link.lag >= 0) waitsFor[link.to] = (waitsFor[link.to] as number) + 1;
  }
  const used = project.renewable.map((): number[] => []);
  const start = new Array<number>(count).fill(0);
  const free: number[] = [];
  for (let activity = 0; activity < count; activity += 1) if (waitsFor[activity] === 0) free.push(activity);
  while (free.length > 0) {
    let bestPlace = 0;
    for (let candidate = 1; candidate < free.length; candidate += 1) {
      const difference = (priority[free[candidate] as number] as number) - (priority[free[bestPlace] as number] as number);
      if (difference < 0 || (difference === 0 && (free[candidate] as number) < (free[bestPlace] as number))) bestPlace = candidate;
    }
    const activity = free.splice(bestPlace, 1)[0] as number;
    const { duration, demands } = modeOf(activity);
    let at = earliest[activity] as number;
    for (let time = at; time < at + duration; time += 1) {
      if (used.some((profile, resource) => (profile[time] ?? 0) + (demands[resource] ?? 0) > (project.renewable[resource] as number))) at = time + 1;
    }
    start[activity] = at;
    for (const [resource, profile] of used.entries()) {
      const demand = demands[resource] ?? 0;
      if (demand === 0) continue;
      while (profile.length < at + duration) profile.push(0);
      for (let time = at; time < at + duration; time += 1) profile[time] = (profile[time] as number) + demand;
    }
    for (const link of project.activities[activity]?.successors ?? []) {
      if (link.lag !== 'afterFinish' && link.lag < 0) continue;
      earliest[link.to] = Math.max(earliest[link.to] as number, at + (link.lag === 'afterFinish' ? duration : link.lag));
      waitsFor[link.to] = (waitsFor[link.to] as number) - 1;
      if (waitsFor[link.to] === 0) free.push(link.to);
    }
  }
  return start;
}

function findBrokenLag(
  project: ResourceProject,
  mode: readonly number[],
  start: readonly number[],
): { readonly from: number; readonly to: number; readonly lag: number } | null {
  for (const [from, activity] of project.activities.entries()) {
    for (const link of activity.successors) {
      const lag = link.lag === 'afterFinish' ? (activity.modes[mode[from] as number]?.duration ?? 0) : link.lag;
      if ((start[link.to] as number) < (start[from] as number) + lag) return { from, to: link.to, lag };
    }
  }
  return null;
}
