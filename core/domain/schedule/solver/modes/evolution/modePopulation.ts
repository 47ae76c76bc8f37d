import type { Child } from './child.ts';

/** The schedules of one direction: built from the start of the project, or (mirrored) from its end. */
export type ModePopulation = {
  readonly isMirrored: boolean;
  /** Not more members than this. */
  readonly capacity: number;
  /** By member: the activities by their finish in this direction, predecessors (mirrored: successors) first. */
  readonly list: Int32Array;
  readonly mode: Int32Array;
  readonly makespan: Int32Array;
  /** Tells schedules of one makespan apart: the sum of all finishes. */
  readonly sum: Float64Array;
  size: number;
};

/**
 * A population without members.
 *
 * Example: 2 members of 3 activities take 6 places of lists and 6 of modes.
 */
export function createModePopulation(count: number, capacity: number, isMirrored: boolean): ModePopulation {
  return {
    isMirrored,
    capacity,
    list: new Int32Array(capacity * count),
    mode: new Int32Array(capacity * count),
    makespan: new Int32Array(capacity),
    sum: new Float64Array(capacity),
    size: 0,
  };
}

/**
 * Takes a schedule in: on a free place or on that of the worst member, if it is better than that one. Of two schedules the
 * shorter one is better; of two equally long ones the one whose finishes have the smaller sum. False: not taken in, or the
 * same makespan and sum are there already.
 *
 * Example: two places hold (makespan 9, sum 20) and (8, 30). A schedule of (8, 25) takes the place of the first; after that
 * one of (8, 30) is refused as a copy, and one of (9, 10) as worse than both.
 */
export function acceptChild(population: ModePopulation, child: Child, makespan: number, finish: Int32Array): boolean {
  const count = finish.length;
  let sum = 0;
  for (let activity = 0; activity < count; activity += 1) sum += finish[activity] as number;
  let at = population.size;
  let worst = 0;
  for (let member = 0; member < population.size; member += 1) {
    if (population.makespan[member] === makespan && population.sum[member] === sum) return false;
    if (
      isBetter(population.makespan[worst] as number, population.sum[worst] as number, population.makespan[member] as number, population.sum[member] as number)
    )
      worst = member;
  }
  if (population.size < population.capacity) population.size += 1;
  else if (isBetter(makespan, sum, population.makespan[worst] as number, population.sum[worst] as number)) at = worst;
  else return false;
  population.makespan[at] = makespan;
  population.sum[at] = sum;
  population.list.set(child.list, at * count);
  population.mode.set(child.mode, at * count);
  return true;
}

/**
 * Binary tournament: the better one of two members drawn at random.
 *
 * Example: of the members (makespan 9, sum 20) and (8, 30) the second one wins whenever it is drawn.
 */
export function drawMember(population: ModePopulation, random: () => number): number {
  const one = Math.floor(random() * population.size);
  const two = Math.floor(random() * population.size);
  return isBetter(population.makespan[one] as number, population.sum[one] as number, population.makespan[two] as number, population.sum[two] as number)
    ? one
    : two;
}

function isBetter(makespan: number, sum: number, otherMakespan: number, otherSum: number): boolean {
  return makespan < otherMakespan || (makespan === otherMakespan && sum < otherSum);
}
