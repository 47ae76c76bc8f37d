import type { ModeProofState } from './modeProofState.ts';

/**
 * Adds up by budget what the activities that are not placed need at least, with the modes allowed from `base` on. False:
 * the placed ones left less than that of some budget.
 *
 * Example: of a budget of 5 nothing is taken yet. A needs 0 or 4 of it and B 0 or 3: together at least 0. When only the
 * dear modes are allowed it is 7, more than 5.
 */
export function sumLeastCosts(state: ModeProofState, base: number, placed: number): boolean {
  const { firstMode, budgets, cost } = state.table;
  const { list, bit } = state.inner;
  const { allowed, leastCost, sumCost } = state.open;
  const { remaining } = state.partial;
  for (let budget = 0; budget < budgets; budget += 1) {
    let sum = 0;
    for (let place = 0; place < list.length; place += 1) {
      const activity = list[place] as number;
      if ((placed & (bit[activity] as number)) !== 0) continue;
      let least = Number.POSITIVE_INFINITY;
      for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1)
        if (allowed[base + mode] === 1) least = Math.min(least, cost[mode * budgets + budget] as number);
      leastCost[activity * budgets + budget] = least;
      sum += least;
    }
    if (sum > (remaining[budget] as number)) return false;
    sumCost[budget] = sum;
  }
  return true;
}

/**
 * Whether a mode of an activity leaves enough of every budget for the thriftiest modes of the others (after
 * `sumLeastCosts`).
 *
 * Example: of a budget of 5, A needs 0 or 4 and B 2 or 3. The dear mode of A leaves 1 where B needs 2 at least: not
 * affordable.
 */
export function isAffordable(state: ModeProofState, activity: number, mode: number): boolean {
  const { budgets, cost } = state.table;
  const { leastCost, sumCost } = state.open;
  const { remaining } = state.partial;
  for (let budget = 0; budget < budgets; budget += 1) {
    const more = (cost[mode * budgets + budget] as number) - (leastCost[activity * budgets + budget] as number);
    if ((sumCost[budget] as number) + more > (remaining[budget] as number)) return false;
  }
  return true;
}
