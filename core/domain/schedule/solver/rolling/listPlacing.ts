import type { FixedProject, ProjectLinks } from '../fixedProject.ts';
import { horizonOf } from '../serialGeneration.ts';
import { workShares } from '../workShares.ts';
import { createFreeCapacity } from './freeCapacity.ts';

/** What a part of a list comes to when it is placed behind all that is settled. */
export type Tried = {
  /** When the last of it finishes. */
  finish: number;
  /** How late its work starts: the sum of the starts, each as often as the activity is work. */
  lateness: number;
};

/** Places activities of a list as early as links and free capacity let them, for good or to see what comes of it. */
export type ListPlacing = {
  /** The starts of what is settled; of what was only tried, the last ones. */
  readonly start: Int32Array;
  readonly work: Float64Array;
  /** Takes everything away. From now on these links lead into the activities. */
  begin(links: ProjectLinks): void;
  /** Places an activity for good and answers with its start. */
  settle(activity: number): number;
  /** Places the activities at `from` to `until - 1`, takes them away again, and answers with what they came to, valid until the next call. */
  attempt(list: Int32Array, from: number, until: number): Tried;
};

/**
 * The serial scheme for parts of a list.
 *
 * Example: behind an activity of 3 units of time that fills a resource, another one is tried at 3, and its work starts 3 late.
 */
export function createListPlacing(project: FixedProject): ListPlacing {
  const { duration } = project;
  const work = workShares(project);
  const free = createFreeCapacity(project, horizonOf(project));
  const start = new Int32Array(project.count);
  const tried: Tried = { finish: 0, lateness: 0 };
  let links = project.before;

  const settle = (activity: number): number => {
    const { offset, other, lag } = links;
    let earliest = 0;
    for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
      const possible = (start[other[entry] as number] as number) + (lag[entry] as number);
      if (possible > earliest) earliest = possible;
    }
    const found = free.place(activity, earliest);
    start[activity] = found;
    return found;
  };

  return {
    start,
    work,
    begin(linksInto) {
      links = linksInto;
      free.clear();
    },
    settle,
    attempt(list, from, until) {
      let finish = 0;
      let lateness = 0;
      for (let place = from; place < until; place += 1) {
        const activity = list[place] as number;
        const found = settle(activity);
        lateness += (work[activity] as number) * found;
        finish = Math.max(finish, found + (duration[activity] as number));
      }
      for (let place = from; place < until; place += 1) free.remove(list[place] as number, start[list[place] as number] as number);
      tried.finish = finish;
      tried.lateness = lateness;
      return tried;
    },
  };
}
