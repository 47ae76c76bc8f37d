import type { DateCosts, SpanCost } from './dateCosts.ts';
import { countPins } from '../bound/countPins.ts';
import { headsAndTails } from '../bound/headsAndTails.ts';
import { type AnchoredTerm, leastBeforeAnchor } from './leastBeforeAnchor.ts';
import { type JointCost, leastFromDayOn, leastInAnyOrder, mostSharedJobs, type SharedJob } from './leastInAnyOrder.ts';
import { createAllNeededDays, createNeededDays } from '../bound/neededDays.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { endsOf } from '../placement/serialSchedule.ts';
import { orderTasks, successorsOf } from '../problem/taskOrder.ts';

/**
 * A cost in cents that no schedule beats in which every task has dates and none finishes on `latestEnd` or later.
 *
 * Each term is anchored at a task behind which nothing else has a price, a switch-off as a rule: for every day on which the
 * anchor could finish, a wave costs at least its cheapest day between the earliest that it can have and the latest that the
 * chain to the anchor leaves it, waves of one lane one after the other (`leastBeforeAnchor`); a span at least what its length
 * costs, which chains of links and the lanes of its tasks need. The bound is the least sum over the anchors of such a day, in
 * any order in which people that they share could finish their work (`leastInAnyOrder`). A term with several last tasks is
 * counted at the one whose people finish last, at the least that it costs from a day on.
 *
 * Example: a task of 3 days that costs 5 more with every day until its finish has the bound of a finish on day 2.
 */
export function cheapestBound(withPins: SchedulingProblem, costs: DateCosts, latestEnd: number): number {
  const problem = countPins(withPins);
  const count = problem.taskIds.length;
  const { order } = orderTasks(problem, new Uint8Array(count));
  const isImpossible = new Uint8Array(count);
  const needed = createAllNeededDays(problem, order, isImpossible);
  const { head: start } = headsAndTails(problem, { order, isImpossible, needed });
  const end = endsOf(problem, start);
  const finish = (task: number) => Math.max(start[task] as number, (end[task] as number) - 1);
  const firstOf = (tasks: Int32Array) => tasks.reduce((first, task) => Math.min(first, start[task] as number), Number.POSITIVE_INFINITY);
  const anchors = anchorsOf(problem, order, costs);
  const chainTo = createChainTo(problem, order);
  const lengths = costs.spans.map((span) => leastLength(problem, span, chainTo(span.until)));
  /** Lanes keep a switch-off from its earliest day by links alone. */
  const earliest = new Map([...anchors.values()].map((anchor) => [anchor, finish(anchor)]));
  for (const [index, { from, until }] of costs.spans.entries()) {
    const only = until[0] as number;
    if (until.length === 1) earliest.set(only, Math.max(earliest.get(only) as number, firstOf(from) + (lengths[index] as number) - 1));
  }

  /** For every anchor what its terms cost at least, by the day of its finish. */
  const byDay = new Map([...anchors.values()].map((anchor) => [anchor, new Float64Array(latestEnd)]));
  const add = (anchor: number, costOn: (day: number) => number) => {
    const sums = byDay.get(anchor) as Float64Array;
    for (let day = earliest.get(anchor) as number; day < latestEnd; day += 1) sums[day] = (sums[day] as number) + costOn(day);
  };
  // Only people are shared; a lane belongs to one track.
  const shared = problem.resources.flatMap(({ kind }, resource) => (kind === 'even' ? [resource] : []));
  const works = new Map([...byDay.keys()].map((anchor) => [anchor, workBefore(problem, anchor, anchors, start, chainTo(Int32Array.of(anchor)))]));
  const needsPeople = (anchor: number) => shared.some((resource) => (works.get(anchor)?.work[resource] ?? 0) > 0);
  const list = [...byDay.keys()].filter(needsPeople).slice(0, mostSharedJobs);
  const joint: JointCost[] = [];
  const addToLast = (lastTasks: Int32Array, costOn: (day: number) => number) => {
    const last = lastTasks.reduce((one, other) => ((earliest.get(other) as number) > (earliest.get(one) as number) ? other : one));
    if (lastTasks.length === 1) {
      add(last, costOn);
      return;
    }
    // Another of them may finish later still, and none of them is the last before the latest of their earliest days.
    const least = leastFromDayOn(Float64Array.from({ length: latestEnd }, (_, day) => costOn(day)));
    const cost = least.map((_, day) => least[Math.max(day, earliest.get(last) as number)] as number);
    const jobs = [...new Set(lastTasks)].map((task) => list.indexOf(task)).filter((job) => job >= 0);
    if (jobs.length > 0) joint.push({ jobs, cost });
    else add(last, (day) => cost[day] as number);
  };
  const chains = new Map<number, Int32Array>();
  const terms = new Map<number, AnchoredTerm[]>();
  for (const { tasks, weight, byFinish } of costs.finishes) {
    const only = tasks[0] as number;
    const anchor = anchors.get(only) as number;
    if (tasks.length > 1 || anchor === only) {
      addToLast(tasks, (day) => weight * (byFinish[day] as number));
      continue;
    }
    const chain = chains.get(anchor) ?? chainTo(Int32Array.of(anchor));
    chains.set(anchor, chain);
    // A gate finishes on the day of its end, other tasks on the one before.
    const own = problem.duration[only] === 0 ? 0 : 1;
    const its = problem.duration[anchor] === 0 ? 0 : 1;
    const slack = (chain[only] as number) - (problem.duration[only] as number) + own - its;
    const list = terms.get(anchor) ?? [];
    terms.set(anchor, list);
    list.push({ task: only, weight, byFinish, firstFinish: finish(only), slack });
  }
  for (const [anchor, list] of terms) {
    const least = leastBeforeAnchor(problem, list, latestEnd);
    add(anchor, (day) => least[day] as number);
  }
  for (const [index, { from, until, upTo, before }] of costs.spans.entries()) {
    const length = lengths[index] as number;
    const first = firstOf(from);
    addToLast(until, (day) => (upTo[day] as number) - (before[Math.max(first, day + 1 - length)] as number));
  }

  const jobs = list.map((anchor): SharedJob => {
    const { work, ...days } = works.get(anchor) as ReturnType<typeof workBefore>;
    return {
      ...days,
      work: shared.map((resource) => work[resource] as number),
      earliest: earliest.get(anchor) as number,
      cost: byDay.get(anchor) as Float64Array,
    };
  });
  let bound = costs.fixed;
  for (const [anchor, sums] of byDay)
    if (!list.includes(anchor)) bound += sums.subarray(earliest.get(anchor)).reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY);
  return (
    bound +
    leastInAnyOrder(
      jobs,
      joint,
      shared.map((resource) => (problem.resources[resource] as SchedulingResource).capacity),
    )
  );
}

/** What the tasks anchored at one need of each resource, from when on, and the shortest chain from the end of one of them to the anchor's end. */
function workBefore(
  problem: SchedulingProblem,
  anchor: number,
  anchors: ReadonlyMap<number, number>,
  start: Int32Array,
  chain: Int32Array,
): Pick<SharedJob, 'work' | 'head' | 'tail'> {
  const work = problem.resources.map(() => 0);
  let head = Number.POSITIVE_INFINITY;
  let tail = Number.POSITIVE_INFINITY;
  for (const [task, its] of anchors) {
    const first = problem.demandOffset[task] as number;
    const last = problem.demandOffset[task + 1] as number;
    if (its !== anchor || first === last) continue;
    head = Math.min(head, start[task] as number);
    tail = Math.min(tail, Math.max(0, (chain[task] as number) - (problem.duration[task] as number)));
    for (let entry = first; entry < last; entry += 1) {
      const resource = problem.demandResource[entry] as number;
      work[resource] = (work[resource] as number) + (problem.demandTotal[entry] as number);
    }
  }
  return head === Number.POSITIVE_INFINITY ? { work, head: 0, tail: 0 } : { work, head, tail };
}

/** For each task of a term with one task, and for each last task of the others, the task at which the term is anchored. */
function anchorsOf(problem: SchedulingProblem, order: Int32Array, costs: DateCosts): ReadonlyMap<number, number> {
  const isLast = new Set<number>();
  for (const { tasks } of costs.finishes) if (tasks.length > 1) for (const task of tasks) isLast.add(task);
  for (const { until } of costs.spans) for (const task of until) isLast.add(task);
  const successors = successorsOf(problem);
  const anchor = new Int32Array(order.length).fill(-1);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const task = order[place] as number;
    if (isLast.has(task)) anchor[task] = task;
    for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number) && anchor[task] === -1; entry += 1)
      anchor[task] = anchor[successors.to[entry] as number] as number;
  }
  const anchors = new Map([...isLast].map((task) => [task, task]));
  for (const { tasks } of costs.finishes) {
    const only = tasks[0] as number;
    if (tasks.length === 1) anchors.set(only, anchor[only] === -1 ? only : (anchor[only] as number));
  }
  return anchors;
}

/** For given last tasks: the working days from each task's start to the end of the longest chain into one of them, or -1. */
function createChainTo(problem: SchedulingProblem, order: Int32Array): (lastTasks: Int32Array) => Int32Array {
  const successors = successorsOf(problem);
  return (lastTasks) => {
    const days = new Int32Array(problem.taskIds.length).fill(-1);
    for (const task of lastTasks) days[task] = problem.duration[task] as number;
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const task = order[place] as number;
      for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1) {
        const behind = days[successors.to[entry] as number] as number;
        if (behind >= 0) days[task] = Math.max(days[task] as number, (problem.duration[task] as number) + (successors.lag[entry] as number) + behind);
      }
    }
    return days;
  };
}

/**
 * Working days from the first start to the last end at least: the longest chain, or all days that the tasks at the beginning
 * need of a resource which they share, and then the shortest chain that is behind any of them.
 */
function leastLength(problem: SchedulingProblem, { from }: SpanCost, chain: Int32Array): number {
  let length = 0;
  const shared = problem.resources.map((resource) => ({ days: createNeededDays(problem, resource, []), behind: Number.POSITIVE_INFINITY }));
  for (const task of from) {
    const days = chain[task] as number;
    length = Math.max(length, days);
    const behind = Math.max(0, days - (problem.duration[task] as number));
    for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
      const resource = shared[problem.demandResource[entry] as number];
      resource?.days.add(problem.demandTotal[entry] as number);
      if (resource) resource.behind = Math.min(resource.behind, behind);
    }
  }
  for (const { days, behind } of shared) if (behind < Number.POSITIVE_INFINITY) length = Math.max(length, days.least() + behind);
  return length;
}
