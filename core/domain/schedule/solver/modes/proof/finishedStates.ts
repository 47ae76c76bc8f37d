import type { ModeTable } from '../modeTable.ts';
import type { ModeProofState } from './modeProofState.ts';
import { startAfterPlaced } from './partialSchedule.ts';

/** Numbers that the memory of finished states may hold: 64 MB. */
const largestMemory = 1 << 24;

/** Finished states that are compared with one, the newest first. */
const lookLimit = 1_000;

/** Partial schedules below which everything was looked at. */
export type FinishedStates = {
  /** By set of placed activities: its newest entry in `data`. */
  readonly newest: Map<number, number>;
  /**
   * Entry: the entry before it or -1, now, length of the profile, what is left of the budgets, earliest starts of the
   * activities that wait for placed ones, free units by word from now on to the last finish. More of a budget than a
   * number here can hold is written down as less than it is, which excludes nothing wrongly.
   */
  data: Int32Array;
  used: number;
  /** Budgets that are compared: a relaxation only follows from the rest, of two states it makes neither one better. */
  readonly budgets: number;
  /** By activity: its earliest start in the state that is compared. */
  readonly ready: Int32Array;
};

/**
 * A memory without entries.
 *
 * Example: of two budgets, the second of which is a relaxation, one is compared.
 */
export function createFinishedStates(table: ModeTable): FinishedStates {
  return {
    newest: new Map(),
    data: new Int32Array(1 << 12),
    used: 0,
    budgets: table.relaxedBound === null ? table.budgets : table.budgets - 1,
    ready: new Int32Array(table.count),
  };
}

/**
 * Whether a finished state with the same activities left at least as much: of the budgets, of the resources at every time
 * from now on, and of time, for everything that waits for placed activities. Then nothing better follows here.
 *
 * Source: after the cutset rule of Demeulemeester and Herroelen 1992, A branch-and-bound procedure for the multiple
 * resource-constrained project scheduling problem, Management Science 38; with modes Sprecher and Drexl 1998, Multi-mode
 * resource-constrained project scheduling by a simple, general and powerful sequencing algorithm, EJOR 107.
 *
 * Example: A and B need the only unit, A for 2 units of time and B for 1; C waits for both. Everything after B A was looked
 * at. After A B the same units are free, and it need not be looked at:
 *
 *     B A A            finished, now is 1
 *     A A B            dominated, now is 2
 *
 * The other way round nothing is dominated: after B A something may start at 1, after A B no more.
 */
export function isDominated(state: ModeProofState, placed: number, now: number): boolean {
  const { list, bit } = state.inner;
  const { newest, data, ready } = state.finished;
  for (let place = 0; place < list.length; place += 1) {
    const activity = list[place] as number;
    if ((placed & (bit[activity] as number)) === 0) ready[activity] = Math.max(now, startAfterPlaced(state, activity, placed));
  }
  let looked = 0;
  for (let entry = newest.get(placed) ?? -1; entry >= 0 && looked < lookLimit; entry = data[entry] as number) {
    if (isNoWorse(state, entry, placed, now)) return true;
    looked += 1;
  }
  return false;
}

function isNoWorse({ table, inner, partial, finished }: ModeProofState, entry: number, placed: number, now: number): boolean {
  const { list, bit, predecessors } = inner;
  const { data, budgets, ready } = finished;
  const { words, horizon } = table;
  const { free, remaining } = partial;
  const then = data[entry + 1] as number;
  if (then > now) return false;
  let at = entry + 3;
  for (let budget = 0; budget < budgets; budget += 1, at += 1) if ((data[at] as number) < (remaining[budget] as number)) return false;
  for (let place = 0; place < list.length; place += 1) {
    const activity = list[place] as number;
    if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & placed) === 0) continue;
    if ((data[at] as number) > (ready[activity] as number)) return false;
    at += 1;
  }
  const length = data[entry + 2] as number;
  for (let word = 0; word < words; word += 1) {
    const guard = table.guard[word] as number;
    for (let time = now; time < then + length; time += 1) {
      if (((((data[at + word * length + time - then] as number) | guard) - ((free[word * horizon + time] as number) & ~guard)) & guard) !== guard) return false;
    }
  }
  return true;
}

/**
 * Takes up that everything that goes on from the placed activities without a start before `now` was looked at. Where the
 * memory is full it is forgotten.
 *
 * Example: after A from 0 to 2 and B from 2 to 3, now is 2, and of the profile one unit of time is written down: none is
 * free.
 */
export function rememberState(state: ModeProofState, placed: number, now: number): void {
  const { table, inner, partial, finished } = state;
  const { list, bit, predecessors } = inner;
  const { words, horizon } = table;
  const { finish, free, remaining } = partial;
  let last = now;
  for (let place = 0; place < list.length; place += 1) {
    const activity = list[place] as number;
    if ((placed & (bit[activity] as number)) !== 0) last = Math.max(last, finish[activity] as number);
  }
  const length = last - now;
  if (!reserve(finished, 3 + finished.budgets + list.length + words * length)) return;
  const { data, newest } = finished;
  const entry = finished.used;
  data[entry] = newest.get(placed) ?? -1;
  data[entry + 1] = now;
  data[entry + 2] = length;
  let at = entry + 3;
  for (let budget = 0; budget < finished.budgets; budget += 1, at += 1) data[at] = remaining[budget] as number;
  for (let place = 0; place < list.length; place += 1) {
    const activity = list[place] as number;
    if ((placed & (bit[activity] as number)) !== 0 || ((predecessors[activity] as number) & placed) === 0) continue;
    data[at] = Math.max(now, startAfterPlaced(state, activity, placed));
    at += 1;
  }
  for (let word = 0; word < words; word += 1) for (let time = now; time < last; time += 1, at += 1) data[at] = free[word * horizon + time] as number;
  finished.used = at;
  newest.set(placed, entry);
}

/** Whether so many numbers have room behind those used. */
function reserve(finished: FinishedStates, size: number): boolean {
  const needed = finished.used + size;
  if (needed <= finished.data.length) return true;
  if (needed > largestMemory) return false;
  let length = finished.data.length;
  while (length < needed) length *= 2;
  const larger = new Int32Array(length);
  larger.set(finished.data);
  finished.data = larger;
  return true;
}
