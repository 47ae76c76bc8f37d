import type { ProjectLinks } from '../fixedProject.ts';

/** The places `from` to `until - 1` of a list, and by activity what they are ordered by. */
export type KeyedWindow = { readonly list: Int32Array; readonly from: number; readonly until: number; readonly key: Float64Array };

/**
 * Copies a window with its keys.
 *
 * Example: of 7, 8, 9 the places 1 and 2 bring 8 and 9 and their keys, whatever stood there.
 */
export function copyWindow(from: Pick<KeyedWindow, 'list' | 'key'>, to: Pick<KeyedWindow, 'list' | 'key'>, first: number, until: number): void {
  for (let place = first; place < until; place += 1) {
    const activity = from.list[place] as number;
    to.list[place] = activity;
    to.key[activity] = from.key[activity] as number;
  }
}

/**
 * Brings a window into the order of its keys; equal keys keep their places.
 *
 * Example: the list 4, 5, 6 with the keys 2, 1 and 2 becomes 5, 4, 6.
 */
export function orderByKey({ list, from, until, key }: KeyedWindow): void {
  // By insertion: it stands in order but for a few.
  for (let place = from + 1; place < until; place += 1) {
    const activity = list[place] as number;
    const own = key[activity] as number;
    let free = place;
    while (free > from && (key[list[free - 1] as number] as number) > own) {
      list[free] = list[free - 1] as number;
      free -= 1;
    }
    list[free] = activity;
  }
}

/**
 * Raises keys until nothing in the window has a lower one than what it waits for there; the list has the latter first.
 *
 * Example: 0 with the key 3 before 1 with the key 2: both have 3 then.
 */
export function raiseKeys({ list, from, until, key }: KeyedWindow, { offset, other }: Pick<ProjectLinks, 'offset' | 'other'>, isInWindow: Uint8Array): void {
  for (let place = from; place < until; place += 1) {
    const activity = list[place] as number;
    let least = key[activity] as number;
    for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
      const before = other[entry] as number;
      if (isInWindow[before] && (key[before] as number) > least) least = key[before] as number;
    }
    key[activity] = least;
  }
}
