import type { ModeTable } from './modeTable.ts';

/** Changes of modes that one call of `repairModes` may try in vain before it gives up, in sweeps over all activities. */
const sweepLimit = 4;

/** States that `affordModes` keeps in all, spread over the activities. */
const stateLimit = 400_000;

/**
 * What the chosen modes need of each budget, into `used`, as in `table.cost` what each needs more than the thriftiest mode
 * of its activity. Returns what is missing, over all budgets: 0 for modes within them.
 *
 * Example: two activities have a fast mode each that needs 4 more than the slow one, and the budget holds 5 beyond the
 * slow ones. Both fast need 8, and 3 are missing; one fast and one slow need 4, and nothing is missing. The example of
 * `repairModes` goes on with them.
 */
export function countBudgets(table: ModeTable, mode: Int32Array, used: Float64Array): number {
  used.fill(0);
  for (let activity = 0; activity < table.count; activity += 1) {
    const at = (mode[activity] as number) * table.budgets;
    for (let budget = 0; budget < table.budgets; budget += 1) used[budget] = (used[budget] as number) + (table.cost[at + budget] as number);
  }
  return missing(table, used);
}

function missing(table: ModeTable, used: Float64Array): number {
  let sum = 0;
  for (let budget = 0; budget < table.budgets; budget += 1) sum += Math.max(0, (used[budget] as number) - (table.budget[budget] as number));
  return sum;
}

/**
 * Changes modes until they keep within the budgets: from an activity drawn on, one activity after the other takes the mode
 * that leaves least missing, the shortest of several; an activity keeps its mode where no other one is better. After
 * sweeps without an end a mode is drawn anew, to leave a place where only two changes at once would help. False: given up.
 * `used` is what the modes need in the end.
 *
 * Example: both fast, from the first activity on: that one becomes slow and the second one stays fast.
 */
export function repairModes(table: ModeTable, mode: Int32Array, used: Float64Array, random: () => number): boolean {
  let lack = countBudgets(table, mode, used);
  for (let sweep = 0; lack > 0 && sweep < sweepLimit; sweep += 1) {
    const offset = Math.floor(random() * table.count);
    let isStuck = true;
    for (let step = 0; step < table.count && lack > 0; step += 1) {
      const activity = (offset + step) % table.count;
      const own = mode[activity] as number;
      let best = own;
      for (let other = table.firstMode[activity] as number; other < (table.firstMode[activity + 1] as number); other += 1) {
        const after = missingAfter(table, used, own, other);
        if (after < lack) {
          lack = after;
          best = other;
        }
      }
      if (best === own) continue;
      isStuck = false;
      mode[activity] = best;
      for (let budget = 0; budget < table.budgets; budget += 1)
        used[budget] = (used[budget] as number) + (table.cost[best * table.budgets + budget] as number) - (table.cost[own * table.budgets + budget] as number);
    }
    if (!isStuck || lack === 0) continue;
    const activity = Math.floor(random() * table.count);
    const first = table.firstMode[activity] as number;
    mode[activity] = first + Math.floor(random() * ((table.firstMode[activity + 1] as number) - first));
    lack = countBudgets(table, mode, used);
  }
  return lack === 0;
}

function missingAfter(table: ModeTable, used: Float64Array, own: number, other: number): number {
  let sum = 0;
  for (let budget = 0; budget < table.budgets; budget += 1) {
    const after = (used[budget] as number) + (table.cost[other * table.budgets + budget] as number) - (table.cost[own * table.budgets + budget] as number);
    sum += Math.max(0, after - (table.budget[budget] as number));
  }
  return sum;
}

type State = { readonly used: readonly number[]; readonly mode: number; readonly before: State | null };

/**
 * Modes within all budgets by dynamic programming: activity by activity, in the order given, every sum that no other sum
 * undercuts in all budgets. `impossible` is proven; `unknown` means that sums had to be dropped and none of the rest was
 * within the budgets.
 *
 * Source: the multiple-choice knapsack problem, Kellerer, Pferschy, Pisinger 2004, chapter 11.
 *
 * Example: two activities with modes that cost (0, 5) or (5, 0) more than the thriftiest, budgets 5 and 5: one of each.
 */
export function affordModes(table: ModeTable, order: Int32Array): Int32Array | 'impossible' | 'unknown' {
  const widest = Math.max(16, Math.min(20_000, Math.floor(stateLimit / table.count)));
  let states: readonly State[] = [{ used: new Array<number>(table.budgets).fill(0), mode: -1, before: null }];
  let isComplete = true;
  for (const activity of order) {
    const next: State[] = [];
    for (const state of states) {
      for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
        const used = state.used.map((value, budget) => value + (table.cost[mode * table.budgets + budget] as number));
        if (used.every((value, budget) => value <= (table.budget[budget] as number))) next.push({ used, mode, before: state });
      }
    }
    const thrifty = undominated(next);
    if (thrifty.length === 0) return isComplete ? 'impossible' : 'unknown';
    if (thrifty.length > widest) isComplete = false;
    states = thrifty.length > widest ? mostBalanced(table, thrifty, widest) : thrifty;
  }
  const mode = new Int32Array(table.count);
  let state: State | null = states[0] ?? null;
  for (let place = order.length - 1; place >= 0 && state; place -= 1) {
    mode[order[place] as number] = state.mode;
    state = state.before;
  }
  return mode;
}

function undominated(states: State[]): readonly State[] {
  states.sort((a, b) => a.used.reduce((difference, value, budget) => difference || value - (b.used[budget] as number), 0));
  const kept: State[] = [];
  for (const state of states) {
    // The last ones kept are the thriftiest in the later budgets, so they are asked first.
    let isDominated = false;
    for (let place = kept.length - 1; place >= 0 && !isDominated; place -= 1) {
      isDominated = (kept[place] as State).used.every((value, budget) => value <= (state.used[budget] as number));
      // With one or two budgets the last one kept answers for all.
      if (state.used.length <= 2) break;
    }
    if (!isDominated) kept.push(state);
  }
  return kept;
}

function mostBalanced(table: ModeTable, states: readonly State[], count: number): readonly State[] {
  const share = (state: State) => state.used.reduce((most, value, budget) => Math.max(most, value / Math.max(1, table.budget[budget] as number)), 0);
  return states
    .map((state) => ({ state, share: share(state) }))
    .sort((a, b) => a.share - b.share)
    .slice(0, count)
    .map(({ state }) => state);
}
