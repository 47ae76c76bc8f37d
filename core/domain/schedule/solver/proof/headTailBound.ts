import type { FixedProject, ProjectLinks } from '../fixedProject.ts';

/** Above this the sets of activities are formed by their heads alone, which takes n log n instead of n² steps. */
const pairLimit = 3000;

/**
 * A finish under which no schedule can come: the longest path, and per resource `head + work / capacity + tail` of every set
 * of activities that all start at `head` or later and all leave `tail` or more after their end. Null where the lags
 * contradict each other.
 *
 * Source: heads and tails as in Carlier, The one-machine sequencing problem, EJOR 11 (1982).
 *
 * Example: three activities of 2 units that need the only unit of a resource, after one of 1 unit: 1 + 6 = 7.
 */
export function headTailBound(project: FixedProject): number | null {
  const { count, duration, resources, capacity, demand } = project;
  const head = longestPaths(project, false);
  const reach = longestPaths(project, true);
  if (!head || !reach) return null;
  let bound = 0;
  for (let activity = 0; activity < count; activity += 1) bound = Math.max(bound, (head[activity] as number) + (reach[activity] as number));
  const tail = (activity: number) => (reach[activity] as number) - (duration[activity] as number);
  for (let resource = 0; resource < resources; resource += 1) {
    const users = [...duration.keys()].filter((activity) => (demand[activity * resources + resource] as number) > 0);
    users.sort((a, b) => (head[b] as number) - (head[a] as number));
    const tails = count > pairLimit ? [0] : [...new Set(users.map(tail))];
    for (const least of tails) {
      let work = 0;
      for (const activity of users) {
        if (tail(activity) < least) continue;
        work += (duration[activity] as number) * (demand[activity * resources + resource] as number);
        bound = Math.max(bound, (head[activity] as number) + Math.ceil(work / (capacity[resource] as number)) + least);
      }
    }
  }
  return bound;
}

/** Earliest starts; or, backwards, the least time from each start to the end of all. Null on a circle that never settles. */
function longestPaths(project: FixedProject, isBackward: boolean): Int32Array | null {
  const { count, duration, before, after, maximum } = project;
  const path = isBackward ? duration.slice() : new Int32Array(count);
  for (let round = 0; round <= count + 1; round += 1) {
    let hasChanged = false;
    const step = (from: number, to: number, lag: number) => {
      if ((path[from] as number) + lag <= (path[to] as number)) return;
      path[to] = (path[from] as number) + lag;
      hasChanged = true;
    };
    // In the order of numbers, which is mostly the order of time: then one round suffices.
    for (let place = 0; place < count; place += 1) {
      const activity = isBackward ? count - 1 - place : place;
      each(isBackward ? after : before, activity, (other, lag) => step(other, activity, lag));
      each(maximum, activity, (other, lag) => (isBackward ? step(other, activity, lag) : step(activity, other, lag)));
    }
    if (!hasChanged) return path;
  }
  return null;
}

function each(links: ProjectLinks, activity: number, take: (other: number, lag: number) => void): void {
  for (let place = links.offset[activity] as number; place < (links.offset[activity + 1] as number); place += 1)
    take(links.other[place] as number, links.lag[place] as number);
}
