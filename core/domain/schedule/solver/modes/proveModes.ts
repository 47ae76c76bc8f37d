import { createModeWindows, narrowModes } from './boundModes.ts';
import type { ModeTable } from './modeTable.ts';

/** A set of placed activities is one word. */
const largestProof = 31;

/** Numbers that the memory of finished states may hold: 64 MB. */
const largestMemory = 1 << 24;

/** Finished states that are compared with one, the newest first. */
const lookLimit = 1_000;

export type ModeProof = {
  /**
   * Goes on until nothing shorter than `upper` is left (`done`), a schedule was found (`found`: ask again with its makespan),
   * or `steps` activities were placed (`open`: ask again, what was excluded stays excluded).
   */
  readonly run: (upper: number, steps: number, shouldStop: () => boolean) => 'done' | 'found' | 'open';
  /** Activities placed so far. */
  readonly steps: () => number;
  /** The last one found. */
  readonly found: () => { readonly makespan: number; readonly start: Int32Array; readonly mode: Int32Array };
};

/** Null: too many activities for this proof. */
export function createModeProof(table: ModeTable): ModeProof | null {
  const { count, words, budgets, resources, horizon, firstMode, duration } = table;
  // A relaxation only follows from the rest: of two states it makes neither one better.
  const realBudgets = table.relaxedBound === null ? budgets : budgets - 1;
  const inner = innerActivities(table);
  if (inner.length > largestProof || inner.length === 0) return null;
  const bit = new Int32Array(count);
  for (const [place, activity] of inner.entries()) bit[activity] = 1 << place;
  const all = inner.length === 31 ? 0x7fffffff : (1 << inner.length) - 1;
  const modes = duration.length;
  const windows = createModeWindows(table);
  const start = new Int32Array(count);
  const finish = new Int32Array(count);
  const chosen = new Int32Array(count);
  const free = new Int32Array(words * horizon);
  for (let word = 0; word < words; word += 1) free.fill(table.full[word] as number, word * horizon, (word + 1) * horizon);
  const remaining = new Float64Array(budgets);
  const depths = inner.length + 1;
  const allowed = new Uint8Array(depths * modes);
  const earliest = new Int32Array(depths * count);
  const childMode = new Int32Array(depths * modes);
  const childActivity = new Int32Array(depths * modes);
  const childStart = new Int32Array(depths * modes);
  const shortest = new Int32Array(count);
  const leastCost = new Float64Array(count * budgets);
  const sumCost = new Float64Array(budgets);
  const sumWork = new Float64Array(resources);
  const behind = new Int32Array(count);
  const ready = new Int32Array(count);
  const predecessors = new Int32Array(count);
  for (const activity of inner) {
    for (let link = table.before.offset[activity] as number; link < (table.before.offset[activity + 1] as number); link += 1)
      predecessors[activity] = (predecessors[activity] as number) | (bit[table.before.other[link] as number] as number);
  }
  const memory = createMemory();
  const best = { makespan: 0, start: new Int32Array(count), mode: new Int32Array(count) };
  let end = 0;
  let steps = 0;
  let stepLimit = 0;
  let isStopped = false;
  let isFound = false;
  let stop: () => boolean = () => false;

  function run(upper: number, limit: number, shouldStop: () => boolean): 'done' | 'found' | 'open' {
    end = upper - 1;
    stepLimit = steps + limit;
    stop = shouldStop;
    isStopped = false;
    isFound = false;
    if (!narrowModes(table, windows, end)) return 'done';
    allowed.set(windows.allowed);
    remaining.set(table.budget);
    branch(0, 0, 0);
    return isFound ? 'found' : isStopped ? 'open' : 'done';
  }

  /** Every schedule that goes on from the placed activities without a start before `now`. */
  function branch(depth: number, placed: number, now: number): void {
    if (placed === all) {
      keep();
      return;
    }
    if (!propagate(depth, placed, now)) return;
    const left = inner.length - depth;
    if (left > 2 && left < inner.length && isDominated(placed, now)) return;
    const from = depth * modes;
    const children = collect(depth, placed, from);
    for (let child = from; child < from + children; child += 1) {
      const activity = childActivity[child] as number;
      const mode = childMode[child] as number;
      const at = childStart[child] as number;
      if (steps >= stepLimit || ((steps & 1023) === 0 && stop())) isStopped = true;
      if (isStopped) return;
      steps += 1;
      occupy(activity, mode, at, 1);
      allowed.copyWithin(from + modes, from, from + modes);
      branch(depth + 1, placed | (bit[activity] as number), at);
      occupy(activity, mode, at, -1);
      if (isStopped || isFound) return;
    }
    if (left > 2 && left < inner.length) remember(placed, now);
  }

  function keep(): void {
    isFound = true;
    best.makespan = 0;
    for (let activity = 0; activity < count; activity += 1)
      best.mode[activity] = bit[activity] === 0 ? (firstMode[activity] as number) : (chosen[activity] as number);
    // The dummies at both ends, which the search leaves out, start when they may.
    for (const activity of table.order) {
      let at = bit[activity] === 0 ? 0 : (start[activity] as number);
      if (bit[activity] === 0) {
        for (let link = table.before.offset[activity] as number; link < (table.before.offset[activity + 1] as number); link += 1) {
          const other = table.before.other[link] as number;
          const lag = table.before.lag[link] as number;
          at = Math.max(at, (best.start[other] as number) + (lag < 0 ? (duration[best.mode[other] as number] as number) : lag));
        }
      }
      best.start[activity] = at;
      best.makespan = Math.max(best.makespan, at + (duration[best.mode[activity] as number] as number));
    }
  }

  function occupy(activity: number, mode: number, at: number, sign: number): void {
    start[activity] = at;
    finish[activity] = at + (duration[mode] as number);
    chosen[activity] = mode;
    for (let word = 0; word < words; word += 1) {
      const need = sign * (table.need[mode * words + word] as number);
      if (need === 0) continue;
      for (let cell = word * horizon + at; cell < word * horizon + at + (duration[mode] as number); cell += 1) free[cell] = (free[cell] as number) - need;
    }
    for (let budget = 0; budget < budgets; budget += 1)
      remaining[budget] = (remaining[budget] as number) - sign * (table.cost[mode * budgets + budget] as number);
  }

  /** Takes away modes of the activities that are not placed; false when nothing can be completed by `end`. */
  function propagate(depth: number, placed: number, now: number): boolean {
    const base = depth * modes;
    const row = depth * count;
    behind.set(windows.tail);
    for (let round = 0; ; round += 1) {
      let isChanged = false;
      if (!sumCosts(base, placed)) return false;
      sumWork.fill(0);
      for (let place = 0; place < count; place += 1) {
        const activity = table.order[place] as number;
        const own = bit[activity] as number;
        if (own === 0 || (placed & own) !== 0) continue;
        const at = Math.max(now, earliestOf(activity, placed, row));
        earliest[row + activity] = at;
        const room = end - at - (behind[activity] as number);
        let least = -1;
        for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1) {
          if (allowed[base + mode] === 0) continue;
          const length = duration[mode] as number;
          if (length > room || !isAffordable(activity, mode)) {
            allowed[base + mode] = 0;
            isChanged = true;
          } else if (least < 0 || length < least) least = length;
        }
        if (least < 0) return false;
        shortest[activity] = least;
        for (let resource = 0; resource < resources; resource += 1) sumWork[resource] = (sumWork[resource] as number) + leastWork(base, activity, resource);
      }
      if (!isChanged || round >= 2) break;
      longestTailsLeft(placed);
    }
    for (let resource = 0; resource < resources; resource += 1) {
      let spare = (table.capacity[resource] as number) * (end - now) - (sumWork[resource] as number);
      for (const activity of inner)
        if ((placed & (bit[activity] as number)) !== 0 && (finish[activity] as number) > now)
          spare -= (table.demand[(chosen[activity] as number) * resources + resource] as number) * ((finish[activity] as number) - now);
      if (spare < 0) return false;
    }
    return true;
  }

  /** `behind` of the activities that are not placed, with the modes that are left to them. */
  function longestTailsLeft(placed: number): void {
    for (let place = count - 1; place >= 0; place -= 1) {
      const activity = table.order[place] as number;
      const own = bit[activity] as number;
      if (own === 0 || (placed & own) !== 0) continue;
      let least = 0;
      for (let link = table.after.offset[activity] as number; link < (table.after.offset[activity + 1] as number); link += 1) {
        const to = table.after.other[link] as number;
        const gap = table.after.lag[link] as number;
        least = Math.max(least, (gap < 0 ? 0 : gap - (windows.longest[activity] as number)) + (shortest[to] as number) + (behind[to] as number));
      }
      behind[activity] = least;
    }
  }

  function leastWork(base: number, activity: number, resource: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1)
      if (allowed[base + mode] === 1) least = Math.min(least, (duration[mode] as number) * (table.demand[mode * resources + resource] as number));
    return least;
  }

  function sumCosts(base: number, placed: number): boolean {
    for (let budget = 0; budget < budgets; budget += 1) {
      let sum = 0;
      for (const activity of inner) {
        if ((placed & (bit[activity] as number)) !== 0) continue;
        let least = Number.POSITIVE_INFINITY;
        for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1)
          if (allowed[base + mode] === 1) least = Math.min(least, table.cost[mode * budgets + budget] as number);
        leastCost[activity * budgets + budget] = least;
        sum += least;
      }
      if (sum > (remaining[budget] as number)) return false;
      sumCost[budget] = sum;
    }
    return true;
  }

  function isAffordable(activity: number, mode: number): boolean {
    for (let budget = 0; budget < budgets; budget += 1) {
      const more = (table.cost[mode * budgets + budget] as number) - (leastCost[activity * budgets + budget] as number);
      if ((sumCost[budget] as number) + more > (remaining[budget] as number)) return false;
    }
    return true;
  }

  /** By placed predecessors, and by the others as early as they may be. */
  function earliestOf(activity: number, placed: number, row: number): number {
    let at = 0;
    for (let link = table.before.offset[activity] as number; link < (table.before.offset[activity + 1] as number); link += 1) {
      const other = table.before.other[link] as number;
      const own = bit[other] as number;
      const lag = table.before.lag[link] as number;
      if (own === 0) continue;
      const from = (placed & own) !== 0 ? (start[other] as number) : (earliest[row + other] as number);
      const length = (placed & own) !== 0 ? (finish[other] as number) - from : (shortest[other] as number);
      at = Math.max(at, from + (lag < 0 ? length : lag));
    }
    return at;
  }

  /** What may be placed next, by start; returns how many. */
  function collect(depth: number, placed: number, from: number): number {
    let children = 0;
    for (const activity of inner) {
      if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & ~placed) !== 0) continue;
      for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1) {
        if (allowed[from + mode] === 0) continue;
        const at = earliestFit(mode, earliest[depth * count + activity] as number);
        const length = duration[mode] as number;
        if (at + length + (windows.tail[activity] as number) > end) continue;
        let place = from + children;
        while (
          place > from &&
          ((childStart[place - 1] as number) > at || (childStart[place - 1] === at && (duration[childMode[place - 1] as number] as number) > length))
        ) {
          childStart[place] = childStart[place - 1] as number;
          childMode[place] = childMode[place - 1] as number;
          childActivity[place] = childActivity[place - 1] as number;
          place -= 1;
        }
        childStart[place] = at;
        childMode[place] = mode;
        childActivity[place] = activity;
        children += 1;
      }
    }
    return children;
  }

  function earliestFit(mode: number, from: number): number {
    const length = duration[mode] as number;
    let at = from;
    for (let time = from; time < at + length; time += 1) {
      for (let word = 0; word < words; word += 1) {
        const guard = table.guard[word] as number;
        if ((((free[word * horizon + time] as number) - (table.need[mode * words + word] as number)) & guard) !== guard) at = time + 1;
      }
    }
    return at;
  }

  /** A finished state with the same activities that left at least as much, at every time from now on, at least as early. */
  function isDominated(placed: number, now: number): boolean {
    for (const activity of inner) if ((placed & (bit[activity] as number)) === 0) ready[activity] = Math.max(now, fromPlaced(activity, placed));
    let looked = 0;
    for (let entry = memory.first.get(placed) ?? -1; entry >= 0 && looked < lookLimit; entry = memory.data[entry] as number) {
      if (isNoWorse(entry, placed, now)) return true;
      looked += 1;
    }
    return false;
  }

  function isNoWorse(entry: number, placed: number, now: number): boolean {
    const { data } = memory;
    const then = data[entry + 1] as number;
    if (then > now) return false;
    let at = entry + 3;
    for (let budget = 0; budget < realBudgets; budget += 1, at += 1) if ((data[at] as number) < (remaining[budget] as number)) return false;
    for (const activity of inner) {
      if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & placed) === 0) continue;
      if ((data[at] as number) > (ready[activity] as number)) return false;
      at += 1;
    }
    const length = data[entry + 2] as number;
    for (let word = 0; word < words; word += 1) {
      const guard = table.guard[word] as number;
      for (let time = now; time < then + length; time += 1) {
        if (((((data[at + word * length + time - then] as number) | guard) - ((free[word * horizon + time] as number) & ~guard)) & guard) !== guard)
          return false;
      }
    }
    return true;
  }

  function fromPlaced(activity: number, placed: number): number {
    let at = 0;
    for (let link = table.before.offset[activity] as number; link < (table.before.offset[activity + 1] as number); link += 1) {
      const other = table.before.other[link] as number;
      const lag = table.before.lag[link] as number;
      if ((placed & (bit[other] as number)) !== 0) at = Math.max(at, lag < 0 ? (finish[other] as number) : (start[other] as number) + lag);
    }
    return at;
  }

  /** Entry: next entry, now, length of the profile, what is left of the budgets, earliest starts, the profile by word. */
  function remember(placed: number, now: number): void {
    let last = now;
    for (const activity of inner) if ((placed & (bit[activity] as number)) !== 0) last = Math.max(last, finish[activity] as number);
    const length = last - now;
    const size = 3 + realBudgets + inner.length + words * length;
    if (!memory.reserve(size)) return;
    const { data } = memory;
    const entry = memory.used;
    data[entry] = memory.first.get(placed) ?? -1;
    data[entry + 1] = now;
    data[entry + 2] = length;
    let at = entry + 3;
    for (let budget = 0; budget < realBudgets; budget += 1, at += 1) data[at] = remaining[budget] as number;
    for (const activity of inner) {
      if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & placed) === 0) continue;
      data[at] = Math.max(now, fromPlaced(activity, placed));
      at += 1;
    }
    for (let word = 0; word < words; word += 1) for (let time = now; time < last; time += 1, at += 1) data[at] = free[word * horizon + time] as number;
    memory.used = at;
    memory.first.set(placed, entry);
  }

  return { run, steps: () => steps, found: () => best };
}

type Memory = { readonly first: Map<number, number>; data: Int32Array; used: number; readonly reserve: (size: number) => boolean };

function createMemory(): Memory {
  const memory: Memory = {
    first: new Map(),
    data: new Int32Array(1 << 12),
    used: 0,
    reserve: (size) => {
      if (memory.used + size <= memory.data.length) return true;
      if (2 * memory.data.length > largestMemory) return false;
      const larger = new Int32Array(2 * memory.data.length);
      larger.set(memory.data);
      memory.data = larger;
      return true;
    },
  };
  return memory;
}

/** All but the dummies at both ends: without work, choice or a lag that anything waits for. */
function innerActivities(table: ModeTable): readonly number[] {
  const isDummy = (activity: number) => {
    const mode = table.firstMode[activity] as number;
    if ((table.firstMode[activity + 1] as number) - mode > 1 || (table.duration[mode] as number) > 0) return false;
    const isBare = (links: ModeTable['before']) => links.offset[activity] === links.offset[activity + 1];
    const { offset, lag } = table.after;
    const isQuiet = lag.subarray(offset[activity], offset[activity + 1]).every((value) => value <= 0);
    const into = table.before.lag.subarray(table.before.offset[activity], table.before.offset[activity + 1]).every((value) => value <= 0);
    return (isBare(table.before) && isQuiet) || (isBare(table.after) && into);
  };
  return Array.from({ length: table.count }, (_, activity) => activity).filter((activity) => !isDummy(activity));
}
