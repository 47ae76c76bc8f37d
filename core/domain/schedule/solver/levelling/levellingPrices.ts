import type { WorkProfile } from './workProfile.ts';

/** What use costs at each time, as a pull on everything that is in progress then. */
export type LevellingPrices = {
  /** `price[resource * length + time]`, for the profile that was last filled. */
  readonly price: Float64Array;
  /**
   * Sets the prices anew. `width`: overuse is seen in the mean of so many units of time, at least 1. `end`: when all work
   * is to be done.
   */
  set(width: number, end: number): void;
};

/** The lines are passed by whole units of work, overuse is a share: measured from 0.0001 to 0.1 with hardly a difference. */
const lineWeight = 0.001;

/**
 * Two prices for each resource added up.
 *
 * Of overuse: what is used above the capacity, in a running mean. Work is drawn from where too much is used to where
 * less is, over about the width of the mean.
 *
 * Of lateness: all work done until a time must be at most what the capacity gives until then, and at least what it
 * cannot give between then and the end. Where it is less, everything in progress is drawn to the left at every time in
 * between, however far away the room is; where it is more, to the right. Without it a shortage in the first weeks and an overuse
 * in the last ones do not feel each other.
 *
 * Source: the two forces are those of analytic placement of circuits, where density spreads and a potential carries over
 * distance: Lu et al., ePlace: electrostatics-based placement using fast Fourier transform and Nesterov's method, ACM
 * TODAES 20 (2015); in one dimension the potential's force is a running sum.
 *
 * Example: two activities of 2 units that each fill a resource, both at 0 with 4 units of time: the price falls from 1 at 0 to a little below 0 at 2, and moving either of them to the right pays.
 */
export function createLevellingPrices(profile: WorkProfile, horizon: number): LevellingPrices {
  const { use, length, resources, work } = profile;
  const price = new Float64Array(resources * length);
  const used = createRunningMean(horizon);
  const overused = createRunningMean(horizon);
  return {
    price,
    set(width, end) {
      const half = Math.max(0, Math.round((width - 1) / 2));
      for (let resource = 0; resource < resources; resource += 1) {
        const base = resource * length;
        let sum = 0;
        for (let time = 0; time < horizon; time += 1) {
          sum += use[base + time] as number;
          used.sums[time + 1] = sum;
        }
        sum = 0;
        for (let time = 0; time < horizon; time += 1) {
          sum += Math.max(0, used.around(time, half) - 1);
          overused.sums[time + 1] = sum;
        }
        const least = end - (work[resource] as number);
        let done = 0;
        let pull = 0;
        for (let time = 0; time < horizon; time += 1) {
          price[base + time] = overused.around(time, half) + lineWeight * pull;
          done += use[base + time] as number;
          const tooMuch = done - (time + 1);
          const missing = time + 1 - least - done;
          if (tooMuch > 0) pull -= tooMuch;
          else if (missing > 0) pull += missing;
        }
        price[base + horizon] = lineWeight * pull;
        price[base + horizon + 1] = lineWeight * pull;
      }
    },
  };
}

/** Means of `2 * half + 1` neighbours, of fewer at both ends, of values whose sums up to each of them are in `sums`. */
function createRunningMean(count: number) {
  const sums = new Float64Array(count + 1);
  // The innermost loops multiply instead of dividing.
  const shares = Float64Array.from({ length: count + 1 }, (_, values) => 1 / Math.max(1, values));
  return {
    sums,
    around(place: number, half: number): number {
      const from = Math.max(0, place - half);
      const until = Math.min(count, place + half + 1);
      return ((sums[until] as number) - (sums[from] as number)) * (shares[until - from] as number);
    },
  };
}
