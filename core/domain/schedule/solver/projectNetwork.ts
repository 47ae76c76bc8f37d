import type { ProjectActivity, ProjectLink, ResourceProject } from './project.ts';

function shortestDuration(activity: ProjectActivity): number {
  return activity.modes.reduce((least, mode) => Math.min(least, mode.duration), Number.POSITIVE_INFINITY);
}

function isForward(link: ProjectLink): boolean {
  return link.lag === 'afterFinish' || link.lag >= 0;
}

/**
 * Predecessors first, counting every link but the maximum lags; null when the links go in a circle.
 *
 * Source: Kahn, Topological sorting of large networks, CACM 5 (1962).
 *
 * Example: of 1 → 0 and 2 → 1 it is 2, 1, 0. A maximum lag from 0 back to 2 changes nothing, a third link 0 → 2 makes it null.
 */
export function topologicalOrder(project: ResourceProject): readonly number[] | null {
  const waitsFor = project.activities.map(() => 0);
  for (const activity of project.activities) for (const link of activity.successors) if (isForward(link)) waitsFor[link.to] = (waitsFor[link.to] ?? 0) + 1;
  const order: number[] = [];
  for (const [activity, count] of waitsFor.entries()) if (count === 0) order.push(activity);
  for (let place = 0; place < order.length; place += 1) {
    for (const link of project.activities[order[place] as number]?.successors ?? []) {
      if (!isForward(link)) continue;
      waitsFor[link.to] = (waitsFor[link.to] as number) - 1;
      if (waitsFor[link.to] === 0) order.push(link.to);
    }
  }
  return order.length === project.activities.length ? order : null;
}

/**
 * Latest starts of the chosen modes relative to a finish at 0, maximum lags left aside: negative numbers, the most negative
 * first in line.
 *
 * Source: the backward pass of Kelley and Walker, Critical-path planning and scheduling, 1959.
 *
 * Example: 0 of 2 units of time before 2 of 3, and 1 of 4 with nothing behind it:
 *
 *   time   -5 -4 -3 -2 -1
 *   0       #  #  .  .  .     -5
 *   1       .  #  #  #  #     -4
 *   2       .  .  #  #  #     -3
 */
export function latestStarts(project: ResourceProject, order: readonly number[], mode: readonly number[]): readonly number[] {
  const latest = project.activities.map((activity, index) => -(activity.modes[mode[index] as number]?.duration ?? 0));
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const index = order[place] as number;
    const activity = project.activities[index] as ProjectActivity;
    const duration = activity.modes[mode[index] as number]?.duration ?? 0;
    for (const link of activity.successors) {
      if (!isForward(link)) continue;
      const lag = link.lag === 'afterFinish' ? duration : link.lag;
      latest[index] = Math.min(latest[index] as number, (latest[link.to] as number) - lag);
    }
  }
  return latest;
}

/**
 * A bound under every schedule: the critical path with the shortest modes, and per renewable resource the least work of
 * the activities that cannot start before some time, plus the shortest chain after them.
 *
 * Source: heads and tails as in Carlier, The one-machine sequencing problem, EJOR 11 (1982), with the least work of all modes.
 *
 * Example: three activities of 2 units of time, or of 1 with both units of a resource instead of one, behind one of 1 unit and
 * before one of 1 unit that need none: the critical path is 3, the work 6 on 2 units, so the bound is 1 + 3 + 1 = 5.
 */
export function projectBound(project: ResourceProject, order: readonly number[]): number {
  const count = project.activities.length;
  const head = new Float64Array(count);
  const tail = new Float64Array(count);
  for (const index of order) {
    for (const link of project.activities[index]?.successors ?? []) {
      const lag = link.lag === 'afterFinish' ? shortestDuration(project.activities[index] as ProjectActivity) : link.lag;
      if (isForward(link)) head[link.to] = Math.max(head[link.to] as number, (head[index] as number) + lag);
    }
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    const index = order[place] as number;
    const activity = project.activities[index] as ProjectActivity;
    // After the activity's own end: what a start-to-start lag leaves beyond the longest mode is certain, less is not.
    const longest = activity.modes.reduce((most, mode) => Math.max(most, mode.duration), 0);
    for (const link of activity.successors) {
      if (!isForward(link)) continue;
      const after = shortestDuration(project.activities[link.to] as ProjectActivity) + (tail[link.to] as number);
      const gap = link.lag === 'afterFinish' ? 0 : link.lag - longest;
      tail[index] = Math.max(tail[index] as number, gap + after);
    }
    tail[index] = Math.max(tail[index] as number, 0);
  }
  let bound = 0;
  for (let index = 0; index < count; index += 1) {
    bound = Math.max(bound, (head[index] as number) + shortestDuration(project.activities[index] as ProjectActivity) + (tail[index] as number));
  }
  for (const [resource, capacity] of project.renewable.entries()) {
    const byHead = project.activities
      .map((activity, index) => ({
        index,
        work: activity.modes.reduce((least, mode) => Math.min(least, mode.duration * (mode.demands[resource] ?? 0)), Number.POSITIVE_INFINITY),
      }))
      .filter(({ work }) => work > 0)
      .sort((a, b) => (head[b.index] as number) - (head[a.index] as number));
    let work = 0;
    let shortestTail = Number.POSITIVE_INFINITY;
    for (const entry of byHead) {
      work += entry.work;
      shortestTail = Math.min(shortestTail, tail[entry.index] as number);
      bound = Math.max(bound, (head[entry.index] as number) + Math.ceil(work / capacity) + shortestTail);
    }
  }
  return bound;
}
