import { createRandom } from '../../search/random.ts';
import { countBudgets, repairModes } from './affordModes.ts';
import { longestTails } from './modeChains.ts';
import type { ModeTable } from './modeTable.ts';
import { createPlacement, placeList } from './placeList.ts';

/** Members a direction, doubled with each new population. */
const firstSize = 20;
const largestSize = 400;

/** Children without a new member, as a multiple of the size, after which a larger population starts anew. */
const patience = 6;

/** How often an activity tries its other modes while it is placed. */
const improveChance = 0.2;

/** Modes of a child that are drawn anew, on average, and how often two neighbours in its list change places. */
const changedModes = 2;
const exchangeChance = 0.05;

/** How often a drawn mode is any mode and not one that the relaxation would take: in first members, and in children. */
const uniformAtFirst = 0.2;
const uniformWhenChanged = 0.5;

/** One direction of the search: schedules built from the start of the project, or from its end. */
type Population = {
  readonly isMirrored: boolean;
  /** By member: the activities by their finish in this direction, predecessors (mirrored: successors) first. */
  readonly list: Int32Array;
  readonly mode: Int32Array;
  readonly makespan: Int32Array;
  /** Tells schedules of one makespan apart: the sum of all finishes. */
  readonly sum: Float64Array;
  size: number;
};

export type Evolution = {
  /** Makes schedules until there were `schedules` in all, or one is as short as `bound`, or `shouldStop` says so. */
  readonly run: (schedules: number, bound: number, shouldStop: () => boolean) => void;
  readonly schedules: () => number;
  /** The best so far, or what it was told to undercut. */
  readonly makespan: () => number;
  readonly undercut: (makespan: number) => void;
};

/**
 * A genetic algorithm in two directions: the children of schedules that are built from the start are built from the end
 * and the other way round, so that every child is also a justified schedule. A member is a list of activities and a mode
 * for each of them; a child takes the middle of its father's list and the rest from its mother, each activity with its
 * mode, is changed a little, brought within the budgets, and improves modes while it is placed. When nothing new is
 * accepted for long, a larger population starts anew. `frequency` says by mode how often it is drawn (`relaxModes`); it may
 * be filled in later.
 *
 * Sources: Van Peteghem and Vanhoucke 2010 (bi-directional, modes improved while placing); Hartmann 2001 (list and modes,
 * two-point crossover); Debels and Vanhoucke 2007 (children in the other direction).
 */
export function createEvolution(
  table: ModeTable,
  seed: number,
  affordable: Int32Array,
  frequency: Float64Array,
  onBetter: (start: Int32Array, mode: Int32Array) => void,
): Evolution {
  const random = createRandom(seed);
  const count = table.count;
  const placement = createPlacement(table);
  const childList = new Int32Array(count);
  const childMode = new Int32Array(count);
  const taken = new Uint8Array(count);
  const key = new Float64Array(count);
  const tail = chainsBehind(table);
  const longestChain = tail.reduce((most, value) => Math.max(most, value), 0);
  const rank = new Int32Array(count);
  for (let place = 0; place < count; place += 1) rank[table.order[place] as number] = place;
  const bestStart = new Int32Array(count);
  let bestMakespan = Number.POSITIVE_INFINITY;
  let buckets = new Int32Array(1024);
  let schedules = 0;
  let size = firstSize;
  let populations = createPopulations(count, size);
  let turn = 0;
  let idle = 0;
  let introduced = 0;

  function run(limit: number, bound: number, shouldStop: () => boolean): void {
    while (schedules < limit && bestMakespan > bound && !(schedules > 0 && shouldStop())) {
      if (introduced < 2 * size) introduce();
      else if (idle > patience * size) {
        size = Math.min(2 * size, largestSize);
        populations = createPopulations(count, size);
        introduced = 0;
        idle = 0;
      } else breed();
    }
  }

  /** By turns a first member built from the start, and the same one built from the end. */
  function introduce(): void {
    if (introduced % 2 === 0) draw();
    else childList.reverse();
    const population = populations[introduced % 2] as Population;
    introduced += 1;
    accept(population, place(population));
  }

  /** Modes drawn with a leaning to short ones, a list drawn with a leaning to long chains behind. */
  function draw(): void {
    for (let activity = 0; activity < count; activity += 1) {
      const first = table.firstMode[activity] as number;
      childMode[activity] = schedules === 0 ? first : drawMode(activity, uniformAtFirst);
    }
    if (!repairModes(table, childMode, placement.used, random)) childMode.set(affordable);
    const spread = schedules === 0 ? 0 : 0.6 * random() * longestChain;
    for (let place = 0; place < count; place += 1) {
      const activity = table.order[place] as number;
      let value = spread * random() - (tail[activity] as number);
      for (let link = table.before.offset[activity] as number; link < (table.before.offset[activity + 1] as number); link += 1)
        value = Math.max(value, key[table.before.other[link] as number] as number);
      key[activity] = value;
    }
    childList.set(table.order);
    childList.sort((a, b) => (key[a] as number) - (key[b] as number) || (rank[a] as number) - (rank[b] as number));
  }

  function breed(): void {
    const from = populations[turn % 2] as Population;
    const into = populations[(turn + 1) % 2] as Population;
    turn += 1;
    const mother = tournament(from) * count;
    const father = tournament(from) * count;
    const length = 1 + Math.floor(random() * (count - 1));
    const begin = Math.floor(random() * (count - length + 1));
    cross(from, mother, father, begin, begin + length);
    mutateList(from);
    mutateModes();
    childList.reverse();
    if (!repairModes(table, childMode, placement.used, random))
      for (let activity = 0; activity < count; activity += 1) childMode[activity] = from.mode[mother + activity] as number;
    idle = accept(into, place(into)) ? 0 : idle + 1;
  }

  function tournament(population: Population): number {
    const one = Math.floor(random() * population.size);
    const two = Math.floor(random() * population.size);
    return isBetter(population.makespan[one] as number, population.sum[one] as number, population.makespan[two] as number, population.sum[two] as number)
      ? one
      : two;
  }

  /** Two-point crossover of lists: before and behind the window as the mother, in between as the father. */
  function cross(from: Population, mother: number, father: number, begin: number, end: number): void {
    taken.fill(0);
    let length = 0;
    const take = (parent: number, activity: number) => {
      taken[activity] = 1;
      childList[length] = activity;
      childMode[activity] = from.mode[parent + activity] as number;
      length += 1;
    };
    for (let place = 0; length < begin; place += 1) take(mother, from.list[mother + place] as number);
    for (let place = 0; length < end; place += 1) {
      const activity = from.list[father + place] as number;
      if (taken[activity] === 0) take(father, activity);
    }
    for (let place = 0; length < count; place += 1) {
      const activity = from.list[mother + place] as number;
      if (taken[activity] === 0) take(mother, activity);
    }
  }

  /** Neighbours in the list change places where no link keeps them in order. */
  function mutateList(from: Population): void {
    const links = from.isMirrored ? table.before : table.after;
    for (let place = 0; place + 1 < count; place += 1) {
      if (random() >= exchangeChance) continue;
      const one = childList[place] as number;
      const two = childList[place + 1] as number;
      let isLinked = false;
      for (let link = links.offset[one] as number; link < (links.offset[one + 1] as number); link += 1) if (links.other[link] === two) isLinked = true;
      if (isLinked) continue;
      childList[place] = two;
      childList[place + 1] = one;
    }
  }

  function mutateModes(): void {
    for (let activity = 0; activity < count; activity += 1) {
      if (random() >= changedModes / count) continue;
      childMode[activity] = drawMode(activity, uniformWhenChanged);
    }
  }

  function drawMode(activity: number, uniform: number): number {
    const first = table.firstMode[activity] as number;
    const last = (table.firstMode[activity + 1] as number) - 1;
    if (random() < uniform) return first + Math.floor(random() * (last + 1 - first));
    let left = random();
    for (let mode = first; mode < last; mode += 1) {
      left -= frequency[mode] as number;
      if (left < 0) return mode;
    }
    return last;
  }

  /** The child's list in the direction of a population; remembers the best of all. */
  function place(population: Population): number {
    countBudgets(table, childMode, placement.used);
    const makespan = placeList(table, placement, childList, childMode, population.isMirrored, improveChance, random);
    schedules += 1;
    sortByFinish(population.isMirrored, makespan);
    if (makespan >= bestMakespan) return makespan;
    bestMakespan = makespan;
    for (let activity = 0; activity < count; activity += 1)
      bestStart[activity] = population.isMirrored ? makespan - (placement.finish[activity] as number) : (placement.start[activity] as number);
    onBetter(bestStart, childMode);
    return makespan;
  }

  /** `childList` by finish (counting sort); with lags from start to start no later than what must stand behind. */
  function sortByFinish(isMirrored: boolean, makespan: number): void {
    if (buckets.length < makespan + 2) buckets = new Int32Array(2 * makespan + 2);
    buckets.fill(0, 0, makespan + 2);
    const links = isMirrored ? table.before : table.after;
    for (let place = count - 1; place >= 0; place -= 1) {
      const activity = table.order[isMirrored ? count - 1 - place : place] as number;
      let value = placement.finish[activity] as number;
      for (let link = links.offset[activity] as number; link < (links.offset[activity + 1] as number); link += 1)
        value = Math.min(value, key[links.other[link] as number] as number);
      key[activity] = value;
      buckets[value + 1] = (buckets[value + 1] as number) + 1;
    }
    for (let value = 1; value <= makespan; value += 1) buckets[value] = (buckets[value] as number) + (buckets[value - 1] as number);
    for (let place = 0; place < count; place += 1) {
      const activity = table.order[isMirrored ? count - 1 - place : place] as number;
      const value = key[activity] as number;
      childList[buckets[value] as number] = activity;
      buckets[value] = (buckets[value] as number) + 1;
    }
  }

  /** Into a free place or that of the worst member, unless the same schedule is there. */
  function accept(population: Population, makespan: number): boolean {
    let sum = 0;
    for (let activity = 0; activity < count; activity += 1) sum += placement.finish[activity] as number;
    let at = population.size;
    let worst = 0;
    for (let member = 0; member < population.size; member += 1) {
      if (population.makespan[member] === makespan && population.sum[member] === sum) return false;
      if (
        isBetter(population.makespan[worst] as number, population.sum[worst] as number, population.makespan[member] as number, population.sum[member] as number)
      )
        worst = member;
    }
    if (population.size < size) population.size += 1;
    else if (isBetter(makespan, sum, population.makespan[worst] as number, population.sum[worst] as number)) at = worst;
    else return false;
    population.makespan[at] = makespan;
    population.sum[at] = sum;
    population.list.set(childList, at * count);
    population.mode.set(childMode, at * count);
    return true;
  }

  return {
    run,
    schedules: () => schedules,
    makespan: () => bestMakespan,
    undercut: (makespan) => {
      bestMakespan = Math.min(bestMakespan, makespan);
    },
  };
}

function createPopulations(count: number, size: number): readonly [Population, Population] {
  const create = (isMirrored: boolean): Population => ({
    isMirrored,
    list: new Int32Array(size * count),
    mode: new Int32Array(size * count),
    makespan: new Int32Array(size),
    sum: new Float64Array(size),
    size: 0,
  });
  return [create(false), create(true)];
}

function isBetter(makespan: number, sum: number, otherMakespan: number, otherSum: number): boolean {
  return makespan < otherMakespan || (makespan === otherMakespan && sum < otherSum);
}

/** From an activity's start to the end of the project, with the shortest modes. */
function chainsBehind(table: ModeTable): Int32Array {
  const shortest = Int32Array.from({ length: table.count }, (_, activity) => table.duration[table.firstMode[activity] as number] as number);
  const chain = new Int32Array(table.count);
  longestTails(table, shortest, shortest, chain);
  return chain.map((tail, activity) => tail + (shortest[activity] as number));
}
