import type { FixedProject } from './fixedProject.ts';
import type { Direction } from './direction.ts';

/** How a new list comes from one or two others; all lists have predecessors first, seen in their direction. */
export type ListVariation = {
  /**
   * The mother's list, in which the activities of a random window stand in the father's order: the rest of her plan
   * stays, one period is planned as he would. Writes the child and answers with the window's first place.
   */
  cross(mother: Int32Array, father: Int32Array, child: Int32Array): number;
  /** Swaps neighbours from a place on that precedence does not bind, each with the chance given. */
  mutate(list: Int32Array, chance: number, from: number): void;
};

const smallestWindow = 0.25;
const largestWindow = 0.75;

/**
 * Variation of lists for a project and a direction. Both operations keep precedence: the set of activities in the window
 * stays the same, so everything before and behind it stays where it was.
 *
 * Source: window after the two-point crossover of Hartmann, A competitive genetic algorithm for resource-constrained
 * project scheduling, Naval Research Logistics 45 (1998), and the peaks of Valls, Ballestín and Quintanilla, A hybrid
 * genetic algorithm for the RCPSP, EJOR 185 (2008).
 *
 * Example: mother 0 1 2 3, father 0 2 1 3, window on the places 1 and 2: child 0 2 1 3.
 */
export function createVariation(project: FixedProject, direction: Direction, random: () => number): ListVariation {
  const { count } = project;
  const isInWindow = new Uint8Array(count);
  const mustFollow = precedencePairs(project, direction);
  return {
    cross(mother, father, child) {
      const length = Math.max(1, Math.floor((smallestWindow + (largestWindow - smallestWindow) * random()) * count));
      const first = Math.floor(random() * (count - length + 1));
      child.set(mother);
      isInWindow.fill(0);
      for (let place = first; place < first + length; place += 1) isInWindow[mother[place] as number] = 1;
      let place = first;
      for (let index = 0; index < count; index += 1) if (isInWindow[father[index] as number]) child[place++] = father[index] as number;
      return first;
    },
    mutate(list, chance, from) {
      // Drawing how many places are left out is the same as drawing for each place, and is drawn far less often.
      const kept = Math.log(1 - chance);
      const leap = () => Math.floor(Math.log(1 - random()) / kept);
      for (let place = from + leap(); place + 1 < count; place += 1 + leap()) {
        const one = list[place] as number;
        const other = list[place + 1] as number;
        if (mustFollow(one, other)) continue;
        list[place] = other;
        list[place + 1] = one;
      }
    },
  };
}

/** Whether the second activity has a direct link from the first one, seen in the direction. */
function precedencePairs(project: FixedProject, direction: Direction): (first: number, second: number) => boolean {
  const { offset, other } = direction === 'forward' ? project.after : project.before;
  return (first, second) => {
    for (let entry = offset[first] as number, last = offset[first + 1] as number; entry < last; entry += 1) if (other[entry] === second) return true;
    return false;
  };
}
