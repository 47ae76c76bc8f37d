import type { FixedProject } from '../fixedProject.ts';
import { noPath, shortenDistances } from './startDistances.ts';

/** Pairs that cannot run at the same time: those whose order is open, and those whose order the lags already force. */
export type OrderedPairs = { readonly open: readonly Pair[]; readonly forced: readonly Pair[] };
export type Pair = { readonly first: number; readonly second: number };

/** More open orders take more time than they save. */
const pairLimit = 20_000;
/** Above this no order is forced: each would change the whole table of distances. */
const forceLimit = 200;

/**
 * Two activities that together need more of a resource than there is are disjunctive: one ends before the other starts.
 * Where the distances exclude one order, the other is forced and makes distances longer, until nothing changes. Null
 * where both orders are excluded: there is no schedule. `distance` is changed.
 *
 * Source: Schutt, Feydy, Stuckey and Wallace, Solving RCPSP/max by lazy clause generation, Journal of Scheduling 16 (2013),
 * section 4.
 *
 * Example: A of 3 units of time and B of 2 need the only unit of a resource, and B starts at least 1 after A. B cannot be
 * over when A starts, so A comes first, and the distance from A to B grows from 1 to 3:
 *
 *   time   0 1 2 3 4
 *   A      # # # . .
 *   B      . . . # #
 *
 * Without the lag the order of the pair is open.
 */
export function orderPairs(project: FixedProject, distance: Int32Array): OrderedPairs | null {
  const { count, duration } = project;
  let open: Pair[] = [];
  for (let first = 0; first < count; first += 1)
    for (let second = first + 1; second < count; second += 1) if (exceedsTogether(project, first, second)) open.push({ first, second });
  const forced: Pair[] = [];
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const still: Pair[] = [];
    for (const pair of open) {
      const { first, second } = pair;
      const forward = distance[first * count + second] as number;
      const backward = distance[second * count + first] as number;
      if (forward >= (duration[first] as number) || backward >= (duration[second] as number)) continue;
      const canBeSecond = backward === noPath || backward + (duration[first] as number) <= 0;
      const canBeFirst = forward === noPath || forward + (duration[second] as number) <= 0;
      if (!canBeSecond && !canBeFirst) return null;
      if ((canBeSecond && canBeFirst) || count > forceLimit) {
        still.push(pair);
        continue;
      }
      const order = canBeSecond ? pair : { first: second, second: first };
      forced.push(order);
      hasChanged = true;
      if (!shortenDistances(distance, count, order.first, order.second, duration[order.first] as number)) return null;
    }
    open = still;
  }
  return { open: open.length > pairLimit ? keepLongest(project, open) : open, forced };
}

/** Orders are redundant beside the resources, so leaving some out is safe. */
function keepLongest({ duration }: FixedProject, open: readonly Pair[]): readonly Pair[] {
  const least = ({ first, second }: Pair) => Math.min(duration[first] as number, duration[second] as number);
  return [...open].sort((a, b) => least(b) - least(a)).slice(0, pairLimit);
}

function exceedsTogether({ demand, resources, capacity }: FixedProject, first: number, second: number): boolean {
  for (let resource = 0; resource < resources; resource += 1) {
    const one = demand[first * resources + resource] as number;
    const other = demand[second * resources + resource] as number;
    if (one > 0 && other > 0 && one + other > (capacity[resource] as number)) return true;
  }
  return false;
}
