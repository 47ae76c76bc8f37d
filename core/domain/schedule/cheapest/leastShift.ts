/**
 * By how many days things have to move at least, all together, so that each stands on an open day of its own. `taken`: how
 * many stand on each day now; `isOpen`: 1 for a day that bears one. There are more open days than things.
 *
 * Day by day, for every number of things that are carried over to later days (below 0: of earlier days that later things
 * take), the least that it costs so far; each thing that passes from a day to the next one costs 1. No more are ever carried than
 * there are things without a day of their own: each of these, one after the other, needs one path to an open day.
 *
 * Source: transport on a line, where the cost is the sum of what flows over each border: Karp and Li, Two special cases of
 * the assignment problem, Discrete Mathematics 13 (1975).
 *
 * Example: two things on day 1 and one on day 2, with the days 0 to 9 open: one of the first goes to day 0, and it costs 1.
 */
export function leastShift(taken: Int32Array, isOpen: Int32Array): number {
  const homeless = taken.reduce((sum, count, day) => sum + Math.max(0, count - (isOpen[day] as number)), 0);
  if (homeless === 0) return 0;
  let cost = new Float64Array(2 * homeless + 1).fill(Number.POSITIVE_INFINITY);
  let next = cost.slice();
  cost[homeless] = 0;
  let [least, most] = [0, 0];
  for (let day = 0; day < taken.length; day += 1) {
    const here = taken[day] as number;
    const bears = isOpen[day] as number;
    const first = Math.max(least + here - bears, -homeless);
    const last = Math.min(most + here, homeless);
    next.fill(Number.POSITIVE_INFINITY);
    for (let carried = first; carried <= last; carried += 1) {
      const before = carried - here;
      const full = before < least || before > most ? Number.POSITIVE_INFINITY : (cost[homeless + before] as number);
      const used = bears === 0 || before + 1 < least || before + 1 > most ? Number.POSITIVE_INFINITY : (cost[homeless + before + 1] as number);
      next[homeless + carried] = Math.abs(carried) + Math.min(full, used);
    }
    [cost, next] = [next, cost];
    [least, most] = [first, last];
  }
  return cost[homeless] as number;
}
