import type { Chains } from '../chains.ts';
import type { FixedProject, ProjectLinks } from '../fixedProject.ts';

/** Changes starts into ones that keep every lag and end at `end` or before. */
export type StartsInOrder = (start: Float64Array, end: number) => void;

/**
 * Mends starts that break lags, without preferring a side: once everything that is too early is pushed right, once
 * everything that is too late is pushed left, and the means of both are taken. Lags are differences, so the means of two
 * plans that keep them keep them too. `end` is not before the critical path.
 *
 * Example: 2 units at 3 and what follows them at 4 become 3 and 5 pushed right, 2 and 4 pushed left, and stand at 2.5 and 4.5 then.
 */
export function createStartsInOrder(project: FixedProject, order: Int32Array, { head, tail }: Chains): StartsInOrder {
  const { count } = project;
  const toTheRight = linksInOrder(project.before, order);
  const toTheLeft = linksInOrder(project.after, order.toReversed());
  const [earliest, rest] = [Float64Array.from(head), Float64Array.from(tail)];
  const right = new Float64Array(count);
  const left = new Float64Array(count);
  return (start, end) => {
    for (let activity = 0; activity < count; activity += 1) {
      const inside = Math.min(Math.max(start[activity] as number, earliest[activity] as number), end - (rest[activity] as number));
      right[activity] = inside;
      left[activity] = inside;
    }
    push(toTheRight, right, 1);
    push(toTheLeft, left, -1);
    for (let activity = 0; activity < count; activity += 1) start[activity] = ((right[activity] as number) + (left[activity] as number)) / 2;
  };
}

/** Moves every start that is nearer to its predecessor than the lag says; `sign` is 1 to the right and -1 to the left. */
function push({ count, from, to, lag }: LinkRow, start: Float64Array, sign: 1 | -1): void {
  for (let link = 0; link < count; link += 1) {
    const least = (start[from[link] as number] as number) + sign * (lag[link] as number);
    const its = to[link] as number;
    if (sign * least > sign * (start[its] as number)) start[its] = least;
  }
}

type LinkRow = { readonly count: number; readonly from: Int32Array; readonly to: Int32Array; readonly lag: Float64Array };

/**
 * All links in one row, those of activities that need fewer steps from the beginning of `order` first: so each finds its
 * `from` done, and links beside each other hardly ever wait for one another.
 */
function linksInOrder(links: ProjectLinks, order: Int32Array): LinkRow {
  const steps = new Int32Array(order.length);
  const row: { from: number; to: number; lag: number }[] = [];
  for (const to of order) {
    for (let entry = links.offset[to] as number; entry < (links.offset[to + 1] as number); entry += 1) {
      const from = links.other[entry] as number;
      steps[to] = Math.max(steps[to] as number, (steps[from] as number) + 1);
      row.push({ from, to, lag: links.lag[entry] as number });
    }
  }
  row.sort((one, other) => (steps[one.to] as number) - (steps[other.to] as number));
  return {
    count: row.length,
    from: Int32Array.from(row, ({ from }) => from),
    to: Int32Array.from(row, ({ to }) => to),
    lag: Float64Array.from(row, ({ lag }) => lag),
  };
}
