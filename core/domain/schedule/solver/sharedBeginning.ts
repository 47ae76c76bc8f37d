import type { Direction } from './direction.ts';
import type { FixedProject } from './fixedProject.ts';
import { createGeneration } from './serialGeneration.ts';

/** Lists one behind the other, and how the beginning of each was built. */
export type BuiltLists = {
  readonly lists: Int32Array;
  /** By list and activity: where the first `known` activities of the list start. */
  readonly starts: Int32Array;
  /** By list. */
  readonly known: Int32Array;
};

export type SharedGeneration = {
  /** Builds a list and answers with the makespan; with less than 0 where it must become longer than `limit`. */
  build(list: Int32Array, start: Int32Array, limit: number): number;
  /** The same for a list that was made of the one at `place` of the others by changes. */
  buildLike(others: BuiltLists, place: number, list: Int32Array, start: Int32Array, limit: number): number;
  /** Activities that the last call had to look for a place for: all of them are a pass. */
  readonly placed: number;
};

/**
 * The serial scheme for a list that begins like another one: as far as they are the same, the starts are too, and are
 * taken over where that beginning was built before. What is built for the first time is remembered for the next list that
 * begins so.
 *
 * Source: Debels and Vanhoucke, A decomposition-based genetic algorithm for the resource-constrained project-scheduling
 * problem, Operations Research 55 (2007), count the schedule of a part of the activities as that part of a schedule.
 *
 * Example: the list 0 1 2 was built; of 0 2 1 only 2 and 1 are placed.
 */
export function createSharedGeneration(project: FixedProject, direction: Direction): SharedGeneration {
  const { count } = project;
  const generate = createGeneration(project, direction);
  const shared = {
    placed: 0,
    build(list: Int32Array, start: Int32Array, limit: number) {
      const length = generate(list, start, 0, limit);
      shared.placed = length < 0 ? -length - 1 : count;
      return length;
    },
    buildLike({ lists, starts, known }: BuiltLists, place: number, list: Int32Array, start: Int32Array, limit: number) {
      const first = place * count;
      let same = 0;
      while (same < count && list[same] === lists[first + same]) same += 1;
      const before = known[place] as number;
      const taken = Math.min(before, same);
      for (let index = 0; index < taken; index += 1) {
        const activity = list[index] as number;
        start[activity] = starts[first + activity] as number;
      }
      const length = generate(list, start, taken, limit);
      // A list that is not another one at all has to cost something, or a search that finds no other one would never end.
      shared.placed = Math.max(1, length < 0 ? -length - 1 : count - taken);
      const built = Math.min(same, length < 0 ? taken - length - 1 : count);
      for (let index = before; index < built; index += 1) {
        const activity = list[index] as number;
        starts[first + activity] = start[activity] as number;
      }
      known[place] = Math.max(before, built);
      return length;
    },
  };
  return shared;
}
