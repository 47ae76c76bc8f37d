import { longestHeads, longestTails } from './modeChains.ts';
import type { ModeTable } from './modeTable.ts';
import { limitEnd } from './relaxModes.ts';

/** Beginnings of windows whose work is compared with the capacity, at most; of more, every second, third, ... one. */
const headLimit = 64;

/** What is left of the modes when the project must end by some time. */
export type ModeWindows = {
  /** By mode: 1 while it can be part of a schedule. */
  readonly allowed: Uint8Array;
  /** By activity, in units of time: the longest chains before and behind it, and its shortest and longest allowed mode. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly shortest: Int32Array;
  readonly longest: Int32Array;
  /** By activity and resource: least work of an allowed mode. */
  readonly work: Float64Array;
  /** Activities with falling tails. */
  readonly byTail: Int32Array;
  /** By place in `byTail`: work that a window still has room for. */
  readonly spare: Float64Array;
  /** By activity: the least of that over all windows in which it must lie. */
  readonly tightest: Float64Array;
};

/**
 * Room for what `narrowModes` finds. It is written anew for every end, so that a search by halving needs it only once.
 *
 * Example: for two activities with 2 modes and 1 mode it has 3 places in `allowed`, and 2 heads.
 */
export function createModeWindows(table: ModeTable): ModeWindows {
  const count = table.count;
  const numbers = () => new Int32Array(count);
  return {
    allowed: new Uint8Array(table.duration.length),
    head: numbers(),
    tail: numbers(),
    shortest: numbers(),
    longest: numbers(),
    work: new Float64Array(count * table.resources),
    byTail: numbers(),
    spare: new Float64Array(count),
    tightest: new Float64Array(count),
  };
}

/**
 * Supposes that the project ends by `end` and takes away what then cannot be, until nothing changes: modes that do not fit
 * between the longest chains before and behind them; that leave too little of a budget for the thriftiest modes of the
 * others; that leave too little of a renewable resource for the least work of the activities which must lie in a window of
 * time. What is left makes the chains longer, and so on. False: nothing is left of some activity, so no schedule ends by then.
 *
 * Source: destructive improvement, Klein and Scholl 1999, Computing lower bounds by destructive improvement.
 *
 * Example: A (2 units of time, or 5), behind it B (3). By 6 the mode of 5 does not fit, because B leaves 3 for A:
 *
 *     A A . B B B
 *     0 1 2 3 4 5
 *
 * By 5 the mode of 2 just fits, and by 4 nothing is left of A.
 */
export function narrowModes(table: ModeTable, windows: ModeWindows, end: number): boolean {
  const { allowed, head, tail, shortest, longest } = windows;
  limitEnd(table, end);
  allowed.fill(1);
  for (;;) {
    if (!measure(table, windows)) return false;
    longestHeads(table, shortest, head);
    longestTails(table, shortest, longest, tail);
    let isChanged = false;
    for (let activity = 0; activity < table.count; activity += 1) {
      const room = end - (head[activity] as number) - (tail[activity] as number);
      for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
        if (allowed[mode] === 0 || (table.duration[mode] as number) <= room) continue;
        allowed[mode] = 0;
        isChanged = true;
      }
    }
    if (isChanged) continue;
    const budgets = narrowByBudgets(table, windows);
    if (budgets === 'impossible') return false;
    if (budgets === 'changed') continue;
    const work = narrowByWork(table, windows, end);
    if (work === 'impossible') return false;
    if (work === 'same') return true;
  }
}

/** The least of every activity over its allowed modes; false when one has none. */
function measure(table: ModeTable, { allowed, shortest, longest, work }: ModeWindows): boolean {
  work.fill(Number.POSITIVE_INFINITY);
  for (let activity = 0; activity < table.count; activity += 1) {
    let least = -1;
    let most = -1;
    for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
      if (allowed[mode] === 0) continue;
      const duration = table.duration[mode] as number;
      if (least < 0 || duration < least) least = duration;
      if (duration > most) most = duration;
      for (let resource = 0; resource < table.resources; resource += 1) {
        const at = activity * table.resources + resource;
        work[at] = Math.min(work[at] as number, duration * (table.demand[mode * table.resources + resource] as number));
      }
    }
    if (least < 0) return false;
    shortest[activity] = least;
    longest[activity] = most;
  }
  return true;
}

type Outcome = 'impossible' | 'changed' | 'same';

function narrowByBudgets(table: ModeTable, { allowed }: ModeWindows): Outcome {
  let outcome: Outcome = 'same';
  for (let budget = 0; budget < table.budgets; budget += 1) {
    let spare = table.budget[budget] as number;
    for (let activity = 0; activity < table.count; activity += 1) spare -= leastCost(table, allowed, activity, budget);
    if (spare < 0) return 'impossible';
    for (let activity = 0; activity < table.count; activity += 1) {
      const least = leastCost(table, allowed, activity, budget);
      for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
        if (allowed[mode] === 0 || (table.cost[mode * table.budgets + budget] as number) - least <= spare) continue;
        allowed[mode] = 0;
        outcome = 'changed';
      }
    }
  }
  return outcome;
}

function leastCost(table: ModeTable, allowed: Uint8Array, activity: number, budget: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1)
    if (allowed[mode] === 1) least = Math.min(least, table.cost[mode * table.budgets + budget] as number);
  return least;
}

/**
 * For windows [h, end - q): the work of all activities with a head of at least h and a tail of at least q lies inside. For
 * each h the activities are gone through with falling tails, so that one sum serves all q.
 */
function narrowByWork(table: ModeTable, windows: ModeWindows, end: number): Outcome {
  const { allowed, head, tail, work, byTail, spare, tightest } = windows;
  for (let activity = 0; activity < table.count; activity += 1) byTail[activity] = activity;
  byTail.sort((a, b) => (tail[b] as number) - (tail[a] as number));
  const heads = [...new Set(head)].sort((a, b) => a - b);
  const step = Math.ceil(heads.length / headLimit);
  let outcome: Outcome = 'same';
  for (let resource = 0; resource < table.resources; resource += 1) {
    const capacity = table.capacity[resource] as number;
    tightest.fill(Number.POSITIVE_INFINITY);
    for (let index = 0; index < heads.length; index += step) {
      const h = heads[index] as number;
      let sum = 0;
      for (let place = 0; place < table.count; place += 1) {
        const activity = byTail[place] as number;
        if ((head[activity] as number) >= h) sum += work[activity * table.resources + resource] as number;
        const room = end - h - (tail[activity] as number);
        // Before the last activity of one tail the sum is too small, which does no harm; an empty window says nothing.
        spare[place] = sum === 0 ? Number.POSITIVE_INFINITY : capacity * room - sum;
        if ((spare[place] as number) < 0) return 'impossible';
      }
      let least = Number.POSITIVE_INFINITY;
      for (let place = table.count - 1; place >= 0; place -= 1) {
        const activity = byTail[place] as number;
        least = Math.min(least, spare[place] as number);
        if ((head[activity] as number) >= h) tightest[activity] = Math.min(tightest[activity] as number, least);
      }
    }
    for (let activity = 0; activity < table.count; activity += 1) {
      const limit = (tightest[activity] as number) + (work[activity * table.resources + resource] as number);
      for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
        if (allowed[mode] === 0 || (table.duration[mode] as number) * (table.demand[mode * table.resources + resource] as number) <= limit) continue;
        allowed[mode] = 0;
        outcome = 'changed';
      }
    }
  }
  return outcome;
}

/**
 * A time before which no schedule ends: the longest chain with the shortest modes, raised while `narrowModes` shows that
 * nothing ends by then, at most to `upper`.
 *
 * Example: two activities of 3 units that need the only unit of a resource: nothing ends by 5, so the bound is 6.
 */
export function boundModes(table: ModeTable, upper: number): number {
  const windows = createModeWindows(table);
  let impossible = -1;
  let open = upper;
  // Whatever does not end by some time does not end sooner: halving finds the border.
  while (open - impossible > 1) {
    const middle = (open + impossible) >> 1;
    if (narrowModes(table, windows, middle)) open = middle;
    else impossible = middle;
  }
  return open;
}
