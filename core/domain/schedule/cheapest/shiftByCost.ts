import { type DateCosts, type FinishCost, finishDayOf, type SpanCost } from './dateCosts.ts';
import { earliestByLinks } from '../problem/earliestByLinks.ts';
import { freezeClash } from '../problem/freezeClash.ts';
import { isPinned } from '../problem/pinTasks.ts';
import { bookTask, createResourceUse, findShortage } from '../problem/resourceUse.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import type { IndexSchedule } from '../placement/serialSchedule.ts';
import { successorsOf } from '../problem/taskOrder.ts';

/** Moves tasks of a schedule to days on which the plan costs less, and to earlier days where that costs nothing. */
export type CostShift = (schedule: IndexSchedule) => IndexSchedule;

/** So many working days are tried for one task, from the latest that its links leave it: behind full lanes most are taken. */
const mostTried = 130;

/**
 * Serial generation puts every task as early as it can be, which is right for what falls away with a finish (licences,
 * two systems side by side) and wrong for what begins with it (the replacement's subscription). So the tasks are taken from
 * the last one on, each to the latest day on which the plan costs no more, which makes room for those before it; then from
 * the first one on, each back to the earliest day on which it costs no more. No task finishes on `latestEnd` or later, all
 * rules hold as before. Every task of the schedule must have dates.
 *
 * Source: the two passes are those of justification (Valls, Ballestín and Quintanilla, Justification and RCPSP, EJOR 165
 * (2005)), with the cost in place of the length.
 *
 * Example: a wave of 5 days whose replacement costs 1 a day from its finish on, with 20 days until the switch-off it must
 * precede, finishes on the day before the switch-off.
 */
export function createCostShift(problem: SchedulingProblem, costs: DateCosts, latestEnd: number): CostShift {
  const successors = successorsOf(problem);
  const use = createResourceUse(problem);
  const count = problem.taskIds.length;
  const terms = termsByTask(count, costs);

  return (schedule) => {
    const start = schedule.start.slice();
    const end = schedule.end.slice();
    const dates = { start, end };
    for (const used of use.used) used.fill(0);
    for (let task = 0; task < count; task += 1) bookTask(problem, use, task, start[task] as number, 1);

    const put = (task: number, day: number) => {
      start[task] = day;
      end[task] = day + (problem.duration[task] as number);
    };
    const isFree = (task: number, day: number) => freezeClash(problem, task, day) === null && findShortage(problem, use, task, day) === null;
    const latestOf = (task: number) => {
      let latest = (problem.duration[task] as number) === 0 ? latestEnd - 1 : latestEnd;
      for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1)
        latest = Math.min(latest, (start[successors.to[entry] as number] as number) - (successors.lag[entry] as number));
      return latest - (problem.duration[task] as number);
    };

    const order = Int32Array.from(start.keys()).sort((a, b) => (end[b] as number) - (end[a] as number) || (start[b] as number) - (start[a] as number) || b - a);
    for (const task of order) {
      if (isPinned(problem, task)) continue;
      const from = start[task] as number;
      const latest = latestOf(task);
      if (latest <= from) continue;
      bookTask(problem, use, task, from, -1);
      const costOn = costByDay(task, terms, problem, dates);
      let cost = costOn(from);
      let best = from;
      for (let day = latest; day > from && latest - day < mostTried; day -= 1) {
        if (!isFree(task, day)) continue;
        const itsCost = costOn(day);
        if (itsCost > cost || (itsCost === cost && best !== from)) continue;
        cost = itsCost;
        best = day;
      }
      put(task, best);
      bookTask(problem, use, task, best, 1);
    }

    order.sort((a, b) => (start[a] as number) - (start[b] as number) || (end[a] as number) - (end[b] as number) || a - b);
    for (const task of order) {
      if (isPinned(problem, task)) continue;
      const from = start[task] as number;
      const earliest = earliestByLinks(problem, end, task);
      if (earliest >= from) continue;
      bookTask(problem, use, task, from, -1);
      const costOn = costByDay(task, terms, problem, dates);
      const cost = costOn(from);
      let best = from;
      for (let day = earliest; day < from; ) {
        const shortage = findShortage(problem, use, task, day);
        const next = freezeClash(problem, task, day)?.nextStart ?? shortage?.nextStart;
        if (next !== undefined) {
          day = next;
          continue;
        }
        if (costOn(day) <= cost) {
          best = day;
          break;
        }
        day += 1;
      }
      put(task, best);
      bookTask(problem, use, task, best, 1);
    }
    return { ...schedule, start, end };
  };
}

/** The terms that each task is part of. */
type Terms = { readonly finishes: readonly FinishCost[][]; readonly spans: readonly SpanCost[][] };

function termsByTask(count: number, costs: DateCosts): Terms {
  const finishes = Array.from({ length: count }, (): FinishCost[] => []);
  const spans = Array.from({ length: count }, (): SpanCost[] => []);
  for (const cost of costs.finishes) for (const task of cost.tasks) finishes[task]?.push(cost);
  for (const cost of costs.spans) for (const task of new Set([...cost.from, ...cost.until])) spans[task]?.push(cost);
  return { finishes, spans };
}

/** What the terms of one task cost if it starts on a day and all others stay where they are. */
function costByDay(
  task: number,
  terms: Terms,
  { duration }: SchedulingProblem,
  dates: { readonly start: Int32Array; readonly end: Int32Array },
): (day: number) => number {
  const lastOf = (tasks: Int32Array) => {
    let last = 0;
    for (const other of tasks) if (other !== task) last = Math.max(last, finishDayOf(dates, other));
    return last;
  };
  const firstOf = (tasks: Int32Array) => {
    let first = Number.MAX_SAFE_INTEGER;
    for (const other of tasks) if (other !== task) first = Math.min(first, dates.start[other] as number);
    return first;
  };
  const finishes = (terms.finishes[task] as FinishCost[]).map((cost) => ({ ...cost, others: lastOf(cost.tasks) }));
  const spans = (terms.spans[task] as SpanCost[]).map((cost) => ({
    ...cost,
    othersFrom: firstOf(cost.from),
    othersUntil: lastOf(cost.until),
    begins: cost.from.includes(task),
    ends: cost.until.includes(task),
  }));
  const length = Math.max(0, (duration[task] as number) - 1);
  return (day) => {
    let sum = 0;
    for (const { weight, byFinish, others } of finishes) sum += weight * (byFinish[Math.max(others, day + length)] as number);
    for (const { upTo, before, othersFrom, othersUntil, begins, ends } of spans)
      sum += (upTo[ends ? Math.max(othersUntil, day + length) : othersUntil] as number) - (before[begins ? Math.min(othersFrom, day) : othersFrom] as number);
    return sum;
  };
}
