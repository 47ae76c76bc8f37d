import type { SchedulingProblem } from './schedulingProblem.ts';

/** Links by the task they come from: entries `offset[task]` to `offset[task + 1] - 1` lead to `to`, after `lag` working days. */
export type Successors = { readonly offset: Int32Array; readonly to: Int32Array; readonly lag: Int32Array };

/**
 * Successors of each task, from the links that are stored by the task they lead to.
 *
 * Example: the links 0 → 1, 0 → 2 after 4 days, and 1 → 2:
 *
 *   task      0     1   2
 *   offset    0     2   3   3
 *   to        1 2   2
 *   lag       0 4   0
 */
export function successorsOf(problem: SchedulingProblem): Successors {
  const count = problem.taskIds.length;
  const offset = new Int32Array(count + 1);
  for (const from of problem.linkFrom) offset[from + 1] = (offset[from + 1] as number) + 1;
  for (let task = 0; task < count; task += 1) offset[task + 1] = (offset[task + 1] as number) + (offset[task] as number);
  const next = offset.slice();
  const to = new Int32Array(problem.linkFrom.length);
  const lag = new Int32Array(problem.linkFrom.length);
  for (let task = 0; task < count; task += 1) {
    for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
      const from = problem.linkFrom[entry] as number;
      const place = next[from] as number;
      next[from] = place + 1;
      to[place] = task;
      lag[place] = problem.linkLag[entry] as number;
    }
  }
  return { offset, to, lag };
}

/**
 * The circles of links: every group of tasks that wait for each other, a task that waits for itself included (strongly
 * connected components, without recursion). Empty for a sound plan.
 *
 * Source: Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
 *
 * Example: with links 0 → 1, 1 → 2, 2 → 1 the only circle is 1 and 2.
 */
export function findCircles(problem: SchedulingProblem): readonly (readonly number[])[] {
  const count = problem.taskIds.length;
  const successors = successorsOf(problem);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const circles: number[][] = [];
  let visited = 0;
  for (let root = 0; root < count; root += 1) {
    if (order[root] !== -1) continue;
    const path: { readonly task: number; entry: number }[] = [];
    const enter = (task: number) => {
      order[task] = visited;
      low[task] = visited;
      visited += 1;
      stack.push(task);
      onStack[task] = 1;
      path.push({ task, entry: successors.offset[task] as number });
    };
    enter(root);
    while (path.length > 0) {
      const top = path[path.length - 1] as { readonly task: number; entry: number };
      if (top.entry < (successors.offset[top.task + 1] as number)) {
        const next = successors.to[top.entry] as number;
        top.entry += 1;
        if (order[next] === -1) enter(next);
        else if (onStack[next]) low[top.task] = Math.min(low[top.task] as number, order[next] as number);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) low[parent.task] = Math.min(low[parent.task] as number, low[top.task] as number);
      if (low[top.task] !== order[top.task]) continue;
      const members: number[] = [];
      for (;;) {
        const member = stack.pop() as number;
        onStack[member] = 0;
        members.push(member);
        if (member === top.task) break;
      }
      if (members.length > 1 || waitsForItself(problem, top.task)) circles.push(members.sort((a, b) => a - b));
    }
  }
  return circles;
}

function waitsForItself(problem: SchedulingProblem, task: number): boolean {
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    if (problem.linkFrom[entry] === task) return true;
  }
  return false;
}

/** A topological order by latest start, and the work that must follow each task. */
export type TaskOrder = {
  /** Tasks outside circles, predecessors first; of the tasks that are free, the one with the latest start soonest comes first, ties by number. */
  readonly order: Int32Array;
  /** Working days from a task's start to the end of the longest chain that begins with it, calendars, freezes and resources left aside. */
  readonly tail: Int32Array;
};

/**
 * Orders the tasks; tasks in circles (`isInCircle`) are left out, and links from and to them do not count.
 *
 * Source: Kahn, Topological sorting of large networks, CACM 5 (1962), with a heap in place of his list of free tasks.
 *
 * Example: 0 (1 day), 1 (2 days), 2 (3 days), and 2 waits for 0. The tails are 4, 2 and 3, so the order is 0, 2, 1:
 *
 *   0   # . . .
 *   2   . # # #
 *   1   . . # #     latest start of each, all done by the end of the 4th day
 */
export function orderTasks(problem: SchedulingProblem, isInCircle: Uint8Array): TaskOrder {
  const count = problem.taskIds.length;
  const successors = successorsOf(problem);
  const topological = kahn(problem, successors, isInCircle, (a, b) => a - b);
  const tail = new Int32Array(count);
  for (let place = topological.length - 1; place >= 0; place -= 1) {
    const task = topological[place] as number;
    let longest = 0;
    for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1) {
      const next = successors.to[entry] as number;
      if (!isInCircle[next]) longest = Math.max(longest, (successors.lag[entry] as number) + (tail[next] as number));
    }
    tail[task] = (problem.duration[task] as number) + longest;
  }
  return { order: kahn(problem, successors, isInCircle, (a, b) => (tail[b] as number) - (tail[a] as number) || a - b), tail };
}

/**
 * A topological order in which, of the tasks that are free, the one with the highest priority comes first, ties by number;
 * tasks in circles are left out, as above.
 *
 * Example: of the same tasks with the priorities 0, 2 and 9 the order is 1, 0, 2: task 2 must wait for 0.
 */
export function orderTasksBy(problem: SchedulingProblem, isInCircle: Uint8Array, priority: Float64Array): Int32Array {
  return kahn(problem, successorsOf(problem), isInCircle, (a, b) => (priority[b] as number) - (priority[a] as number) || a - b);
}

function kahn(problem: SchedulingProblem, successors: Successors, isInCircle: Uint8Array, compare: (a: number, b: number) => number): Int32Array {
  const count = problem.taskIds.length;
  const waitsFor = new Int32Array(count);
  for (let task = 0; task < count; task += 1) {
    for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
      if (!isInCircle[problem.linkFrom[entry] as number]) waitsFor[task] = (waitsFor[task] as number) + 1;
    }
  }
  const heap: number[] = [];
  for (let task = 0; task < count; task += 1) if (!isInCircle[task] && waitsFor[task] === 0) pushHeap(heap, task, compare);
  const order: number[] = [];
  while (heap.length > 0) {
    const task = popHeap(heap, compare);
    order.push(task);
    for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1) {
      const next = successors.to[entry] as number;
      if (isInCircle[next]) continue;
      waitsFor[next] = (waitsFor[next] as number) - 1;
      if (waitsFor[next] === 0) pushHeap(heap, next, compare);
    }
  }
  return Int32Array.from(order);
}

function pushHeap(heap: number[], value: number, compare: (a: number, b: number) => number): void {
  let place = heap.push(value) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (compare(heap[parent] as number, value) <= 0) break;
    heap[place] = heap[parent] as number;
    place = parent;
  }
  heap[place] = value;
}

function popHeap(heap: number[], compare: (a: number, b: number) => number): number {
  const top = heap[0] as number;
  const last = heap.pop() as number;
  if (heap.length === 0) return top;
  let place = 0;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1] as number, heap[child] as number) < 0) child += 1;
    if (compare(last, heap[child] as number) <= 0) break;
    heap[place] = heap[child] as number;
    place = child;
  }
  heap[place] = last;
  return top;
}
