import { dayDemand, peakDemand } from '../problem/resourceUse.ts';
import { freezeRules } from '../problem/schedulingProblem.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { successorsOf } from '../problem/taskOrder.ts';

/** Places all tasks of a list, day by day. What does not depend on the list is worked out once; nothing is allocated for a list. */
export type TaskPlacement = {
  /** 1 for a task that needs more of a resource on one day than is ever there. */
  readonly isImpossible: Uint8Array;
  /**
   * Each task of the list, predecessors first, on the first days that links, freezes and the tasks before it in the list
   * leave it. Writes the starts, -1 for a task that is not in the list, and gives the working day after the last one.
   * An impossible task takes its earliest days by links and freezes and uses nothing up. Pinned tasks have their days before
   * all others.
   */
  readonly earliest: (list: Int32Array, start: Int32Array) => number;
  /**
   * Each task of the list, successors first, on the last days before `deadline`. False where a task finds none from its
   * earliest day on: the starts then mean nothing. For problems without impossible tasks and circles.
   */
  readonly latest: (list: Int32Array, deadline: number, start: Int32Array) => boolean;
};

/** Days of people's capacity that are looked at as one: none of them is entered where the most that is free on any is too little. */
const blockBits = 5;
const blockDays = 1 << blockBits;

/**
 * Serial schedule generation in both directions. Two shortcuts, neither of which changes a result: on a lane a wave of a
 * full day and more begins on an empty day, and empty days are found by a forest of jumps; of people's hours blocks of
 * days without room are passed over.
 *
 * Source: Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996); the
 * forest is Tarjan's for disjoint sets.
 *
 * Example: a (3 days) before b (2 days) on one lane, list a b: starts 0 and 3; latest before day 9: 4 and 7.
 */
export function createTaskPlacement(problem: SchedulingProblem): TaskPlacement {
  const { duration, earliest, pinnedAt, linkOffset, linkFrom, linkLag, demandOffset, demandResource, freezeRule, freezeList } = problem;
  const count = problem.taskIds.length;
  const horizon = problem.dayOf.length;
  const blocks = (horizon >> blockBits) + 2;
  const successors = successorsOf(problem);
  const { needOffset, need, isImpossible } = needsOf(problem);
  const spans = freezesOf(problem);
  const isLane = Uint8Array.from(problem.resources, ({ kind }) => (kind === 'front' ? 1 : 0));
  const capacity = Int32Array.from(problem.resources, (resource) => resource.capacity);

  /** What is left of each resource on each day, one row a resource; a row has room for the longest task behind the last day. */
  const row = blocks * blockDays + duration.reduce((most, days) => Math.max(most, days), 1);
  const free = new Int32Array(capacity.length * row);
  /** Never less than what is free on any day of the block. */
  const blockMost = new Int32Array(capacity.length * blocks);
  /** The next and the last day that may be empty, on a lane; a day that is empty points at itself. */
  const nextEmpty = new Int32Array(capacity.length * row);
  const lastEmpty = new Int32Array(capacity.length * row);
  let usedUntil = row;
  const pinned = [...pinnedAt.keys()].filter((task) => (pinnedAt[task] as number) >= 0);

  const clear = () => {
    for (let resource = 0; resource < capacity.length; resource += 1) {
      const from = resource * row;
      free.fill(capacity[resource] as number, from, from + usedUntil);
      if (isLane[resource]) {
        for (let day = 0; day < usedUntil; day += 1) {
          nextEmpty[from + day] = day;
          lastEmpty[from + day] = day;
        }
      } else blockMost.fill(capacity[resource] as number, resource * blocks, (resource + 1) * blocks);
    }
    usedUntil = 0;
    for (const task of pinned) book(task, pinnedAt[task] as number);
  };

  const emptyFrom = (from: number, day: number) => {
    let at = day;
    for (;;) {
      const next = nextEmpty[from + at] as number;
      if (next === at) return at;
      const afterNext = nextEmpty[from + next] as number;
      nextEmpty[from + at] = afterNext;
      at = afterNext;
    }
  };
  const emptyUntil = (from: number, day: number) => {
    let at = day;
    while (at >= 0) {
      const last = lastEmpty[from + at] as number;
      if (last === at) return at;
      const beforeLast = last < 0 ? last : (lastEmpty[from + last] as number);
      lastEmpty[from + at] = beforeLast;
      at = beforeLast;
    }
    return -1;
  };
  /** The first day from `day` on with so much free. */
  const roomFrom = (resource: number, day: number, wanted: number) => {
    const from = resource * row;
    const blockFrom = resource * blocks;
    let at = day;
    for (;;) {
      const block = at >> blockBits;
      const end = (block + 1) << blockBits;
      if (block >= blocks) return at;
      if ((blockMost[blockFrom + block] as number) >= wanted) {
        const isWhole = (at & (blockDays - 1)) === 0;
        let most = 0;
        for (; at < end; at += 1) {
          const there = free[from + at] as number;
          if (there >= wanted) return at;
          if (there > most) most = there;
        }
        if (isWhole) blockMost[blockFrom + block] = most;
      }
      at = end;
    }
  };

  /** The last day up to `day` with so much free, or -1. */
  const roomUntil = (resource: number, day: number, wanted: number) => {
    const from = resource * row;
    const blockFrom = resource * blocks;
    let at = day;
    while (at >= 0) {
      const block = at >> blockBits;
      const begin = block << blockBits;
      if ((blockMost[blockFrom + block] as number) >= wanted) {
        const isWhole = at === begin + blockDays - 1;
        let most = 0;
        for (; at >= begin; at -= 1) {
          const there = free[from + at] as number;
          if (there >= wanted) return at;
          if (there > most) most = there;
        }
        if (isWhole) blockMost[blockFrom + block] = most;
      }
      at = begin - 1;
    }
    return -1;
  };

  const outsideFreezesFrom = (task: number, day: number) => {
    const rule = freezeRule[task] as number;
    if (rule === freezeRules.free) return day;
    const length = Math.max(duration[task] as number, 1);
    const first = spans.offset[freezeList[task] as number] as number;
    const last = spans.offset[(freezeList[task] as number) + 1] as number;
    let at = day;
    for (let span = first; span < last; ) {
      const next = afterFreeze(rule, at, length, spans.first[span] as number, spans.last[span] as number);
      if (next === at) span += 1;
      else {
        at = next;
        span = first;
      }
    }
    return at;
  };
  const outsideFreezesUntil = (task: number, day: number) => {
    const rule = freezeRule[task] as number;
    if (rule === freezeRules.free) return day;
    const length = Math.max(duration[task] as number, 1);
    const first = spans.offset[freezeList[task] as number] as number;
    const last = spans.offset[(freezeList[task] as number) + 1] as number;
    let at = day;
    for (let span = first; span < last; ) {
      const frozenFrom = spans.first[span] as number;
      if (afterFreeze(rule, at, length, frozenFrom, spans.last[span] as number) === at) span += 1;
      else {
        at = rule === freezeRules.start ? frozenFrom - 1 : frozenFrom - length;
        span = first;
      }
    }
    return at;
  };

  /** `at` where this demand finds room from there on, else the next start worth trying. */
  const fitFrom = (entry: number, days: number, at: number) => {
    const resource = demandResource[entry] as number;
    const from = resource * row;
    const needFrom = needOffset[entry] as number;
    const firstNeed = need[needFrom] as number;
    if (isLane[resource] && firstNeed === capacity[resource]) {
      const empty = emptyFrom(from, at);
      if (empty > at) return empty;
    }
    for (let offset = days - 1; offset >= 0; offset -= 1) {
      const there = free[from + at + offset] as number;
      if ((need[needFrom + offset] as number) <= there) continue;
      // A lane's demand never grows from day to day, so none that begins later and covers this day fits; people's hours may be one minute less on it.
      if (isLane[resource]) return at + offset + 1;
      const least = Math.min(firstNeed, need[needFrom + days - 1] as number);
      return roomFrom(resource, least > there ? at + offset + 1 : at + 1, firstNeed);
    }
    return at;
  };
  const fitUntil = (entry: number, days: number, at: number) => {
    const resource = demandResource[entry] as number;
    const from = resource * row;
    const needFrom = needOffset[entry] as number;
    const lastNeed = need[needFrom + days - 1] as number;
    if (isLane[resource] && need[needFrom] === capacity[resource]) {
      const empty = emptyUntil(from, at);
      if (empty < at) return empty;
    }
    for (let offset = 0; offset < days; offset += 1) {
      const there = free[from + at + offset] as number;
      if ((need[needFrom + offset] as number) <= there) continue;
      const least = Math.min(need[needFrom] as number, lastNeed);
      if (isLane[resource]) return least > there ? at + offset - days : at + offset - days + 1;
      return roomUntil(resource, least > there ? at + offset - 1 : at + days - 2, lastNeed) - days + 1;
    }
    return at;
  };

  const book = (task: number, at: number) => {
    const days = duration[task] as number;
    for (let entry = demandOffset[task] as number, last = demandOffset[task + 1] as number; entry < last; entry += 1) {
      const resource = demandResource[entry] as number;
      const from = resource * row + at;
      const needFrom = needOffset[entry] as number;
      for (let offset = 0; offset < days; offset += 1) {
        const needed = need[needFrom + offset] as number;
        if (needed === 0) continue;
        free[from + offset] = (free[from + offset] as number) - needed;
        if (!isLane[resource] || nextEmpty[from + offset] !== at + offset) continue;
        nextEmpty[from + offset] = at + offset + 1;
        lastEmpty[from + offset] = at + offset - 1;
      }
    }
    if (at + days > usedUntil) usedUntil = at + days + 1;
  };

  return {
    isImpossible,
    earliest(list, start) {
      clear();
      start.fill(-1);
      let makespan = 0;
      for (const task of list) {
        const days = duration[task] as number;
        if ((pinnedAt[task] as number) >= 0) {
          start[task] = pinnedAt[task] as number;
          makespan = Math.max(makespan, (pinnedAt[task] as number) + days);
          continue;
        }
        let at = earliest[task] as number;
        for (let entry = linkOffset[task] as number, last = linkOffset[task + 1] as number; entry < last; entry += 1) {
          const from = linkFrom[entry] as number;
          const begun = start[from] as number;
          if (begun < 0) continue;
          const soonest = begun + (duration[from] as number) + (linkLag[entry] as number);
          if (soonest > at) at = soonest;
        }
        at = outsideFreezesFrom(task, at);
        if (!isImpossible[task] && days > 0) {
          const last = demandOffset[task + 1] as number;
          for (let entry = demandOffset[task] as number; entry < last; ) {
            const next = fitFrom(entry, days, at);
            if (next === at) entry += 1;
            else {
              at = outsideFreezesFrom(task, next);
              entry = demandOffset[task] as number;
            }
          }
          book(task, at);
        }
        start[task] = at;
        if (!isImpossible[task] && at + days > makespan) makespan = at + days;
      }
      return makespan;
    },
    latest(list, deadline, start) {
      clear();
      start.fill(-1);
      for (const task of list) {
        if ((pinnedAt[task] as number) >= 0) {
          start[task] = pinnedAt[task] as number;
          continue;
        }
        const days = duration[task] as number;
        const soonest = earliest[task] as number;
        let at = deadline - days;
        for (let entry = successors.offset[task] as number, last = successors.offset[task + 1] as number; entry < last; entry += 1) {
          const until = (start[successors.to[entry] as number] as number) - (successors.lag[entry] as number) - days;
          if (until < at) at = until;
        }
        at = outsideFreezesUntil(task, at);
        if (at < soonest) return false;
        if (days > 0) {
          const last = demandOffset[task + 1] as number;
          for (let entry = demandOffset[task] as number; entry < last; ) {
            const next = fitUntil(entry, days, at);
            if (next === at) entry += 1;
            else {
              at = outsideFreezesUntil(task, next);
              if (at < soonest) return false;
              entry = demandOffset[task] as number;
            }
          }
          book(task, at);
        }
        start[task] = at;
      }
      return true;
    },
  };

  function needsOf({ resources, demandTotal }: SchedulingProblem) {
    const offsets = new Int32Array(demandResource.length + 1);
    const impossible = new Uint8Array(count);
    for (let task = 0; task < count; task += 1) {
      for (let entry = demandOffset[task] as number; entry < (demandOffset[task + 1] as number); entry += 1) {
        offsets[entry + 1] = (offsets[entry] as number) + (duration[task] as number);
        const resource = resources[demandResource[entry] as number] as SchedulingResource;
        if ((pinnedAt[task] as number) < 0 && peakDemand(resource, demandTotal[entry] as number, duration[task] as number) > resource.capacity)
          impossible[task] = 1;
      }
    }
    const needs = new Int32Array(offsets[demandResource.length] as number);
    for (let task = 0; task < count; task += 1) {
      if (impossible[task]) continue;
      for (let entry = demandOffset[task] as number; entry < (demandOffset[task + 1] as number); entry += 1) {
        const resource = resources[demandResource[entry] as number] as SchedulingResource;
        for (let offset = 0; offset < (duration[task] as number); offset += 1)
          needs[(offsets[entry] as number) + offset] = dayDemand(resource, demandTotal[entry] as number, duration[task] as number, offset);
      }
    }
    return { needOffset: offsets, need: needs, isImpossible: impossible };
  }
}

/** The first start from `at` on that this freeze leaves; the same rules as `freezeClash`. */
function afterFreeze(rule: number, at: number, length: number, first: number, last: number): number {
  if (rule === freezeRules.whole) return at <= last && at + length - 1 >= first ? last + 1 : at;
  if (rule === freezeRules.start) return at >= first && at <= last ? last + 1 : at;
  const finish = at + length - 1;
  return finish >= first && finish <= last ? last + 2 - length : at;
}

function freezesOf({ freezes }: SchedulingProblem) {
  const offset = new Int32Array(freezes.length + 1);
  for (const [list, spans] of freezes.entries()) offset[list + 1] = (offset[list] as number) + spans.length;
  return { offset, first: Int32Array.from(freezes.flat(), ({ first }) => first), last: Int32Array.from(freezes.flat(), ({ last }) => last) };
}
