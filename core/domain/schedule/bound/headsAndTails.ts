import { startOutsideFreezes } from '../problem/freezeClash.ts';
import type { NeededDays } from './neededDays.ts';
import { isPinned } from '../problem/pinTasks.ts';
import type { SchedulingProblem } from '../problem/schedulingProblem.ts';
import { successorsOf } from '../problem/taskOrder.ts';

export type HeadsAndTails = {
  /** Working day before which the task cannot start. */
  readonly head: Int32Array;
  /** Working days that pass for certain between the end of the task and that of the plan. */
  readonly tail: Int32Array;
};

/**
 * How early each task of `order` (predecessors first) can start, and how much must follow it. A chain is as long as its
 * tasks and lags; where a task waits for several others, or several wait for it, it is also as long as these need of
 * each resource together. Tasks of `isImpossible` take no capacity. Tasks outside of `order` do not count.
 *
 * Source: heads and tails as in Carlier, The one-machine sequencing problem, EJOR 11 (1982).
 *
 * Example: a parallel run behind 3 waves of 5 full days on one lane has the head 15; each of the waves has it as its tail,
 * the gate in front of them has 15 days more.
 */
export function headsAndTails(
  problem: SchedulingProblem,
  { order, isImpossible, needed }: { readonly order: Int32Array; readonly isImpossible: Uint8Array; readonly needed: readonly NeededDays[] },
): HeadsAndTails {
  const count = problem.taskIds.length;
  const { duration, linkOffset, linkFrom, linkLag } = problem;
  const isOrdered = new Uint8Array(count);
  for (const task of order) isOrdered[task] = 1;
  const together = createJointWork(problem, isImpossible, needed);

  const head = new Int32Array(count).fill(-1);
  for (const task of order) {
    let earliest = problem.earliest[task] as number;
    for (let entry = linkOffset[task] as number; entry < (linkOffset[task + 1] as number); entry += 1) {
      const before = linkFrom[entry] as number;
      if (!isOrdered[before]) continue;
      const lag = linkLag[entry] as number;
      earliest = Math.max(earliest, (head[before] as number) + (duration[before] as number) + lag);
      together.add(before, head[before] as number, lag);
    }
    const soonest = Math.max(earliest, together.earliestEnd());
    head[task] = isPinned(problem, task) ? (problem.pinnedAt[task] as number) : startOutsideFreezes(problem, task, soonest);
  }

  const successors = successorsOf(problem);
  const tail = new Int32Array(count);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const task = order[place] as number;
    let longest = 0;
    for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1) {
      const after = successors.to[entry] as number;
      if (!isOrdered[after]) continue;
      const lag = successors.lag[entry] as number;
      longest = Math.max(longest, lag + (duration[after] as number) + (tail[after] as number));
      together.add(after, lag, tail[after] as number);
    }
    tail[task] = Math.max(longest, together.shortestChain());
  }
  return { head, tail };
}

/** Tasks that all come before, or all come after, one other task: what they need of each resource together. */
function createJointWork(problem: SchedulingProblem, isImpossible: Uint8Array, needed: readonly NeededDays[]) {
  const { demandOffset, demandResource, demandTotal } = problem;
  const isUsed = new Uint8Array(needed.length);
  /** Number of the sum that a task was last added to: two links between the same tasks are one. */
  const addedTo = new Int32Array(isImpossible.length);
  let sum = 1;
  /** Days that pass before the first of them can begin, and that must pass after the last of them. */
  const before = new Int32Array(needed.length);
  const after = new Int32Array(needed.length);
  const longest = (lengthOf: (days: NeededDays, resource: number) => number) => {
    let most = 0;
    sum += 1;
    for (const [resource, days] of needed.entries()) {
      if (!isUsed[resource]) continue;
      most = Math.max(most, lengthOf(days, resource));
      isUsed[resource] = 0;
    }
    return most;
  };
  return {
    add(task: number, itsBefore: number, itsAfter: number) {
      if (isImpossible[task] || addedTo[task] === sum) return;
      addedTo[task] = sum;
      for (let entry = demandOffset[task] as number; entry < (demandOffset[task + 1] as number); entry += 1) {
        const resource = demandResource[entry] as number;
        if (isUsed[resource]) {
          before[resource] = Math.min(before[resource] as number, itsBefore);
          after[resource] = Math.min(after[resource] as number, itsAfter);
        } else {
          isUsed[resource] = 1;
          needed[resource]?.clear();
          before[resource] = itsBefore;
          after[resource] = itsAfter;
        }
        needed[resource]?.add(demandTotal[entry] as number);
      }
    },
    /** Where what passes before is counted from the first day, the day on which all of them can be done. */
    earliestEnd: () => longest((days, resource) => days.after(before[resource] as number, days.least()) + (after[resource] as number)),
    /** Frozen days are not counted, since nobody knows where in time the chain stands. */
    shortestChain: () => longest((days, resource) => (before[resource] as number) + days.least() + (after[resource] as number)),
  };
}
