import type { FixedProject } from '../fixedProject.ts';
import type { FoundSchedule, ScheduleSearch, SearchOptions } from '../geneticSearch.ts';
import { type Direction, horizonOf, lagsInto } from '../serialGeneration.ts';
import { createTurner } from '../turnedList.ts';
import { workShares } from '../workShares.ts';
import { createFreeCapacity } from './freeCapacity.ts';
import { orderByKey, raiseKeys } from './windowOrder.ts';

/** Of a window so many activities are settled, half as many to one and a half times as many in each round. */
const settled = 25;
/** So many behind them are tried with them, so that no place is filled at their expense. */
const lookedAhead = 75;
const trialsPerWindow = 100;
const movesPerTrial = 5;
/** How far a move goes at most to either side, in mean durations; drawn anew in each round between a third and this. */
const longestMove = 0.6;

/**
 * Improves a schedule window by window, along time. The activities are placed in the order of their starts; those of the
 * window are tried in slightly different orders, and the one is kept that lets their work start earliest on the whole. Then the first of them
 * are settled and the window goes on. Rounds run from the end to the beginning and back in turn, each from the best
 * schedule, so every round is a justification too.
 *
 * A search that judges whole schedules has to be lucky in every week of the project at once; here each window's luck is
 * kept. The plan that it starts from has to know what is good in the long run: nothing here does.
 *
 * Source: rolling horizons after Baker, An experimental study of the effectiveness of rolling schedules in production
 * planning, Decision Sciences 8 (1977); justification as in `createTurner`.
 *
 * Example: a schedule that is as short as the bound is given back without a round.
 */
export function createRollingSearch(project: FixedProject, from: FoundSchedule, options: Pick<SearchOptions, 'random' | 'bound'>): ScheduleSearch {
  const { random, bound } = options;
  const { count, duration } = project;
  const work = workShares(project);
  const free = createFreeCapacity(project, horizonOf(project));
  const meanDuration = Math.max(1, duration.reduce((sum, length) => sum + length, 0) / count);
  const side = (direction: Direction) => ({ links: lagsInto(project, direction), turn: createTurner(project, direction) });
  const forward = side('forward');
  const backward = side('backward');
  const list = new Int32Array(count);
  const tried = new Int32Array(count);
  const start = new Int32Array(count);
  const key = new Float64Array(count);
  const triedKey = new Float64Array(count);
  const isInWindow = new Uint8Array(count);
  const best = from.start.slice();
  let { makespan } = from;
  let here = forward;
  let isOver = true;
  let [size, kept, reach] = [0, 0, 0];
  let place = 0;
  let trial = 0;
  let least = 0;
  let finish = 0;
  let placements = 0;

  /** A schedule read in the other direction. */
  const mirror = (starts: Int32Array, length: number) => {
    for (let activity = 0; activity < count; activity += 1) start[activity] = length - (starts[activity] as number) - (duration[activity] as number);
  };

  const begin = () => {
    here = here === forward ? backward : forward;
    if (here === forward) {
      mirror(best, makespan);
      backward.turn(start, makespan, list);
      key.set(best);
    } else {
      forward.turn(best, makespan, list);
      mirror(best, makespan);
      key.set(start);
    }
    isInWindow.fill(1);
    raiseKeys({ list, from: 0, until: count, key }, here.links, isInWindow);
    isInWindow.fill(0);
    orderByKey({ list, from: 0, until: count, key });
    kept = Math.round(settled * (0.5 + random()));
    size = kept + Math.round(lookedAhead * (0.5 + random()));
    reach = (longestMove * meanDuration * (1 + 2 * random())) / 3;
    free.clear();
    place = 0;
    trial = 0;
    finish = 0;
    isOver = false;
  };

  const settle = (activity: number): number => {
    const { offset, other, lag } = here.links;
    let earliest = 0;
    for (let entry = offset[activity] as number, last = offset[activity + 1] as number; entry < last; entry += 1) {
      const possible = (start[other[entry] as number] as number) + (lag[entry] as number);
      if (possible > earliest) earliest = possible;
    }
    const found = free.place(activity, earliest);
    start[activity] = found;
    return found;
  };

  /** How late the work of the window would start in this order, on the whole. */
  const latenessOf = (order: Int32Array, until: number): number => {
    let lateness = 0;
    for (let index = place; index < until; index += 1) lateness += (work[order[index] as number] as number) * settle(order[index] as number);
    for (let index = place; index < until; index += 1) free.remove(order[index] as number, start[order[index] as number] as number);
    placements += until - place;
    return lateness;
  };

  const vary = (until: number) => {
    for (let index = place; index < until; index += 1) {
      const activity = list[index] as number;
      tried[index] = activity;
      triedKey[activity] = key[activity] as number;
    }
    for (let move = 0; move < movesPerTrial; move += 1) {
      const activity = list[place + Math.floor(random() * (until - place))] as number;
      triedKey[activity] = (triedKey[activity] as number) + reach * (2 * random() - 1);
    }
    raiseKeys({ list: tried, from: place, until, key: triedKey }, here.links, isInWindow);
    orderByKey({ list: tried, from: place, until, key: triedKey });
  };

  const accept = (until: number) => {
    for (let index = place; index < until; index += 1) {
      const activity = tried[index] as number;
      list[index] = activity;
      key[activity] = triedKey[activity] as number;
    }
  };

  /** One order of the window more, or, after the last one, its settling; not more placements than the window has activities. */
  const improve = (until: number) => {
    if (trial === 0) {
      for (let index = place; index < until; index += 1) isInWindow[list[index] as number] = 1;
      least = latenessOf(list, until);
    } else if (trial <= trialsPerWindow) {
      vary(until);
      const lateness = latenessOf(tried, until);
      if (lateness < least) {
        least = lateness;
        accept(until);
      }
    } else {
      for (let index = place; index < until; index += 1) isInWindow[list[index] as number] = 0;
      const next = until === count ? count : place + kept;
      placements += next - place;
      for (; place < next; place += 1) {
        const activity = list[place] as number;
        finish = Math.max(finish, settle(activity) + (duration[activity] as number));
      }
      trial = -1;
    }
    trial += 1;
  };

  /** An equally long schedule is taken too, so that the next round begins from another one. */
  const end = () => {
    isOver = true;
    if (finish > makespan) return;
    makespan = finish;
    if (here === forward) best.set(start);
    else for (let activity = 0; activity < count; activity += 1) best[activity] = finish - (start[activity] as number) - (duration[activity] as number);
  };

  return {
    advance(more) {
      const allowed = placements + more * count;
      while (makespan > bound) {
        if (isOver) begin();
        const until = Math.min(count, place + size);
        if (placements + until - place > allowed) return;
        improve(until);
        if (place === count) end();
      }
    },
    adopt(found) {
      if (found.makespan >= makespan) return;
      makespan = found.makespan;
      best.set(found.start);
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
