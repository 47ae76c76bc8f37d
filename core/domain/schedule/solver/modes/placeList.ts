import { createFreeUnits, earliestFit, takeUnits } from './freeUnits.ts';
import type { ModeLinks, ModeTable } from './modeTable.ts';

/** Where a list is placed: one for a whole search, so that placing takes no new memory. */
export type Placement = {
  /** Free units of all resources, by word and time (`createFreeUnits`). */
  readonly free: Int32Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** What the chosen modes need of each budget. */
  readonly used: Float64Array;
  /** Cells from here on are untouched. */
  touched: number;
};

/**
 * Room for the schedules of a table, with nothing placed.
 *
 * Example: three activities and two budgets get three starts, three finishes and two sums.
 */
export function createPlacement(table: ModeTable): Placement {
  return {
    free: createFreeUnits(table),
    start: new Int32Array(table.count),
    finish: new Int32Array(table.count),
    used: new Float64Array(table.budgets),
    touched: 0,
  };
}

/**
 * One schedule: each activity of the list in turn on its earliest start. Mirrored, the list has successors first and time
 * runs from the end of the project backward: start and finish then count from the end.
 *
 * With `improveChance` an activity also tries its other modes that the budgets allow and takes the one that lets it finish
 * first, in the same pass; the change is written into `mode`, and `placement.used` must hold what the modes need. Returns
 * the makespan.
 *
 * Source: Kelley 1963 (serial generation); Hartmann 2001 and Van Peteghem and Vanhoucke 2010 (modes improved while
 * placing).
 *
 * Example: the list A B C with 2 units of a resource. A needs one for 3 units of time, B both for 2, C one for 2. B finds
 * both units free at 3, and C, the last of the list, goes beside A. The makespan is 5:
 *
 *     2 | C C . B B
 *     1 | A A A B B
 *       +----------
 *         0 1 2 3 4
 */
export function placeList(
  table: ModeTable,
  placement: Placement,
  list: Int32Array,
  mode: Int32Array,
  isMirrored: boolean,
  improveChance: number,
  random: () => number,
): number {
  const { firstMode } = table;
  const { free, start, finish } = placement;
  clearPlacement(table, placement);
  const links = isMirrored ? table.after : table.before;
  let makespan = 0;
  for (let position = 0; position < list.length; position += 1) {
    const activity = list[position] as number;
    let chosen = mode[activity] as number;
    const first = firstMode[activity] as number;
    const last = firstMode[activity + 1] as number;
    let at = earliestFit(table, free, chosen, earliestStart(table, links, start, finish, activity, chosen, isMirrored));
    if (improveChance > 0 && last - first > 1 && random() < improveChance) {
      let end = at + (table.duration[chosen] as number);
      const own = chosen;
      for (let other = first; other < last; other += 1) {
        if (other === own || !isAffordable(table, placement.used, own, other)) continue;
        const from = earliestStart(table, links, start, finish, activity, other, isMirrored);
        if (from + (table.duration[other] as number) >= end) continue;
        const fit = earliestFit(table, free, other, from);
        if (fit + (table.duration[other] as number) < end) {
          chosen = other;
          at = fit;
          end = fit + (table.duration[other] as number);
        }
      }
      if (chosen !== own) {
        mode[activity] = chosen;
        exchangeCost(table, placement.used, own, chosen);
      }
    }
    const end = at + (table.duration[chosen] as number);
    start[activity] = at;
    finish[activity] = end;
    takeUnits(table, free, chosen, at);
    if (end > makespan) {
      makespan = end;
      placement.touched = end;
    }
  }
  return makespan;
}

function clearPlacement(table: ModeTable, placement: Placement): void {
  for (let word = 0; word < table.words; word += 1)
    placement.free.fill(table.full[word] as number, word * table.horizon, word * table.horizon + placement.touched);
  placement.touched = 0;
}

/** By the links to activities that are placed; a lag from start to start runs from finish to finish in the mirror. */
function earliestStart(
  table: ModeTable,
  links: ModeLinks,
  start: Int32Array,
  finish: Int32Array,
  activity: number,
  chosen: number,
  isMirrored: boolean,
): number {
  let earliest = 0;
  for (let link = links.offset[activity] as number; link < (links.offset[activity + 1] as number); link += 1) {
    const other = links.other[link] as number;
    const lag = links.lag[link] as number;
    let bound = finish[other] as number;
    if (lag >= 0) bound = isMirrored ? bound + lag - (table.duration[chosen] as number) : (start[other] as number) + lag;
    if (bound > earliest) earliest = bound;
  }
  return earliest;
}

function isAffordable(table: ModeTable, used: Float64Array, own: number, other: number): boolean {
  for (let budget = 0; budget < table.budgets; budget += 1) {
    const change = (table.cost[other * table.budgets + budget] as number) - (table.cost[own * table.budgets + budget] as number);
    if (change > 0 && (used[budget] as number) + change > (table.budget[budget] as number)) return false;
  }
  return true;
}

function exchangeCost(table: ModeTable, used: Float64Array, own: number, other: number): void {
  for (let budget = 0; budget < table.budgets; budget += 1) {
    used[budget] = (used[budget] as number) + (table.cost[other * table.budgets + budget] as number) - (table.cost[own * table.budgets + budget] as number);
  }
}
