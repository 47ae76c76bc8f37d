import type { BuiltLists } from './sharedBeginning.ts';

/** Schedules of one direction, each as the list that hands it over to the other one, with its makespan and its measure of order. */
export type Population = BuiltLists & {
  readonly makespan: Int32Array;
  /** Of equally long schedules the one whose work lies earlier is better. */
  readonly workMoment: Float64Array;
  readonly listLength: number;
  size: number;
  /** Not more than this are kept; it only falls. */
  capacity: number;
  /** Places of the schedules as a heap: the one at `index` is never better than those at `2 * index + 1` and `2 * index + 2`, the worst stands first. */
  readonly heap: Int32Array;
  /** By place: where it stands in the heap. */
  readonly heapIndex: Int32Array;
  /** Chains of places whose schedules measure alike, by a hash of what they measure; -1 ends a chain. */
  readonly chainStart: Int32Array;
  readonly chainNext: Int32Array;
};

/** Moments closer than this are the same one, added up in another order. */
const alike = 1e-9;
/** A hash is of millionths: two alike moments nearly never stand on both sides of a border. */
const cellsInOne = 1e6;

/**
 * A population without schedules that keeps the best `capacity` ones offered, each with a list of `listLength` numbers. The
 * worst one, which is the next to go, stands at the root of a heap.
 *
 * Source: the heap is that of Williams, Algorithm 232: Heapsort, CACM 7 (1964).
 *
 * Example: three are kept, and schedules of 8, 7 and 9 units of time were offered, all with the moment 0. Then one of 6 comes:
 *
 *      9            8
 *     / \    →     / \
 *    7   8        7   6
 *
 * The functions below have this population, 6, 7 and 8, as their example.
 */
export function createPopulation(capacity: number, listLength: number): Population {
  const chains = 1 << (32 - Math.clz32(2 * capacity));
  return {
    lists: new Int32Array(capacity * listLength),
    starts: new Int32Array(capacity * listLength),
    known: new Int32Array(capacity),
    makespan: new Int32Array(capacity),
    workMoment: new Float64Array(capacity),
    listLength,
    size: 0,
    capacity,
    heap: new Int32Array(capacity),
    heapIndex: new Int32Array(capacity),
    chainStart: new Int32Array(chains).fill(-1),
    chainNext: new Int32Array(capacity).fill(-1),
  };
}

function isBetter({ makespan, workMoment }: Population, one: number, other: number): boolean {
  const difference = (makespan[one] as number) - (makespan[other] as number);
  return difference < 0 || (difference === 0 && (workMoment[one] as number) < (workMoment[other] as number));
}

function chainOf({ chainStart }: Population, makespan: number, workMoment: number): number {
  const rounded = Math.round(workMoment * cellsInOne);
  return Math.imul(((rounded % 0x7fffffff) | 0) ^ Math.imul(makespan, 0x9e3779b1), 0x85ebca6b) >>> (Math.clz32(chainStart.length) + 1);
}

function standAt({ heap, heapIndex }: Population, index: number, place: number): void {
  heap[index] = place;
  heapIndex[place] = index;
}

/** Lets the schedule at an index of the heap rise over better ones. */
function rise(population: Population, from: number): void {
  const { heap } = population;
  const place = heap[from] as number;
  let index = from;
  while (index > 0) {
    const above = (index - 1) >> 1;
    if (!isBetter(population, heap[above] as number, place)) break;
    standAt(population, index, heap[above] as number);
    index = above;
  }
  standAt(population, index, place);
}

/** Lets the schedule at an index of the heap sink under worse ones. */
function sink(population: Population, from: number): void {
  const { heap, size } = population;
  const place = heap[from] as number;
  let index = from;
  for (;;) {
    let below = 2 * index + 1;
    if (below >= size) break;
    if (below + 1 < size && isBetter(population, heap[below] as number, heap[below + 1] as number)) below += 1;
    if (!isBetter(population, place, heap[below] as number)) break;
    standAt(population, index, heap[below] as number);
    index = below;
  }
  standAt(population, index, place);
}

function enterChain(population: Population, place: number): void {
  const { makespan, workMoment, chainStart, chainNext } = population;
  const chain = chainOf(population, makespan[place] as number, workMoment[place] as number);
  chainNext[place] = chainStart[chain] as number;
  chainStart[chain] = place;
}

function leaveChain(population: Population, place: number): void {
  const { makespan, workMoment, chainStart, chainNext } = population;
  const chain = chainOf(population, makespan[place] as number, workMoment[place] as number);
  if (chainStart[chain] === place) {
    chainStart[chain] = chainNext[place] as number;
    return;
  }
  let before = chainStart[chain] as number;
  while (chainNext[before] !== place) before = chainNext[before] as number;
  chainNext[before] = chainNext[place] as number;
}

function hasAlike(population: Population, makespan: number, workMoment: number): boolean {
  const { chainStart, chainNext } = population;
  for (let place = chainStart[chainOf(population, makespan, workMoment)] as number; place >= 0; place = chainNext[place] as number)
    if (population.makespan[place] === makespan && Math.abs((population.workMoment[place] as number) - workMoment) < alike) return true;
  return false;
}

function write(population: Population, place: number, list: Int32Array, makespan: number, workMoment: number): void {
  population.lists.set(list, place * population.listLength);
  population.known[place] = 0;
  population.makespan[place] = makespan;
  population.workMoment[place] = workMoment;
  enterChain(population, place);
}

/**
 * Whether a schedule would be taken in: while there is room always, later if it is better than the worst one. One that
 * measures like another of the population is the same schedule as good as always, and is turned away: copies would crowd
 * out the rest.
 *
 * Example: 5 is taken in, and 7 with the moment 0.5; 8 with the moment 0.5 is not better than the worst one, and 7 with
 * the moment 0 is there already.
 */
export function admits(population: Population, makespan: number, workMoment: number): boolean {
  if (population.size === population.capacity) {
    const worst = population.heap[0] as number;
    const difference = makespan - (population.makespan[worst] as number);
    if (difference > 0 || (difference === 0 && workMoment >= (population.workMoment[worst] as number))) return false;
  }
  return !hasAlike(population, makespan, workMoment);
}

/**
 * Takes in a schedule that the population admits, later in place of the worst one.
 *
 * Example: with 5 taken in it is 5, 6 and 7.
 */
export function take(population: Population, list: Int32Array, makespan: number, workMoment: number): void {
  if (population.size < population.capacity) {
    const place = population.size;
    population.size += 1;
    write(population, place, list, makespan, workMoment);
    standAt(population, place, place);
    rise(population, place);
    return;
  }
  const worst = population.heap[0] as number;
  leaveChain(population, worst);
  write(population, worst, list, makespan, workMoment);
  sink(population, 0);
}

/**
 * No schedule that is longer than this would be taken in.
 *
 * Example: 8; any length while there was room for a third one.
 */
export function longestAdmitted({ size, capacity, heap, makespan }: Population): number {
  return size < capacity ? Number.MAX_SAFE_INTEGER : (makespan[heap[0] as number] as number);
}

/**
 * Keeps the best ones only; there is no room for more from then on.
 *
 * Example: shrunk to two it is 6 and 7, at the places 0 and 1.
 */
export function shrink(population: Population, capacity: number): void {
  const { heap, heapIndex, lists, starts, known, makespan, workMoment, listLength } = population;
  population.capacity = Math.min(population.capacity, capacity);
  while (population.size > population.capacity) {
    const worst = heap[0] as number;
    const last = population.size - 1;
    leaveChain(population, worst);
    population.size = last;
    standAt(population, 0, heap[last] as number);
    sink(population, 0);
    if (worst === last) continue;
    // The places stay without gaps: what stands at the last one moves to the one that has become free.
    leaveChain(population, last);
    const row = [last * listLength, (last + 1) * listLength] as const;
    write(population, worst, lists.subarray(...row), makespan[last] as number, workMoment[last] as number);
    starts.copyWithin(worst * listLength, ...row);
    known[worst] = known[last] as number;
    standAt(population, heapIndex[last] as number, worst);
  }
}

/**
 * Binary tournament: the better one of two drawn at random.
 *
 * Source: Goldberg and Deb, A comparative analysis of selection schemes used in genetic algorithms, FOGA 1991.
 *
 * Example: of 6 and 8 it is 6, and 8 only where both draws give it.
 */
export function drawParent(population: Population, random: () => number): number {
  const one = Math.floor(random() * population.size);
  const other = Math.floor(random() * population.size);
  return isBetter(population, other, one) ? other : one;
}
