import { orderOf } from './chains.ts';
import { type FixedProject, groupLags, type ProjectLag, type ProjectLinks } from './fixedProject.ts';

/** Activities times links, above which nothing is looked for: three million took 11 ms, and a first schedule is to be there in 50. */
const mostWork = 5_000_000;

/**
 * The same project without the links that others imply: a link is left out if a way over other activities keeps the two at
 * least as far apart. Each link is looked at in every pass of a search, and people who write down what waits for what
 * often write down the ways as well. Only for projects whose links do not go in a circle.
 *
 * Source: Aho, Garey and Ullman, The transitive reduction of a directed graph, SIAM Journal on Computing 1 (1972), with
 * lags added up along the ways.
 *
 * Example: of 0 → 1 → 2 and 0 → 2, all after the finish, the last one is left out; with a lag longer than the way it stays.
 */
export function withoutRedundantLinks(project: FixedProject): FixedProject {
  const { count, after, before } = project;
  if (count * after.other.length > mostWork) return project;
  const order = orderOf(project, 'forward');
  const place = new Int32Array(count);
  for (let index = 0; index < count; index += 1) place[order[index] as number] = index;
  const isRedundant = new Uint8Array(after.other.length);
  /** The longest way from the activity looked at; -1 where there is none. */
  const way = new Int32Array(count);
  for (let from = 0; from < count; from += 1) {
    const [first, last] = [after.offset[from] as number, after.offset[from + 1] as number];
    if (last - first < 2) continue;
    way.fill(-1);
    way[from] = 0;
    let farthest = 0;
    for (let entry = first; entry < last; entry += 1) farthest = Math.max(farthest, place[after.other[entry] as number] as number);
    for (let index = place[from] as number; index <= farthest; index += 1) spread(after, way, order[index] as number);
    for (let entry = first; entry < last; entry += 1) {
      if (longestOver(before, way, from, after.other[entry] as number) >= (after.lag[entry] as number)) isRedundant[entry] = 1;
    }
  }
  if (!isRedundant.includes(1)) return project;
  const needed: ProjectLag[] = [];
  for (let from = 0; from < count; from += 1) {
    for (let entry = after.offset[from] as number; entry < (after.offset[from + 1] as number); entry += 1)
      if (!isRedundant[entry]) needed.push({ from, to: after.other[entry] as number, lag: after.lag[entry] as number });
  }
  return { ...project, after: groupLags(count, needed, 'from', 'to'), before: groupLags(count, needed, 'to', 'from') };
}

function spread({ offset, other, lag }: ProjectLinks, way: Int32Array, activity: number) {
  const here = way[activity] as number;
  if (here < 0) return;
  for (let entry = offset[activity] as number; entry < (offset[activity + 1] as number); entry += 1) {
    const next = other[entry] as number;
    way[next] = Math.max(way[next] as number, here + (lag[entry] as number));
  }
}

/** The longest way to an activity whose last link does not come from `from`; -1 where there is none. */
function longestOver({ offset, other, lag }: ProjectLinks, way: Int32Array, from: number, activity: number): number {
  let longest = -1;
  for (let entry = offset[activity] as number; entry < (offset[activity + 1] as number); entry += 1) {
    const middle = other[entry] as number;
    if (middle !== from && (way[middle] as number) >= 0) longest = Math.max(longest, (way[middle] as number) + (lag[entry] as number));
  }
  return longest;
}
