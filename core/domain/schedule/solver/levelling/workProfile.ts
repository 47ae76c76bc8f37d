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
  const { count, resources, duration } = project;
  const length = horizon + 2;
  const { offset, row, share } = usesOf(project, length);
  const use = new Float64Array(resources * length);
  const work = new Float64Array(resources);
  for (let activity = 0; activity < count; activity += 1) {
    for (let entry = offset[activity] as number; entry < (offset[activity + 1] as number); entry += 1) {
      const resource = (row[entry] as number) / length;
      work[resource] = (work[resource] as number) + (share[entry] as number) * (duration[activity] as number);
    }
  }
  return {
    use,
    length,
    resources,
    work,
    fill(start) {
      use.fill(0);
      for (let activity = 0; activity < count; activity += 1) {
        const from = Math.floor(start[activity] as number);
        const late = (start[activity] as number) - from;
        const until = from + (duration[activity] as number);
        for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
          const begin = (row[entry] as number) + from;
          const end = (row[entry] as number) + until;
          const behind = (share[entry] as number) * late;
          const ahead = (share[entry] as number) - behind;
          use[begin] = (use[begin] as number) + ahead;
          use[begin + 1] = (use[begin + 1] as number) + behind;
          use[end] = (use[end] as number) - ahead;
          use[end + 1] = (use[end + 1] as number) - behind;
        }
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
      for (let activity = 0; activity < count; activity += 1) {
        const from = Math.floor(start[activity] as number);
        const until = from + (duration[activity] as number);
        let sum = 0;
        for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
          const base = row[entry] as number;
          sum += (share[entry] as number) * ((price[base + until] as number) - (price[base + from] as number));
        }
        slope[activity] = sum;
      }
    },
  };
}

/** The resources that each activity uses: entries `offset[activity]` to `offset[activity + 1] - 1`. */
function usesOf({ count, resources, duration, demand, capacity }: FixedProject, length: number) {
  const offset = new Int32Array(count + 1);
  const row: number[] = [];
  const share: number[] = [];
  for (let activity = 0; activity < count; activity += 1) {
    for (let resource = 0; resource < resources; resource += 1) {
      const units = demand[activity * resources + resource] as number;
      if (units === 0 || duration[activity] === 0) continue;
      row.push(resource * length);
      share.push(units / (capacity[resource] as number));
    }
    offset[activity + 1] = row.length;
  }
  return { offset, row: Int32Array.from(row), share: Float64Array.from(share) };
}
