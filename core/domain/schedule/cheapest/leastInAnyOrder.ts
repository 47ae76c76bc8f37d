/** Something that is done when its work of several resources is, and `tail` days have passed; its cost depends on the day of its finish. */
export type SharedJob = {
  /** By resource. */
  readonly work: readonly number[];
  /** No work before this day. */
  readonly head: number;
  readonly tail: number;
  /** No finish before this day. */
  readonly earliest: number;
  /** By day of the finish. */
  readonly cost: Float64Array;
};

/** What depends on the last finish of several jobs, by its day; never falls. */
export type JointCost = { readonly jobs: readonly number[]; readonly cost: Float64Array };

/** With so many jobs 4,096 sets are looked at. */
export const mostSharedJobs = 12;

/**
 * What jobs cost at least that share resources, whatever their order. In every schedule one job's work is over first, another
 * one's second, and so on; when it is over for a set of jobs, all their work has been done, at full capacity at best. So the
 * least sum over all orders, found set by set, is a bound, also where work on several jobs goes on at once. A joint cost is
 * counted with the last of its jobs in the order, although another one may finish later still. Every job has work.
 *
 * Source: the dynamic programme over sets of jobs is that of Held and Karp, A dynamic programming approach to sequencing
 * problems, SIAM 10 (1962).
 *
 * Example: two jobs of 3 days on one worker that cost 1 and 10 for every day until their finish: 10 × 3 + 1 × 6 = 36.
 */
export function leastInAnyOrder(jobs: readonly SharedJob[], joint: readonly JointCost[], capacity: readonly number[]): number {
  const sets = 1 << jobs.length;
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  const head = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  const work = capacity.map(() => new Float64Array(sets));
  const members = joint.map((cost) => cost.jobs.reduce((set, job) => set | (1 << job), 0));
  const costFrom = createCostFrom(jobs, joint);
  least[0] = 0;
  for (let set = 1; set < sets; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    const others = set & (set - 1);
    head[set] = Math.min(head[others] as number, (jobs[lowest] as SharedJob).head);
    let days = 0;
    for (const [resource, sums] of work.entries()) {
      sums[set] = (sums[others] as number) + ((jobs[lowest] as SharedJob).work[resource] as number);
      days = Math.max(days, Math.ceil((sums[set] as number) / (capacity[resource] as number)));
    }
    for (const [index, { tail, earliest }] of jobs.entries()) {
      const bit = 1 << index;
      if (!(set & bit)) continue;
      let completed = 0;
      for (const [place, its] of members.entries()) if (its & bit && (its & set) === its) completed |= 1 << place;
      const byDay = costFrom(index, completed);
      const finish = Math.max(earliest, Math.min(byDay.length - 1, (head[set] as number) + days + tail - 1));
      least[set] = Math.min(least[set] as number, (least[set ^ bit] as number) + (byDay[finish] as number));
    }
  }
  return least[sets - 1] as number;
}

/** By day the least that a job costs that finishes on this day or later, with the joint costs that it is the last one of. */
function createCostFrom(jobs: readonly SharedJob[], joint: readonly JointCost[]): (job: number, completed: number) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (job, completed) => {
    const key = `${job} ${completed}`;
    const before = known.get(key);
    if (before) return before;
    const sums = (jobs[job] as SharedJob).cost.slice();
    for (const [place, { cost }] of joint.entries())
      if (completed & (1 << place)) for (const [day, least] of cost.entries()) sums[day] = (sums[day] as number) + least;
    const least = leastFromDayOn(sums);
    known.set(key, least);
    return least;
  };
}

/**
 * By day the least of this day and all later ones: what can be waited for is not dearer than that.
 *
 * Example: 5, 2, 4, 6, 3 becomes 2, 2, 3, 3, 3.
 */
export function leastFromDayOn(costs: Float64Array): Float64Array {
  const least = costs.slice();
  for (let day = least.length - 2; day >= 0; day -= 1) least[day] = Math.min(least[day] as number, least[day + 1] as number);
  return least;
}
