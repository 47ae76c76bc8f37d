/** Arcs between numbers from 0 to `count - 1`, always from a lower to a higher one; none of them is redundant. */
export type Network = {
  readonly arcs: readonly (readonly [from: number, to: number])[];
  /** `reaches[from * count + to]` is 1 where a way leads from one to the other. */
  readonly reaches: Uint8Array;
};

/** Of the published sets: so many activities have no predecessor and no successor, and at most so many of either. */
const ends = 3;
const mostLinks = 3;

/**
 * A network as ProGen builds it (Kolisch, Sprecher, Drexl 1995, Management Science 41:1693): three activities without
 * predecessor and three without successor; every other one gets a predecessor, then a successor where it has none; then
 * arcs are added until there are `arcCount`. No activity gets more than three predecessors or successors, as long as
 * that is possible, and no arc is redundant. Fewer arcs come out where no more fit.
 */
export function generateNetwork(count: number, arcCount: number, random: () => number): Network {
  const arcs: (readonly [number, number])[] = [];
  const reaches = new Uint8Array(count * count);
  const predecessors = new Int32Array(count);
  const successors = new Int32Array(count);
  const isStart = (activity: number) => activity < Math.min(ends, count - 1);
  const isFinish = (activity: number) => activity >= count - Math.min(ends, count - 1);
  const isOnWay = (from: number, to: number) => from === to || reaches[from * count + to] === 1;

  const add = (from: number, to: number): void => {
    arcs.push([from, to]);
    successors[from] = (successors[from] as number) + 1;
    predecessors[to] = (predecessors[to] as number) + 1;
    for (let first = 0; first <= from; first += 1) {
      if (!isOnWay(first, from)) continue;
      for (let last = to; last < count; last += 1) if (isOnWay(to, last)) reaches[first * count + last] = 1;
    }
  };
  const isNew = (from: number, to: number) => reaches[from * count + to] === 0 && !arcs.some(([first, last]) => isOnWay(first, from) && isOnWay(to, last));
  const mayHaveMore = (from: number, to: number) => (successors[from] as number) < mostLinks && (predecessors[to] as number) < mostLinks;
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const draw = (pairs: readonly (readonly [number, number])[]): void => {
    const fitting = pairs.filter(([from, to]) => mayHaveMore(from, to));
    const chosen = (fitting.length > 0 ? fitting : pairs)[Math.floor(random() * (fitting.length || pairs.length))];
    if (chosen) add(...chosen);
  };

  for (const to of range(0, count)) {
    if (isStart(to)) continue;
    draw(
      range(0, to)
        .filter((from) => !isFinish(from))
        .map((from) => [from, to] as const),
    );
  }
  for (const from of range(0, count).reverse()) {
    if (isFinish(from) || (successors[from] as number) > 0) continue;
    draw(
      range(from + 1, count)
        .filter((to) => !isStart(to) && isNew(from, to))
        .map((to) => [from, to] as const),
    );
  }
  for (let misses = 0; arcs.length < arcCount && misses < 50 * count; ) {
    const from = Math.floor(random() * count);
    const to = Math.floor(random() * count);
    if (from < to && !isFinish(from) && !isStart(to) && mayHaveMore(from, to) && isNew(from, to)) add(from, to);
    else misses += 1;
  }
  return { arcs, reaches };
}
