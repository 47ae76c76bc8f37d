import type { Direction } from './direction.ts';

/** What must come before what; entries as in `ProjectLinks`. */
export type Precedence = { readonly count: number; readonly before: Neighbours; readonly after: Neighbours };

type Neighbours = { readonly offset: Int32Array; readonly other: Int32Array };

/** Moves one activity, drawn at random, to another place of a list. */
export type ListInsertion = (list: Int32Array) => void;

/** How far an activity may go, and the share of moves in which it changes places with the one that it meets there. */
export type MoveReach = { readonly farthest: number; readonly exchanged: number };

/** Farther away than this an activity of a small project seldom finds a place that makes a schedule shorter. */
const near: MoveReach = { farthest: 30, exchanged: 0 };

/**
 * The places that an activity may take lie behind its last predecessor and before its first successor, seen in the
 * direction, at most `farthest` places away; one is drawn evenly. It is put there, or changes places with the activity that
 * stands there, where precedence lets that one go.
 *
 * Example: in the list 0 1 2 with 0 → 1 the activity 2 may move to the front, the activity 1 may not; 2 and 1 may change
 * places, 2 and 0 may not.
 */
export function createInsertion(precedence: Precedence, direction: Direction, random: () => number, { farthest, exchanged }: MoveReach = near): ListInsertion {
  const [after, before] = direction === 'forward' ? [precedence.after, precedence.before] : [precedence.before, precedence.after];
  const mark = new Uint8Array(precedence.count);
  const setMarks = (links: Neighbours, activity: number, value: number) => {
    for (let entry = links.offset[activity] as number, last = links.offset[activity + 1] as number; entry < last; entry += 1)
      mark[links.other[entry] as number] = value;
  };
  /** How far the activity at `from` may go towards `end`: up to the first one that it must not pass. */
  const lastPlace = (list: Int32Array, from: number, end: number) => {
    const [links, step] = end < from ? [before, -1] : [after, 1];
    let place = from;
    setMarks(links, list[from] as number, 1);
    while (place !== end && !mark[list[place + step] as number]) place += step;
    setMarks(links, list[from] as number, 0);
    return place;
  };
  return (list) => {
    const from = Math.floor(random() * list.length);
    const lowest = lastPlace(list, from, Math.max(0, from - farthest));
    const highest = lastPlace(list, from, Math.min(list.length - 1, from + farthest));
    const to = lowest + Math.floor(random() * (highest - lowest + 1));
    const activity = list[from] as number;
    if (exchanged > 0 && random() < exchanged && lastPlace(list, to, from) === from) {
      list[from] = list[to] as number;
    } else if (to < from) list.copyWithin(to + 1, to, from);
    else list.copyWithin(from, from + 1, to + 1);
    list[to] = activity;
  };
}
