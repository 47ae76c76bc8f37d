import type { ModeLinks, ModeTable } from './modeTable.ts';

/** Where a list is placed: one for a whole search, so that placing takes no new memory. */
export type Placement = {
  /** Free units of all resources, by word and time: `free[word * horizon + time]`, with guard bits as in the table. */
  readonly free: Int32Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** What the chosen modes need of each budget. */
  readonly used: Float64Array;
  /** Cells from here on are untouched. */
  touched: number;
};

export function createPlacement(table: ModeTable): Placement {
  const free = new Int32Array(table.words * table.horizon);
  for (let word = 0; word < table.words; word += 1) free.fill(table.full[word] as number, word * table.horizon, (word + 1) * table.horizon);
  return { free, start: new Int32Array(table.count), finish: new Int32Array(table.count), used: new Float64Array(table.budgets), touched: 0 };
}

/**
 * One schedule: each activity of the list in turn on its earliest start (serial generation, Kelley 1963). Mirrored, the list
 * has successors first and time runs from the end of the project backward: start and finish then count from the end.
 *
 * With `improveChance` an activity also tries its other modes that the budgets allow and takes the one that lets it finish
 * first, in the same pass (Hartmann 2001; Van Peteghem and Vanhoucke 2010); the change is written into `mode`, and
 * `placement.used` must hold what the modes need. Returns the makespan.
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
  const { start, finish } = placement;
  clearPlacement(table, placement);
  const links = isMirrored ? table.after : table.before;
  let makespan = 0;
  for (let position = 0; position < list.length; position += 1) {
    const activity = list[position] as number;
    let chosen = mode[activity] as number;
    const first = firstMode[activity] as number;
    const last = firstMode[activity + 1] as number;
    let from = earliestStart(table, links, start, finish, activity, chosen, isMirrored);
    let at = table.words === 1 ? earliestFit(table, placement.free, chosen, from) : earliestFitOfWords(table, placement.free, chosen, from);
    if (improveChance > 0 && last - first > 1 && random() < improveChance) {
      let end = at + (table.duration[chosen] as number);
      const own = chosen;
      for (let other = first; other < last; other += 1) {
        if (other === own || !isAffordable(table, placement.used, own, other)) continue;
        from = earliestStart(table, links, start, finish, activity, other, isMirrored);
        if (from + (table.duration[other] as number) >= end) continue;
        const fit = table.words === 1 ? earliestFit(table, placement.free, other, from) : earliestFitOfWords(table, placement.free, other, from);
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
    for (let word = 0; word < table.words; word += 1) {
      const need = table.need[chosen * table.words + word] as number;
      if (need === 0) continue;
      for (let cell = word * table.horizon + at; cell < word * table.horizon + end; cell += 1) placement.free[cell] = (placement.free[cell] as number) - need;
    }
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

/** Each cell is looked at once: where one lacks units the activity starts behind it at the earliest. */
function earliestFit(table: ModeTable, free: Int32Array, mode: number, from: number): number {
  const need = table.need[mode] as number;
  if (need === 0) return from;
  const guard = table.guard[0] as number;
  const length = table.duration[mode] as number;
  let at = from;
  for (let time = from; time < at + length; time += 1) if ((((free[time] as number) - need) & guard) !== guard) at = time + 1;
  return at;
}

function earliestFitOfWords(table: ModeTable, free: Int32Array, mode: number, from: number): number {
  const length = table.duration[mode] as number;
  let at = from;
  for (let time = from; time < at + length; time += 1) {
    for (let word = 0; word < table.words; word += 1) {
      const guard = table.guard[word] as number;
      if ((((free[word * table.horizon + time] as number) - (table.need[mode * table.words + word] as number)) & guard) !== guard) at = time + 1;
    }
  }
  return at;
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
