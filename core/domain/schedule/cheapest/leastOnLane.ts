/**
 * What waves on one lane cost at least, by the last day on which one of them can finish, where a finish costs no more the
 * later it is. At most `perDay` of their weight is moved on a day, so that only some of it can be moved on the last days; and
 * what is moved on a day belongs to a wave that finishes at most `longest - 1` days later.
 *
 * `weight` is that of all waves, `leastUntil[d]` what a finish by day d costs at least for a weight of 1, endless before the
 * first day on which a wave can finish.
 *
 * Example: a weight of 3, 1 a day in waves of a day, costs of 9, 7, 4, 0 from day 0 on: by day 3 at least 0 + 4 + 7.
 */
export function createLeastOnLane(lane: {
  readonly weight: number;
  readonly perDay: number;
  readonly longest: number;
  readonly leastUntil: Float64Array;
}): (lastDay: number) => number {
  const { weight, perDay, longest, leastUntil } = lane;
  const sums = new Float64Array(leastUntil.length + 1);
  for (const [day, cost] of leastUntil.entries()) sums[day + 1] = (sums[day] as number) + (cost === Number.POSITIVE_INFINITY ? 0 : cost);
  const days = Math.ceil(weight / perDay);
  const rest = weight - (days - 1) * perDay;
  return (lastDay) => {
    /** The finish of what is moved on the n-th day from behind, counted from 0. */
    const finish = (day: number) => Math.min(lastDay, lastDay - day + longest - 1);
    const first = finish(days - 1);
    if (first < 0 || leastUntil[first] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    // All full days but those that may finish on the last day itself have a day of their own.
    const onLastDay = Math.min(days - 1, longest);
    const others = (sums[finish(onLastDay) + 1] as number) - (sums[first + 1] as number);
    return perDay * (onLastDay * (leastUntil[lastDay] as number) + (days - 1 > onLastDay ? others : 0)) + rest * (leastUntil[first] as number);
  };
}
