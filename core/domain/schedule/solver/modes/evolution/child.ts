import type { ModePopulation } from './modePopulation.ts';

/** The schedule that is about to be built: one for a whole search, so that a child takes no new memory. */
export type Child = {
  /** The activities in the order in which they are placed. */
  readonly list: Int32Array;
  readonly mode: Int32Array;
  /** By activity: 1 when it stands in the list of `crossParents` already. */
  readonly taken: Uint8Array;
};

/**
 * Room for a child of so many activities.
 *
 * Example: with 3 activities the list, the modes and the marks have 3 places each.
 */
export function createChild(count: number): Child {
  return { list: new Int32Array(count), mode: new Int32Array(count), taken: new Uint8Array(count) };
}

/**
 * Two-point crossover: before and behind the window of the places `begin` to `end - 1` the child's list is as the mother's,
 * in between as the father's, each activity with the mode of whom it comes from. Both parents keep the order of the links,
 * so the child keeps it, too.
 *
 * Source: Hartmann 2001 (list and modes, two-point crossover).
 *
 * Example: the window has the places 1 and 2. The father's first two activities that the child does not have yet fill it:
 *
 *     mother   0  1  2  3  4
 *     father   4  2  0  3  1
 *     child    0 |4  2| 1  3
 */
export function crossParents(child: Child, from: ModePopulation, mother: number, father: number, begin: number, end: number): void {
  child.taken.fill(0);
  takeUntil(child, from, mother, 0, begin);
  takeUntil(child, from, father, begin, end);
  takeUntil(child, from, mother, end, child.list.length);
}

/** Fills the places `first` to `end - 1` with what a parent has first and the child does not have yet. */
function takeUntil(child: Child, from: ModePopulation, parent: number, first: number, end: number): void {
  const { list, mode, taken } = child;
  const row = parent * list.length;
  let length = first;
  for (let place = row; length < end; place += 1) {
    const activity = from.list[place] as number;
    if (taken[activity] === 1) continue;
    taken[activity] = 1;
    list[length] = activity;
    mode[activity] = from.mode[row + activity] as number;
    length += 1;
  }
}
