import type { FixedProject } from '../fixedProject.ts';

/** How much of each resource is used at each unit of time, where activities may start between two units. */
export type WorkProfile = {
  /** By resource: `use[resource * length + time]`, as a share of its capacity. */
  readonly use: Float64Array;
  readonly length: number;
  readonly resources: number;
  /** By resource: for how many units of time all its work would fill the whole of it. */
  readonly work: Float64Array;
  /** Writes down the use of these starts. */
  fill(start: Float64Array): void;
  /**
   * Adds up for every activity what a small shift to the right changes, where `price[resource * length + time]` is paid
   * for each share used at that time: what is paid at its finish less what is paid at its start.
   */
  slopes(start: Float64Array, price: Float64Array, slope: Float64Array): void;
};

/**
 * The profile of a project over `horizon` units of time. An activity that starts between two units uses both ends in part,
 * so that use follows the starts without jumps.
 *
 * Example: a quarter of a resource for 2 units from 0.5 on is used 0.125 at 0, 0.25 at 1 and 0.125 at 2.
 */
export function createWorkProfile(project: FixedProject, horizon: number): WorkProfile {
  const { resources } = project;
  const length = horizon + 2;
  const uses = usesOf(project, length);
  const use = new Float64Array(resources * length);
  const work = new Float64Array(resources);
  for (let entry = 0; entry < uses.count; entry += 1) {
    const resource = (uses.row[entry] as number) / length;
    work[resource] = (work[resource] as number) + (uses.share[entry] as number) * (uses.days[entry] as number);
  }
  return {
    use,
    length,
    resources,
    work,
    fill(start) {
      const { count, activity, row, share, days } = uses;
      use.fill(0);
      for (let entry = 0; entry < count; entry += 1) {
        const at = start[activity[entry] as number] as number;
        const from = Math.trunc(at);
        const behind = (share[entry] as number) * (at - from);
        const ahead = (share[entry] as number) - behind;
        const begin = (row[entry] as number) + from;
        const end = begin + (days[entry] as number);
        use[begin] = (use[begin] as number) + ahead;
        use[begin + 1] = (use[begin + 1] as number) + behind;
        use[end] = (use[end] as number) - ahead;
        use[end + 1] = (use[end + 1] as number) - behind;
      }
      for (let base = 0; base < use.length; base += length) {
        let sum = 0;
        for (let place = base; place < base + length; place += 1) {
          sum += use[place] as number;
          use[place] = sum;
        }
      }
    },
    slopes(start, price, slope) {
      const { count, activity, row, share, days } = uses;
      slope.fill(0);
      for (let entry = 0; entry < count; entry += 1) {
        const its = activity[entry] as number;
        const begin = (row[entry] as number) + Math.trunc(start[its] as number);
        const difference = (price[begin + (days[entry] as number)] as number) - (price[begin] as number);
        slope[its] = (slope[its] as number) + (share[entry] as number) * difference;
      }
    },
  };
}

/**
 * Every use of a resource by an activity, one after the other: a loop over activities with a loop over their few resources
 * inside took twice as long with 5,000 activities.
 */
function usesOf({ count, resources, duration, demand, capacity }: FixedProject, length: number) {
  const uses: { activity: number; row: number; share: number; days: number }[] = [];
  for (let activity = 0; activity < count; activity += 1) {
    const days = duration[activity] as number;
    for (let resource = 0; resource < resources; resource += 1) {
      const units = demand[activity * resources + resource] as number;
      if (units > 0 && days > 0) uses.push({ activity, row: resource * length, share: units / (capacity[resource] as number), days });
    }
  }
  return {
    count: uses.length,
    activity: Int32Array.from(uses, ({ activity }) => activity),
    row: Int32Array.from(uses, ({ row }) => row),
    share: Float64Array.from(uses, ({ share }) => share),
    days: Int32Array.from(uses, ({ days }) => days),
  };
}
