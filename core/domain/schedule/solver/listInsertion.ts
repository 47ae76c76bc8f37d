import type { Direction } from './direction.ts';

/** What must come before what; entries as in `ProjectLinks`. */
export type Precedence = { readonly count: number; readonly before: Neighbours; readonly after: Neighbours };

type Neighbours = { readonly offset: Int32Array; readonly other: Int32Array };

/** Moves one activity, drawn at random, to another place of a list. */
export type ListInsertion = (list: Int32Array) => void;

/** Farther away than this an activity seldom finds a place that makes a schedule shorter. */
const farthest = 30;

/**
 * The places that an activity may take lie behind its last predecessor and before its first successor, seen in the
 * direction, at most 30 places away; one is drawn evenly.
 *
 * Example: in the list 0 1 2 with 0 → 1 the activity 2 may move to the front, the activity 1 may not.
 */
export function createInsertion(precedence: Precedence, direction: Direction, random: () => number): ListInsertion {
  const [after, before] = direction === 'forward' ? [precedence.after, precedence.before] : [precedence.before, precedence.after];
  const mark = new Uint8Array(precedence.count);
  const setMarks = (links: Neighbours, activity: number, value: number) => {
    for (let entry = links.offset[activity] as number, last = links.offset[activity + 1] as number; entry < last; entry += 1)
      mark[links.other[entry] as number] = value;
  };
  return (list) => {
    const from = Math.floor(random() * list.length);
    const activity = list[from] as number;
    let lowest = from;
    setMarks(before, activity, 1);
    while (lowest > 0 && from - lowest < farthest && !mark[list[lowest - 1] as number]) lowest -= 1;
    setMarks(before, activity, 0);
    let highest = from;
    setMarks(after, activity, 1);
    while (highest < list.length - 1 && highest - from < farthest && !mark[list[highest + 1] as number]) highest += 1;
    setMarks(after, activity, 0);
    const to = lowest + Math.floor(random() * (highest - lowest + 1));
    if (to < from) list.copyWithin(to + 1, to, from);
    else list.copyWithin(from, from + 1, to + 1);
    list[to] = activity;
  };
}
