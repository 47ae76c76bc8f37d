import type { Direction } from '../direction.ts';
import type { FixedProject } from '../fixedProject.ts';
import type { FoundSchedule, ScheduleSearch, SearchOptions } from '../geneticSearch.ts';
import { lagsInto } from '../serialGeneration.ts';
import { createTurner } from '../turnedList.ts';
import { createListPlacing } from './listPlacing.ts';
import { copyWindow, orderByKey, raiseKeys } from './windowOrder.ts';

/** Of a window so many activities are settled, half as many to one and a half times as many in each round. */
const settled = 25;
/** So many behind them are tried with them, so that no place is filled at their expense. */
const lookedAhead = 75;
const trialsPerWindow = 100;
const movesPerTrial = 5;
/** How far a move goes at most to either side, in mean durations; drawn anew in each round between a third and this. */
const longestMove = 0.6;
/**
 * An equally long schedule is taken too whose work starts so much later on the whole, in units of time. Measured with one
 * project of 5,000 activities: 960 units without it, 958 with a third to four times as much, 959 with no limit at all.
 */
const tolerated = 0.015;

/** The steps of a window: how its own order does, other orders, the best of them with all that follows, and settling. */
const [ownOrder, wholeOrder, settling] = [0, trialsPerWindow + 1, trialsPerWindow + 2];

/**
 * Improves a schedule window by window, along time. The activities are placed in the order of their starts; those of the
 * window are tried in slightly different orders, and the one that lets their work start earliest on the whole is kept if
 * the schedule does not become longer with all that follows in its old order. Then the first of the window are settled and
 * it goes on. Rounds run from the end to the beginning and back in turn, each from the best schedule, so every round is a
 * justification too, and none makes it longer.
 *
 * A search that varies whole schedules has to be lucky in every week of the project at once; here each window's luck is
 * kept. Kept without a look at what follows, it is paid for later: of 49 rounds with 5,000 activities four ended with a
 * shorter schedule than the best so far, and most with one that was three to ten units longer.
 *
 * Source: rolling horizons after Baker, An experimental study of the effectiveness of rolling schedules in production
 * planning, Decision Sciences 8 (1977); justification as in `createTurner`.
 *
 * Example: a schedule that is as short as the bound is given back without a round.
 */
export function createRollingSearch(project: FixedProject, from: FoundSchedule, options: Pick<SearchOptions, 'random' | 'bound'>): ScheduleSearch {
  const { random, bound } = options;
  const { count, duration } = project;
  const placing = createListPlacing(project);
  const { start, work } = placing;
  const meanDuration = Math.max(1, duration.reduce((sum, length) => sum + length, 0) / count);
  const mostLater = tolerated * work.reduce((sum, share) => sum + share, 0);
  const side = (direction: Direction) => ({ links: lagsInto(project, direction), turn: createTurner(project, direction) });
  const forward = side('forward');
  const backward = side('backward');
  const keyedList = () => ({ list: new Int32Array(count), key: new Float64Array(count) });
  const current = keyedList();
  const tried = keyedList();
  /** The window's order as it was before any trial. */
  const former = keyedList();
  const { list, key } = current;
  const isInWindow = new Uint8Array(count);
  const best = from.start.slice();
  let { makespan } = from;
  let here = forward;
  let isOver = true;
  let [size, going, reach] = [0, 0, 0];
  let place = 0;
  let step = ownOrder;
  let isVaried = false;
  /** Of the window as it stands in the list. */
  let lateness = 0;
  let settledFinish = 0;
  /** Of the whole list: its makespan, and how late the work starts that is not settled yet. */
  let wholeFinish = 0;
  let wholeLateness = 0;
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
    going = Math.round(settled * (0.5 + random()));
    size = going + Math.round(lookedAhead * (0.5 + random()));
    reach = (longestMove * meanDuration * (1 + 2 * random())) / 3;
    placing.begin(here.links);
    place = 0;
    settledFinish = 0;
    step = ownOrder;
    const whole = placing.attempt(list, 0, count);
    placements += count;
    wholeFinish = whole.finish;
    wholeLateness = whole.lateness;
    isOver = false;
  };

  const lookAtOwnOrder = (until: number) => {
    for (let index = place; index < until; index += 1) isInWindow[list[index] as number] = 1;
    copyWindow(current, former, place, until);
    isVaried = false;
    lateness = placing.attempt(list, place, until).lateness;
  };

  const tryAnotherOrder = (until: number) => {
    copyWindow(current, tried, place, until);
    for (let move = 0; move < movesPerTrial; move += 1) {
      const activity = list[place + Math.floor(random() * (until - place))] as number;
      tried.key[activity] = (tried.key[activity] as number) + reach * (2 * random() - 1);
    }
    raiseKeys({ ...tried, from: place, until }, here.links, isInWindow);
    orderByKey({ ...tried, from: place, until });
    const other = placing.attempt(tried.list, place, until).lateness;
    if (other >= lateness) return;
    lateness = other;
    isVaried = true;
    copyWindow(tried, current, place, until);
  };

  const judgeByTheWhole = (until: number) => {
    for (let index = place; index < until; index += 1) isInWindow[list[index] as number] = 0;
    if (!isVaried) return;
    const whole = placing.attempt(list, place, count);
    const finish = Math.max(settledFinish, whole.finish);
    if (finish < wholeFinish || (finish === wholeFinish && whole.lateness <= wholeLateness + mostLater)) {
      wholeFinish = finish;
      wholeLateness = whole.lateness;
    } else copyWindow(former, current, place, until);
  };

  const settle = (next: number) => {
    for (; place < next; place += 1) {
      const activity = list[place] as number;
      const found = placing.settle(activity);
      wholeLateness -= (work[activity] as number) * found;
      settledFinish = Math.max(settledFinish, found + (duration[activity] as number));
    }
  };

  const end = () => {
    isOver = true;
    makespan = wholeFinish;
    if (here === forward) best.set(start);
    else for (let activity = 0; activity < count; activity += 1) best[activity] = makespan - (start[activity] as number) - (duration[activity] as number);
  };

  return {
    advance(more) {
      const allowed = placements + more * count;
      while (makespan > bound) {
        if (isOver) {
          if (placements + count > allowed) return;
          begin();
        }
        const until = Math.min(count, place + size);
        const next = until === count ? count : place + going;
        const toPlace = (step === wholeOrder ? count : step === settling ? next : until) - place;
        if (placements + toPlace > allowed) return;
        placements += toPlace;
        if (step === ownOrder) lookAtOwnOrder(until);
        else if (step < wholeOrder) tryAnotherOrder(until);
        else if (step === wholeOrder) judgeByTheWhole(until);
        else settle(next);
        step = step === settling ? ownOrder : step + 1;
        if (place === count) end();
      }
    },
    adopt(found) {
      if (found.makespan >= makespan) return;
      makespan = found.makespan;
      best.set(found.start);
      isOver = true;
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
