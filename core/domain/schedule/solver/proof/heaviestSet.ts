/** Activities that may run at the same time or not, by place in a list of their own. */
export type Together = {
  readonly count: number;
  readonly resources: number;
  readonly capacity: Int32Array;
  /** `demand[place * resources + resource]`. */
  readonly demand: Int32Array;
  /** `isApart[one * count + other]` is 1 where these two never run at the same time. */
  readonly isApart: Uint8Array;
};

export type HeaviestSet = {
  /** The places of the set, the first `size` of them. */
  readonly set: Int32Array;
  size: number;
  weight: number;
  /** Sets that may still be looked at, over all calls; below 0 the last answer is not certain. */
  stepsLeft: number;
};

/** Weights closer than this are the same. */
const tolerance = 1e-9;

/**
 * Finds the set of activities that can run at the same time (no two apart, all within every capacity) whose weights add up
 * to most: branch and bound over the activities, the heaviest first. No more than so many still fit as the least demand
 * of each resource allows; with the heaviest of them the set must become heavier than the best one known.
 *
 * Source: branch and bound as in Land and Doig, An automatic method of solving discrete programming problems, Econometrica
 * 28 (1960).
 *
 * Example: demands 2, 2 and 1 on a capacity of 3 with weights 4, 3 and 2: the first and the last one, 6 together.
 */
export function createHeaviestSet(together: Together, steps: number): HeaviestSet & { readonly find: (weight: ArrayLike<number>) => void } {
  const { count, resources, capacity, demand, isApart } = together;
  const order = Int32Array.from({ length: count }, (_, place) => place);
  // Row `depth` holds those that still fit beside the `depth` chosen ones.
  const fitting = new Int32Array((count + 1) * count);
  const left = new Int32Array(resources);
  const chosen = new Int32Array(count);
  let weight: ArrayLike<number> = [];

  const found = {
    set: new Int32Array(count),
    size: 0,
    weight: 0,
    stepsLeft: steps,
    find(weights: ArrayLike<number>) {
      weight = weights;
      found.weight = 0;
      found.size = 0;
      left.set(capacity);
      order.sort((a, b) => (weight[b] as number) - (weight[a] as number) || a - b);
      let size = 0;
      for (const place of order) if ((weight[place] as number) > tolerance) fitting[size++] = place;
      extend(0, size, 0);
    },
  };

  function extend(depth: number, size: number, sum: number): void {
    found.stepsLeft -= 1;
    if (sum > found.weight + tolerance) {
      found.weight = sum;
      found.size = depth;
      for (let place = 0; place < depth; place += 1) found.set[place] = chosen[place] as number;
    }
    if (size === 0 || found.stepsLeft < 0) return;
    const row = depth * count;
    const most = mostFitting(row, size);
    for (let at = 0; at < size; at += 1) {
      let possible = sum;
      for (let next = at; next < size && next < at + most; next += 1) possible += weight[fitting[row + next] as number] as number;
      if (possible <= found.weight + tolerance) return;
      const place = fitting[row + at] as number;
      chosen[depth] = place;
      for (let resource = 0; resource < resources; resource += 1)
        left[resource] = (left[resource] as number) - (demand[place * resources + resource] as number);
      let kept = 0;
      for (let next = at + 1; next < size; next += 1) {
        const other = fitting[row + next] as number;
        if (isApart[place * count + other] === 0 && fits(other)) fitting[row + count + kept++] = other;
      }
      extend(depth + 1, kept, sum + (weight[place] as number));
      for (let resource = 0; resource < resources; resource += 1)
        left[resource] = (left[resource] as number) + (demand[place * resources + resource] as number);
    }
  }

  function mostFitting(row: number, size: number): number {
    let most = size;
    for (let resource = 0; resource < resources; resource += 1) {
      let least = left[resource] as number;
      for (let at = 0; at < size && least > 0; at += 1) least = Math.min(least, demand[(fitting[row + at] as number) * resources + resource] as number);
      if (least > 0) most = Math.min(most, Math.floor((left[resource] as number) / least));
    }
    return most;
  }

  function fits(place: number): boolean {
    for (let resource = 0; resource < resources; resource += 1) if ((demand[place * resources + resource] as number) > (left[resource] as number)) return false;
    return true;
  }

  return found;
}
