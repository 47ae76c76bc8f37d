import type { FixedProject } from './fixedProject.ts';
import type { Direction } from './direction.ts';

/** Fills a list, predecessors first; `bias` 0 draws evenly, a high one nearly always takes the smallest priority. */
export type ListSampler = (list: Int32Array, bias: number) => void;

/**
 * Regret-based biased random sampling: of the activities whose predecessors stand in the list one is drawn with a chance
 * that grows with its regret, how much smaller its priority is than the largest among them, plus one, to the power `bias`.
 *
 * Source: Drexl, Scheduling of project networks by job assignment, Management Science 37 (1991).
 *
 * Example: of priorities 0 and 3 with bias 1 the first is drawn with a chance of 4 in 5.
 */
export function createSampler(project: FixedProject, direction: Direction, priority: ArrayLike<number>, random: () => number): ListSampler {
  const { count } = project;
  const { offset, other } = direction === 'forward' ? project.after : project.before;
  const allWaitFor = new Int32Array(count);
  for (const activity of other) allWaitFor[activity] = (allWaitFor[activity] as number) + 1;
  const waitsFor = new Int32Array(count);
  const free = new Int32Array(count);
  const chance = new Float64Array(count);
  return (list, bias) => {
    waitsFor.set(allWaitFor);
    let frees = 0;
    for (let activity = 0; activity < count; activity += 1) if (waitsFor[activity] === 0) free[frees++] = activity;
    for (let place = 0; place < count; place += 1) {
      let largest = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < frees; index += 1) largest = Math.max(largest, priority[free[index] as number] as number);
      let sum = 0;
      for (let index = 0; index < frees; index += 1) {
        const regret = largest - (priority[free[index] as number] as number) + 1;
        chance[index] = bias === 1 ? regret : regret ** bias;
        sum += chance[index] as number;
      }
      let rest = random() * sum;
      let drawn = 0;
      while (drawn < frees - 1 && rest >= (chance[drawn] as number)) {
        rest -= chance[drawn] as number;
        drawn += 1;
      }
      const activity = free[drawn] as number;
      frees -= 1;
      free[drawn] = free[frees] as number;
      list[place] = activity;
      for (let entry = offset[activity] as number; entry < (offset[activity + 1] as number); entry += 1) {
        const next = other[entry] as number;
        waitsFor[next] = (waitsFor[next] as number) - 1;
        if (waitsFor[next] === 0) free[frees++] = next;
      }
    }
  };
}
