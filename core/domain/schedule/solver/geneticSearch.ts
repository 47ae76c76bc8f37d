import { createSampler } from './biasedSampling.ts';
import { chainsOf } from './chains.ts';
import type { Direction } from './direction.ts';
import type { FixedProject } from './fixedProject.ts';
import { createInsertion } from './listInsertion.ts';
import { createVariation } from './listVariation.ts';
import { admits, createPopulation, drawParent, longestAdmitted, shrink, take } from './population.ts';
import { createSharedGeneration } from './sharedBeginning.ts';
import { createTurner } from './turnedList.ts';
import { workShares } from './workShares.ts';

export type FoundSchedule = { readonly start: Int32Array; readonly makespan: number };

export type SearchOptions = {
  readonly random: () => number;
  /** About how many passes there will be. */
  readonly plannedPasses: number;
  /** A schedule of this length is the shortest: the search stops there. */
  readonly bound: number;
};

/** A search that can be asked for more at any time. */
export type ScheduleSearch = {
  /** Makes that many passes more, fewer where the bound is reached; `share` (0 to 1) says how much of the whole work is done then. */
  advance(passes: number, share: number): void;
  /** Goes on with a schedule that was found elsewhere, if it is shorter. */
  adopt(found: FoundSchedule): void;
  readonly makespan: number;
  /** Starts of the shortest schedule found. */
  readonly start: Int32Array;
  readonly passes: number;
};

const smallestPopulation = 6;
const largestPopulation = 5000;

/** About so many neighbours in a child change places, and in so many children one activity goes further: measured with 60 and 120 activities. */
const swapsPerChild = 4;
const insertionChance = 0.4;

/** Many passes pay for more variety: 70 schedules at 1,000 passes, 200 at 5,000, 1,000 at 50,000. */
function populationFor(passes: number): number {
  return Math.max(smallestPopulation, Math.min(largestPopulation, Math.round(0.64 * passes ** 0.68)));
}

/**
 * Bi-directional genetic algorithm on lists. Two populations stand face to face: schedules built forwards and schedules
 * built backwards. A child is made of two of the one kind, mutated a little and built in the other direction, so that
 * every child is justified at the price of one pass, and is offered to the other population. Both begin with many
 * schedules (drawn with a leaning to soon latest starts and finishes) and shrink to a few while the work goes on: first
 * variety, then depth.
 *
 * Source: Debels and Vanhoucke, A decomposition-based genetic algorithm for the resource-constrained project-scheduling
 * problem, Operations Research 55 (2007), for the two populations; Tanabe and Fukunaga, Improving the search performance of
 * SHADE using linear population size reduction, CEC 2014, for the shrinking.
 *
 * Example: a schedule that already is as short as the bound is given back without a pass.
 */
export function createGeneticSearch(project: FixedProject, from: FoundSchedule, options: SearchOptions): ScheduleSearch {
  const { random, plannedPasses, bound } = options;
  const { count, duration } = project;
  const size = populationFor(plannedPasses);
  const mutationChance = Math.min(0.15, swapsPerChild / count);
  const side = (direction: Direction) => ({
    shared: createSharedGeneration(project, direction),
    turn: createTurner(project, direction),
    vary: createVariation(project, direction, random),
    insertion: createInsertion(project, direction, random),
    population: createPopulation(size, count),
  });
  const forward = side('forward');
  const backward = side('backward');
  const { head, tail, criticalPath } = chainsOf(project);
  // A backward pass begins with what ends last: priorities are latest starts and finishes seen from the end.
  const samplers = [
    createSampler(
      project,
      'backward',
      Int32Array.from(head, (value, activity) => criticalPath - value - (duration[activity] as number)),
      random,
    ),
    createSampler(
      project,
      'backward',
      Int32Array.from(head, (value) => criticalPath - value),
      random,
    ),
    createSampler(
      project,
      'forward',
      Int32Array.from(tail, (value) => criticalPath - value),
      random,
    ),
  ] as const;
  const work = workShares(project);

  const list = new Int32Array(count);
  const start = new Int32Array(count);
  const turned = new Int32Array(count);
  const best = from.start.slice();
  let { makespan } = from;
  let placements = 0;
  let sampled = 0;
  let builtBackward = true;

  /** Turned only where it is taken in, which most children are not. */
  const offer = ({ population, turn }: typeof forward, starts: Int32Array, length: number) => {
    const moment = momentOf(work, starts);
    if (!admits(population, length, moment)) return;
    turn(starts, length, turned);
    take(population, turned, length, moment);
  };
  offer(forward, best, makespan);

  /** `mother`: the place, in the population of the other direction, of the list that this one was made of. */
  const build = (isBackward: boolean, mother = -1) => {
    const here = isBackward ? backward : forward;
    const limit = longestAdmitted(here.population);
    const parents = (isBackward ? forward : backward).population;
    const length = mother < 0 ? here.shared.build(list, start, limit) : here.shared.buildLike(parents, mother, list, start, limit);
    placements += here.shared.placed;
    if (length < 0) return;
    offer(here, start, length);
    if (length >= makespan) return;
    makespan = length;
    for (let activity = 0; activity < count; activity += 1)
      best[activity] = isBackward ? length - (start[activity] as number) - (duration[activity] as number) : (start[activity] as number);
  };

  const step = () => {
    if (sampled < size) {
      // The first two follow the rules to the letter.
      samplers[sampled % 2 === 0 ? 0 : 1](list, sampled < 2 ? 60 : 1);
      sampled += 1;
      return build(true);
    }
    if (sampled < size + backward.population.size) {
      const place = sampled - size;
      sampled += 1;
      list.set(backward.population.lists.subarray(place * count, (place + 1) * count));
      return build(false, place);
    }
    builtBackward = !builtBackward;
    const parents = builtBackward ? forward : backward;
    const children = builtBackward ? backward : forward;
    if (parents.population.size < 2) {
      samplers[builtBackward ? 0 : 2](list, 1);
      return build(builtBackward);
    }
    const mother = drawParent(parents.population, random);
    let father = drawParent(parents.population, random);
    for (let again = 0; again < 3 && father === mother; again += 1) father = drawParent(parents.population, random);
    const { lists } = parents.population;
    const row = (place: number) => lists.subarray(place * count, (place + 1) * count);
    const changed = children.vary.cross(row(mother), row(father), list);
    children.vary.mutate(list, mutationChance, changed);
    if (random() < insertionChance) children.insertion(list);
    build(builtBackward, mother);
  };

  return {
    advance(more, share) {
      const room = Math.round(size + (smallestPopulation - size) * Math.min(1, share));
      for (const until = placements + more * count; placements + count <= until && makespan > bound; ) step();
      if (sampled >= size + backward.population.size) for (const { population } of [forward, backward]) shrink(population, Math.max(smallestPopulation, room));
    },
    adopt(found) {
      if (found.makespan >= makespan) return;
      makespan = found.makespan;
      best.set(found.start);
      offer(forward, best, makespan);
    },
    get makespan() {
      return makespan;
    },
    start: best,
    get passes() {
      return Math.ceil(placements / count);
    },
  };
}

function momentOf(work: Float64Array, start: Int32Array): number {
  let moment = 0;
  for (let activity = 0; activity < work.length; activity += 1) moment += (work[activity] as number) * (start[activity] as number);
  return moment;
}
